/** What each country promised, ruled out or left open, as a table. */
import type { APIRoute } from 'astro';
import { toCsv } from '../../../data/csv.ts';
import { publishedPromises } from '../../../data/records.ts';
import type { Edition } from '../../../i18n/languages.ts';
import { editionPaths } from '../../../i18n/paths.ts';
import { ledger } from '../../../ledger/site.ts';

export const getStaticPaths = editionPaths;

export const GET: APIRoute<{ language: Edition }> = ({ props: { language } }) =>
  new Response(toCsv(publishedPromises(ledger, language)), {
    headers: { 'Content-Type': 'text/csv; charset=utf-8; header=present' },
  });
