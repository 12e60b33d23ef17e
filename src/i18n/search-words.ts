/** Words of the search of an edition: all that the browser needs of the interface's words. */
import { search as en } from './en-search.ts';
import type { Edition } from './languages.ts';

export type SearchWords = typeof en;

const words: Readonly<Record<Edition, SearchWords>> = { en };

export function searchWordsOf(language: Edition): SearchWords {
  return words[language];
}
