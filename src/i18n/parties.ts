/** Names of the parties that facts and claims are about. */
import { regionName } from './dates.ts';
import type { Edition } from './languages.ts';
import { wordsOf } from './words.ts';

/** What a party is called in an edition: a country by its code, a group by its own name. */
export function partyName(language: Edition, party: string): string {
  const groups: Readonly<Record<string, string>> = wordsOf(language).facts.parties;
  return groups[party] ?? regionName(language, party);
}
