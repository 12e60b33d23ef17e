/** Words of sharing of an edition: all that the browser needs of the interface's words for it. */
import { share as en } from './en-share.ts';
import type { Edition } from './languages.ts';

export type ShareWords = typeof en;

const words: Readonly<Record<Edition, ShareWords>> = { en };

export function shareWordsOf(language: Edition): ShareWords {
  return words[language];
}
