/** Names that occur in the content: of people, countries, groups and documents. */
import { regionName } from '../i18n/dates.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** Names that no record lists, in the forms in which a sentence may begin with them. */
const furtherNames = [
  'Brussels',
  'Budapest',
  'Congress',
  'Downing Street',
  'Europe',
  'European',
  'House of Commons',
  'Kyiv',
  'London',
  'Moscow',
  'Ottawa',
  'Paris',
  'Parliament',
  'Starmer',
  'Washington',
  'Zelenskyy',
  'Zelensky',
];

/** Documents whose content a sentence cannot report without a citation. */
export const documents = [
  'Paris Declaration',
  'Declaration of Intent',
  'Budapest Memorandum',
  'Berlin statement',
  'Minsk',
  'North Atlantic Treaty',
  'UN Charter',
];

/** The people whom the ledger names as speakers: full names, and family names alone. */
export function peopleIn(ledger: Ledger): string[] {
  const speakers = ledger.facts.flatMap(({ words }) => words.en.saidBy ?? []);
  const full = speakers.flatMap(
    (text) => text.match(/\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}’-]+)+/gu) ?? [],
  );
  const people = full.filter(
    (name) => !/Minister|President|Office|Times|Foreign|Defence/.test(name),
  );
  return unique(people.flatMap((name) => [name, name.split(' ').at(-1) ?? name]));
}

/** The names of every country and institution that the ledger knows. */
export function countriesIn(ledger: Ledger): string[] {
  return unique([
    ...ledger.countries.map(({ words }) => words.en.name),
    ...ledger.coalition.members.map((code) => regionName('en', code)),
    'Britain',
    'America',
  ]);
}

/**
 * Every name, for the measure of readability: WCAG 2.2 (3.1.5) takes proper names and titles out
 * before a text is graded.
 */
export function namesIn(ledger: Ledger): string[] {
  return unique([
    ...peopleIn(ledger),
    ...countriesIn(ledger),
    ...documents,
    ...furtherNames,
    ...ledger.terms
      .map(({ words }) => words.en.term)
      .filter((term) => / \p{Lu}|^\p{Lu}{2}/u.test(term)),
  ]);
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
