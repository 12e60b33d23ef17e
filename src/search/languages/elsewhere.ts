/**
 * What readers ask of other sites, for the build only: everyday searches on which this site has
 * nothing, written by editors. Never shown; only counts of words are kept.
 */
import en from './elsewhere/en.txt?raw';
import type { Edition } from '../../i18n/languages.ts';

const queries: Readonly<Record<Edition, string>> = { en };

export function askedElsewhere(language: Edition): string[] {
  return queries[language].split('\n').filter((query) => query !== '');
}
