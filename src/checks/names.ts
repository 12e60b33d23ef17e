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

/** Words of offices, bodies and newspapers, which are written in capitals like names of people. */
const offices =
  /Minist|President|Office|Times|Foreign|Defence|Council|General|Press|Institute|Monde|Lettre|Army|Forces|Accounts|Secretary|Linke|\bUK\b|Cent(?:re|er)|Strateg|Commission|Integration|Court|Telegraph|States|Operations/;

/** The people whom the ledger names as speakers: full names, and family names alone. */
export function peopleIn(ledger: Ledger): string[] {
  const speakers = ledger.facts.flatMap(({ words }) => words.en.saidBy ?? []);
  const full = speakers.flatMap(
    (text) => text.match(/\p{Lu}\p{Ll}+(?: \p{Lu}[\p{L}’-]+)+/gu) ?? [],
  );
  const people = full.filter((name) => !offices.test(name));
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

/**
 * What parties are called in running text, with their codes: "United Kingdom" and "British" are
 * both `GB`. "American", "German" and the like count as naming the country.
 */
export function partyNamesIn(ledger: Ledger): Map<string, string> {
  return new Map([
    ...ledger.countries.map(({ words, who }) => [words.en.name, who] as const),
    ...ledger.coalition.members.map(
      (code) => [regionName('en', code), code.toUpperCase()] as const,
    ),
    ...Object.entries(adjectives).flatMap(([code, names]) =>
      names.split(' ').map((name) => [name, code] as const),
    ),
  ]);
}

/** Adjectives and names of peoples, by country code. */
const adjectives = {
  AT: 'Austria Austrian Austrians',
  AU: 'Australian Australians',
  BE: 'Belgian Belgians',
  BG: 'Bulgarian Bulgarians',
  CA: 'Canadian Canadians',
  CZ: 'Czech Czechs',
  DE: 'German Germans Bundestag',
  DK: 'Danish Danes',
  EE: 'Estonian Estonians',
  ES: 'Spanish Spaniards',
  FI: 'Finnish Finns',
  FR: 'French Frenchman',
  GB: 'Britain British Britons',
  GR: 'Greek Greeks',
  HR: 'Croatian Croatians',
  HU: 'Hungary Hungarian',
  IE: 'Irish',
  IT: 'Italian Italians',
  JP: 'Japanese',
  KR: 'Korea Korean',
  LT: 'Lithuanian Lithuanians',
  LV: 'Latvian Latvians',
  NL: 'Dutch',
  NO: 'Norwegian Norwegians',
  PL: 'Polish Poles',
  PT: 'Portuguese',
  RO: 'Romanian Romanians',
  RU: 'Russian Russians Moscow Kremlin',
  SE: 'Swedish Swedes',
  SI: 'Slovenian',
  SK: 'Slovakia',
  TR: 'Turkish',
  UA: 'Ukrainian Ukrainians Kyiv',
  US: 'American Americans America Washington US',
  eu: 'EU',
};

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
