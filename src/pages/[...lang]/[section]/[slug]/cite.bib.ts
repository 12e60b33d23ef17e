/** The page as an entry of BibTeX. */
import type { APIRoute } from 'astro';
import { wordsOf } from '../../../../i18n/words.ts';
import { bibtexOf } from '../../../../share/citation.ts';
import { citationOf } from '../../../../share/cite-page.ts';
import { recordFilePaths, type RecordPage } from '../../../../share/records.ts';

export const getStaticPaths = recordFilePaths;

export const GET: APIRoute<{ record: RecordPage }> = ({ props: { record } }) =>
  new Response(
    bibtexOf(citationOf(record), wordsOf(record.language).explainers.addDayOfReading('urldate')),
  );
