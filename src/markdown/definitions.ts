/** Explained words, and the explanations that they open. */
import type { Element, ElementContent } from 'hast';
import { addressesOf } from '../i18n/addresses.ts';
import type { Language } from '../i18n/languages.ts';
import { wordsOf } from '../i18n/words.ts';
import type { Term } from '../ledger/schemas.ts';
import { element, link, text } from './elements.ts';
import { isElement, type TreeNode } from './tree.ts';

/** A word that opens the explanation of a term. */
export function explainedWord(term: Term, phrase: readonly ElementContent[]): Element {
  return element('a', { className: ['term'], href: `#${definitionId(term)}` }, phrase);
}

/** Whether a node is a word that opens an explanation. */
export function isExplainedWord(node: TreeNode): boolean {
  return (
    isElement(node, 'a') &&
    Array.isArray(node.properties['className']) &&
    node.properties['className'].includes('term')
  );
}

/**
 * The explanation of a term, at the end of the text. The word is a link to it; a script opens it as a
 * popover by the word instead (src/terms/explain.ts).
 */
export function definition(term: Term, language: Language): Element {
  const to = addressesOf(language);
  const words = wordsOf(language);
  const name = term.words[language]?.term ?? term.words.en.term;
  const id = definitionId(term);
  return element('section', { className: ['definition'], id, popover: 'auto' }, [
    element('p', {}, [
      element('dfn', {}, [text(name)]),
      text(`: ${term.words[language]?.definition ?? term.words.en.definition}`),
    ]),
    element('p', {}, [
      link(to.record('terms', term.id), [text(words.terms.moreAbout(name))]),
      text(' '),
      element('button', { type: 'button', popovertarget: id }, [text(words.terms.close)]),
    ]),
  ]);
}

/** Whether a node is an explanation. */
export function isDefinition(node: TreeNode): boolean {
  return isElement(node) && node.properties['popover'] !== undefined;
}

const definitionId = ({ id }: Term): string => `t-${id}`;
