/** The text of the searched pages, taken from the built site. */
import { notSearched } from '../../../src/search/integration.ts';
import { all, readSite, textOf } from '../../site/lib/site.ts';

/** A page as a search engine would take it in. */
export interface SearchedPage {
  /** The address without the origin. */
  readonly address: string;
  readonly title: string;
  readonly text: string;
}

/** Every page that the site marks as searched. */
export function searchedPages(dist: string): SearchedPage[] {
  return readSite({ folder: dist }).pages.flatMap(({ path, document }) => {
    const body = document.querySelector('[data-pagefind-body]');
    if (!body) return [];
    const title = textOf(body.querySelector('h1'));
    for (const element of all(body, ['[data-pagefind-ignore]', ...notSearched].join(', '))) {
      element.remove();
    }
    // A space between elements, or the words of neighbours would be one word.
    for (const element of all(body, '*')) element.append(' ');
    return [{ address: path, title, text: textOf(body) }];
  });
}

/** The words of a text, in lower case and without accents. */
export function wordsIn(text: string): string[] {
  const plain = text.normalize('NFD').replace(/\p{Diacritic}/gu, '');
  return plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
