/** The countries that a reader may live in, as pages speak of them. */
import { addressesOf, countrySlug } from '../i18n/addresses.ts';
import { comparing } from '../i18n/dates.ts';
import type { Edition } from '../i18n/languages.ts';
import { wordsOf } from '../i18n/words.ts';
import type { Country } from '../ledger/schemas.ts';

/** What a page shows to a reader who lives in a country. */
export interface CountryOnPages {
  readonly name: string;
  /** The address of the country's own page. */
  readonly address: string;
  /** The link to that page. */
  readonly about: string;
  /** The link to what the article itself says about the country. */
  readonly here: string;
}

/** Every country with a page, by its code, in the order of the alphabet; institutions are left out. */
export function countriesToLiveIn(
  language: Edition,
  countries: readonly Country[],
): ReadonlyMap<string, CountryOnPages> {
  const words = wordsOf(language).settings;
  const to = addressesOf(language);
  const compare = comparing(language);
  return new Map(
    countries
      .filter(({ kind }) => kind === 'country')
      .map(({ id, words: own }) => {
        const { name } = own[language];
        const address = to.record('countries', countrySlug(own.en.name));
        return [
          id,
          { name, address, about: words.aboutCountry(name), here: words.onThisPage(name) },
        ] as const;
      })
      .toSorted(([, a], [, b]) => compare(a.name, b.name)),
  );
}
