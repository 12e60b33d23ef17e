/** The countries to live in, for the pages of readers who said where they live. */
import type { APIRoute } from 'astro';
import type { Edition } from '../../../i18n/languages.ts';
import { editionPaths } from '../../../i18n/paths.ts';
import { ledger } from '../../../ledger/site.ts';
import { countriesToLiveIn } from '../../../preferences/countries.ts';

export const getStaticPaths = editionPaths;

export const GET: APIRoute<{ language: Edition }> = ({ props: { language } }) =>
  new Response(JSON.stringify(Object.fromEntries(countriesToLiveIn(language, ledger.countries))), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
