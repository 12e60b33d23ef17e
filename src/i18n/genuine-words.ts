/** Words that the browser loads to check a page. */
import { pageChecks as en } from './en-genuine.ts';
import type { Edition } from './languages.ts';

export type PageCheckWords = typeof en;

const words: Readonly<Record<Edition, PageCheckWords>> = { en };

export function pageCheckWordsOf(language: Edition): PageCheckWords {
  return words[language];
}
