/**
 * The script of every page: one file, which a browser asks for once and keeps. It comes after the text
 * and only adds: keys, explained words, a voice, links to copy, a leaflet to print, the reader's country,
 * pages that are kept. What each of
 * these needs besides is loaded when it is used, from bundles of their own (`?worker&url`): a dynamic
 * import would give every page more files to load.
 */
import { letWorkersStart } from '../headers/workers.ts';
import player from '../listen/player.ts?worker&url';
import { offerListening } from '../listen/offer.ts';
import { keepPages } from '../offline/register.ts';
import country from '../preferences/country.ts?worker&url';
import { startForCountry } from '../preferences/with-country.ts';
import { startSearchKeys } from '../search/keys.ts';
import { offerSharing } from '../share/offer.ts';
import { startPrintButton } from '../share/print-button.ts';
import quote from '../share/quote.ts?worker&url';
import told from '../share/told.ts?worker&url';
import { explainTerms } from '../terms/explain.ts';

letWorkersStart();
explainTerms();
startSearchKeys();
startForCountry(country);
offerListening(player);
offerSharing(told, quote);
startPrintButton();
if (import.meta.env.KEEPS_PAGES && import.meta.env.PROD) {
  keepPages(`${import.meta.env.BASE_URL}sw.js`);
}
