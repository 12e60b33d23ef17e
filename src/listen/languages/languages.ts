/** The languages that can be read aloud. */
import type { Edition } from '../../i18n/languages.ts';
import { english } from './english.ts';
import type { SpokenLanguage } from './language.ts';

const languages: Readonly<Record<Edition, SpokenLanguage>> = { en: english };

/** What reading aloud knows of an edition's language. */
export function spokenLanguage(language: Edition): SpokenLanguage {
  return languages[language];
}
