/** Every source on which a statement may rest, as data. */
import type { APIRoute } from 'astro';
import { headOf, jsonResponse } from '../../../data/files.ts';
import { publishedSources } from '../../../data/records.ts';
import type { Edition } from '../../../i18n/languages.ts';
import { editionPaths } from '../../../i18n/paths.ts';
import { ledger } from '../../../ledger/site.ts';

export const getStaticPaths = editionPaths;

export const GET: APIRoute<{ language: Edition }> = ({ props: { language } }) =>
  jsonResponse({ ...headOf('sources', language), sources: publishedSources(ledger) });
