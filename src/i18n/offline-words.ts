/** Words on stored pages that the browser loads: for the worker, and for the page of stored pages. */
import { notices as en, storedPages as enStored } from './en-offline.ts';
import type { Edition } from './languages.ts';

export type Notices = typeof en;
export type StoredPagesWords = typeof enStored;

const notices: Readonly<Record<Edition, Notices>> = { en };
const storedPages: Readonly<Record<Edition, StoredPagesWords>> = { en: enStored };

export function noticesOf(language: Edition): Notices {
  return notices[language];
}

export function storedPagesWordsOf(language: Edition): StoredPagesWords {
  return storedPages[language];
}
