/** Every fact of the ledger, as data. */
import type { APIRoute } from 'astro';
import { headOf, jsonResponse } from '../../../data/files.ts';
import { publishedFacts } from '../../../data/records.ts';
import type { Edition } from '../../../i18n/languages.ts';
import { editionPaths } from '../../../i18n/paths.ts';
import { ledger } from '../../../ledger/site.ts';

export const getStaticPaths = editionPaths;

export const GET: APIRoute<{ language: Edition }> = ({ props: { language } }) =>
  jsonResponse({ ...headOf('facts', language), facts: publishedFacts(ledger, language) });
