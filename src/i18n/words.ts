/** Interface words of an edition. Every word a reader sees that is not content stands in one file a language. */
import { en } from './en.ts';
import type { Language } from './languages.ts';

/** The shape of a language's file: a missing word is a type error. */
export type Words = typeof en;

const words: Partial<Record<Language, Words>> = { en };

/**
 * The words of an edition.
 *
 * @throws Error where the language has no edition yet
 */
export function wordsOf(language: Language): Words {
  const found = words[language];
  if (!found) throw new Error(`There are no interface words for "${language}" in src/i18n/.`);
  return found;
}
