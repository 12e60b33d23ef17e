/** The places of an edition of the site: for the file that the search loads. */
import type { Edition } from '../i18n/languages.ts';
import { ledger } from '../ledger/site.ts';
import { placesIn } from './ledger-places.ts';
import type { PlaceWithText } from './lexicon.ts';

/** Every place of an edition that answers something. */
export function placesOf(language: Edition): PlaceWithText[] {
  return placesIn(ledger, language);
}
