/** Citations, explained terms and links to records: what an author writes as `[phrase](fact:id)`. */
import { fileURLToPath } from 'node:url';
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import { addressesOf, countrySlug } from '../i18n/addresses.ts';
import { formatDate } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import { wordsOf } from '../i18n/words.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Term } from '../ledger/schemas.ts';
import { drawPicture, pictureAnchor } from '../pictures/picture.ts';
import { definition, explainedWord } from './definitions.ts';
import { element, link, text } from './elements.ts';
import { parsePageUrl, parseRecordUrl, withoutLine, type RecordUrl } from './outline.ts';
import type { TermMatcher } from './term-matcher.ts';
import { isElement, replaceWithin } from './tree.ts';

/** Elements in whose text no term is explained. */
const noTermsIn = new Set('a button code dfn figure h1 h2 h3 h4 h5 h6'.split(' '));

export interface RecordLinkOptions {
  readonly ledger: Ledger;
  readonly language: Language;
  readonly matcher: TermMatcher;
  /** Ids of facts that have the first numbers: those above the text. */
  readonly numbered: readonly string[];
  /** The file of the text, for errors. */
  readonly fileURL: URL | undefined;
}

/**
 * Makes citations, explained terms and links of a document, in the order of its text, and puts the
 * explanations at its end.
 *
 * @param root is changed
 * @returns the ids of the facts that have a note, in the order of their numbers
 * @throws Error with file and line, where a record is not in the ledger
 */
export function linkRecords(
  root: Root,
  { ledger, language, matcher, numbered, fileURL }: RecordLinkOptions,
): string[] {
  const to = addressesOf(language);
  const words = wordsOf(language);
  const notes = new Map([...new Set(numbered)].map((id, index) => [id, index + 1]));
  const explained = new Map<string, Term>();

  const explain = (term: Term, phrase: readonly ElementContent[]): Element => {
    explained.set(term.id, term);
    return explainedWord(term, phrase);
  };

  /** A link to a fact's note; without a phrase, its number alone. */
  const cite = (id: string, phrase: readonly ElementContent[] = [], hasLine = true): Element => {
    const { status } = ledger.fact(id);
    const number = notes.get(id) ?? notes.size + 1;
    const isFirst = !notes.has(id);
    notes.set(id, number);
    const isUnderlined = hasLine && status !== undefined && phrase.length > 0;
    return element(
      'a',
      {
        className: ['cite'],
        href: `#n${number}`,
        ...(isFirst ? { id: `c${number}` } : {}),
        ...(isUnderlined ? { 'data-status': status } : {}),
      },
      [
        ...(isUnderlined ? [element('u', {}, phrase)] : phrase),
        noteMark(words, number, phrase.length > 0),
      ],
    );
  };

  const picture = (slug: string): Element =>
    drawPicture(slug, ledger.picture(language, slug).data, {
      words,
      note: (fact) => cite(fact),
      status: (fact) => ledger.fact(fact).status,
      month: (fact) => {
        const { asOf } = ledger.fact(fact);
        return asOf === null ? undefined : formatDate(language, asOf.slice(0, 7));
      },
    });

  const linkTo = ({ kind, id }: RecordUrl, { children, properties }: Element): Element => {
    switch (kind) {
      case 'fact':
        return cite(id, children, properties['title'] !== withoutLine);
      case 'term': {
        const term = ledger.term(id);
        return explained.has(id) ? link(to.record('terms', id), children) : explain(term, children);
      }
      case 'claim':
        return link(to.record('claims', ledger.claim(id).id), children);
      case 'country':
        return link(
          to.record('countries', countrySlug(ledger.country(id).words.en.name)),
          children,
        );
      case 'explainer':
        return link(to.record('explainers', ledger.explainer(language, id).slug), children);
      case 'question':
        return link(to.answer(ledger.answer(language, id)), children);
      case 'picture':
        return link(`#${pictureAnchor(ledger.picture(language, id).slug)}`, children);
    }
  };

  const withTerms = (node: Text): RootContent[] | undefined => {
    const matches = matcher(node.value, new Set(explained.keys()));
    if (matches.length === 0) return undefined;
    const parts: (Element | Text)[] = [];
    let from = 0;
    for (const { id, start, end } of matches) {
      parts.push(text(node.value.slice(from, start)));
      parts.push(explain(ledger.term(id), [text(node.value.slice(start, end))]));
      from = end;
    }
    parts.push(text(node.value.slice(from)));
    return parts.filter((part) => part.type !== 'text' || part.value !== '');
  };

  replaceWithin(root, (node, within) => {
    if (node.type === 'text') {
      return within.some(({ tagName }) => noTermsIn.has(tagName)) ? undefined : withTerms(node);
    }
    const alone = pictureAlone(node);
    if (alone !== undefined) return [located(node, fileURL, () => picture(alone))];
    if (!isElement(node, 'a')) return undefined;
    const section = parsePageUrl(hrefOf(node));
    if (section) return [link(to.page(section), node.children)];
    const record = parseRecordUrl(hrefOf(node));
    return record && [located(node, fileURL, () => linkTo(record, node))];
  });
  root.children.push(...[...explained.values()].map((term) => definition(term, language)));
  return [...notes.keys()];
}

/** The picture that a paragraph stands for: one that holds nothing but a link to it. */
function pictureAlone(node: RootContent): string | undefined {
  if (!isElement(node, 'p')) return undefined;
  const [only, ...others] = node.children;
  if (!isElement(only) || others.length > 0) return undefined;
  const record = parseRecordUrl(hrefOf(only));
  return record?.kind === 'picture' ? record.id : undefined;
}

/** The number of a note. Spoken behind a phrase it needs the comma: a browser drops the space between them. */
function noteMark(
  words: ReturnType<typeof wordsOf>,
  number: number,
  isBehindPhrase: boolean,
): Element {
  const spoken = `${isBehindPhrase ? ',' : ''} ${words.notes.note} `;
  return element('sup', {}, [
    element('span', { className: ['vh'] }, [text(spoken)]),
    text(String(number)),
  ]);
}

/** An error names file and line. */
function located<Result>(node: RootContent, fileURL: URL | undefined, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const line = node.position?.start.line;
    const file = fileURL ? fileURLToPath(fileURL) : 'Markdown';
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`${file}${line === undefined ? '' : `:${line}`}  ${message}`, { cause: error });
  }
}

function hrefOf({ properties }: Element): string {
  return typeof properties['href'] === 'string' ? properties['href'] : '';
}
