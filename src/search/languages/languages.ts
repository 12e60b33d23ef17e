/** The languages that the search knows. */
import type { Edition } from '../../i18n/languages.ts';
import { english } from './english.ts';
import type { SearchLanguage } from './language.ts';

const languages: Readonly<Record<Edition, SearchLanguage>> = { en: english };

/** What the search knows of an edition's language. */
export function languageOfSearch(language: Edition): SearchLanguage {
  return languages[language];
}
