/**
 * Elements of an answer. Built with DOM calls only, so that nothing a reader types, and nothing in
 * the index, can become markup.
 */
import type { SearchWords } from '../i18n/search-words.ts';
import type { SearchResult } from './engine.ts';
import { resultKinds, type ResultKind } from './kinds.ts';
import type { Place } from './lexicon.ts';
import type { SearchAnswer } from './query.ts';

/** Makes an element. */
function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/**
 * Gives an element other children. Those that are the same stay, so that a reader who is on one of
 * them stays there while more is found.
 */
export function renew(parent: Element, children: readonly (Node | string)[]): void {
  for (const [index, child] of children.entries()) {
    const wanted = typeof child === 'string' ? document.createTextNode(child) : child;
    const present = parent.childNodes[index];
    if (!present) parent.append(wanted);
    else if (!present.isEqualNode(wanted)) present.replaceWith(wanted);
  }
  while (parent.childNodes.length > children.length) parent.lastChild?.remove();
}

/** One result: kind, link, and what the page says, with the words that were found. */
export function resultItem(result: SearchResult, words: SearchWords): HTMLLIElement {
  const { title, url, section, kind, excerpt } = result;
  return element(
    'li',
    {},
    element('span', { className: 'meta' }, words.kinds[kind]),
    element('a', { href: url }, section === undefined ? title : `${title} – ${section}`),
    element(
      'p',
      {},
      ...excerpt.map(({ text, marked }) => (marked ? element('mark', {}, text) : text)),
    ),
  );
}

/** What the place that is closest says first, with its link and the day it was checked. */
export function shortAnswer(place: Place, words: SearchWords): Node[] {
  const { title, section, lead = '', url, checked } = place;
  return [
    element('h2', {}, words.shortAnswer),
    element('p', {}, lead),
    element(
      'p',
      {},
      element('a', { href: url }, section ?? title),
      ...(checked === undefined
        ? []
        : [' ', element('span', { className: 'meta' }, words.checked(checked))]),
    ),
  ];
}

/** How many results there are, and what was read otherwise than it was typed: for the status. */
export function statusLine(
  { query, corrections }: SearchAnswer,
  count: number,
  words: SearchWords,
): string {
  if (count === 0) return words.none(query);
  const meant = corrections.map(({ to }) => to).join(', ');
  return words.count(count, query) + (meant === '' ? '' : ` ${words.corrected(meant)}`);
}

/**
 * A link that searches for what was typed word for word.
 *
 * @param addressOf the address of a query
 */
export function insteadLine(
  { query }: SearchAnswer,
  words: SearchWords,
  addressOf: (query: string) => string,
): (Node | string)[] {
  const href = addressOf(`"${query.replaceAll('"', '')}"`);
  return [`${words.instead} `, element('a', { href }, query), '.'];
}

/** The choices of kind that hold something, each with its number; none where one kind is all. */
export function kindChoices(
  results: readonly SearchResult[],
  chosen: ResultKind | undefined,
  words: SearchWords,
): (Node | string)[] {
  const counts = resultKinds
    .map((kind) => ({ kind, count: results.filter((result) => result.kind === kind).length }))
    .filter(({ count }) => count > 0);
  if (counts.length < 2) return [];
  return [
    choice('', words.everything(results.length), chosen === undefined),
    ...counts.map(({ kind, count }) =>
      choice(kind, words.ofKind(words.kindsMany[kind], count), chosen === kind),
    ),
  ];
}

function choice(value: string, text: string, checked: boolean): HTMLLabelElement {
  const input = element('input', { type: 'radio', name: 'kind', value, checked });
  return element('label', {}, input, ` ${text}`);
}
