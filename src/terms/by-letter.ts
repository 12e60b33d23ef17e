import { comparing } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';

/**
 * Names under their first letters, both in the order of the language. Names that begin with a
 * figure stand under "0–9", first.
 */
export function byLetter<Item extends { readonly name: string }>(
  language: Language,
  items: readonly Item[],
): { letter: string; items: Item[] }[] {
  const compare = comparing(language);
  const groups = new Map<string, Item[]>();
  for (const item of items.toSorted((a, b) => compare(a.name, b.name))) {
    // An accent does not make another letter of the alphabet in French; in Ukrainian й and ї are letters.
    const name = language === 'uk' ? item.name : item.name.normalize('NFD');
    const first = name.charAt(0).toLocaleUpperCase(language);
    const letter = /\p{N}/u.test(first) ? '0–9' : first;
    groups.set(letter, [...(groups.get(letter) ?? []), item]);
  }
  return [...groups].map(([letter, group]) => ({ letter, items: group }));
}
