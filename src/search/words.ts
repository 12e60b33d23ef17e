/** Words of a text as the search compares them. The same for queries, wordings and vocabulary. */
import type { SearchLanguage } from './languages/language.ts';

/** The words of a text, in order, elisions taken off; figures are words too. */
export function wordsIn(text: string, language: SearchLanguage): string[] {
  // One kind of apostrophe, before marks are taken off: an acute accent may stand for one.
  const plain = language.plain(text.replace(/[’ʼ‘`´]/g, "'").toLowerCase());
  const found = plain.match(/[\p{L}\p{N}]+(?:'[\p{L}\p{N}]+)*/gu) ?? [];
  return found.map((word) => language.withoutElision(word)).filter((word) => word !== '');
}

/** The stems of the words that say something; of all words where none does. */
export function stemsIn(text: string, language: SearchLanguage): string[] {
  const words = wordsIn(text, language);
  const telling = words.filter((word) => !language.stopWords.has(word));
  return (telling.length > 0 ? telling : words).map((word) => language.stem(word));
}
