/** The page as an item of CSL-JSON. */
import type { APIRoute } from 'astro';
import { cslOf } from '../../../../share/citation.ts';
import { citationOf } from '../../../../share/cite-page.ts';
import { recordFilePaths, type RecordPage } from '../../../../share/records.ts';

export const getStaticPaths = recordFilePaths;

export const GET: APIRoute<{ record: RecordPage }> = ({ props: { record } }) =>
  Response.json([cslOf(citationOf(record))]);
