/** Dates as readers see them: always absolute, always in UTC. */
import type { Language } from './languages.ts';

const locales: Record<Language, string> = { en: 'en-GB', fr: 'fr-FR', uk: 'uk-UA' };

/** The name of an edition's locale as Open Graph writes it: `en_GB`. */
export function localeName(language: Language): string {
  return locales[language].replace('-', '_');
}

/**
 * A date in words, as exact as it is known: "6 January 2026", "January 2026", "2026".
 *
 * @param date `2026-01-06`, `2026-01` or `2026`
 */
export function formatDate(language: Language, date: string): string {
  const [year = '', month, day] = date.split('-');
  const format = formatOf(language, month !== undefined, day !== undefined);
  return format.format(new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`));
}

function formatOf(language: Language, hasMonth: boolean, hasDay: boolean): Intl.DateTimeFormat {
  return once(`date ${language} ${hasMonth} ${hasDay}`, () => {
    return new Intl.DateTimeFormat(locales[language], {
      timeZone: 'UTC',
      year: 'numeric',
      ...(hasMonth && { month: 'long' }),
      ...(hasDay && { day: 'numeric' }),
    });
  });
}

/** Making a format takes a hundred times as long as using it, and a page has many dates and names. */
const formats = new Map<string, unknown>();

function once<Format>(key: string, make: () => Format): Format {
  if (!formats.has(key)) formats.set(key, make());
  return formats.get(key) as Format;
}

/** The names of the twelve months as they stand in a date. */
export function monthNames(language: Language): string[] {
  return Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', day: 'numeric', month: 'long' })
      .formatToParts(new Date(Date.UTC(2026, month, 1)))
      .filter(({ type }) => type === 'month')
      .map(({ value }) => value)
      .join(''),
  );
}

/** Names in a sentence: "France, Germany and Ukraine". */
export function formatList(language: Language, items: readonly string[]): string {
  return once(
    `list ${language}`,
    () => new Intl.ListFormat(locales[language], { type: 'conjunction' }),
  ).format(items);
}

/** The name of a language in a language: "Ukrainian". */
export function languageName(language: Language, code: string): string {
  return namesOf(language, 'language').of(code) ?? code;
}

/** The name of a country, for those without a page of their own: "Albania". */
export function regionName(language: Language, code: string): string {
  return namesOf(language, 'region').of(code.toUpperCase()) ?? code;
}

function namesOf(language: Language, type: 'language' | 'region'): Intl.DisplayNames {
  return once(`${type} ${language}`, () => new Intl.DisplayNames(locales[language], { type }));
}

/** Compares texts as a dictionary of the language orders them. */
export function comparing(language: Language): (a: string, b: string) => number {
  return once(`order ${language}`, () => new Intl.Collator(locales[language])).compare;
}
