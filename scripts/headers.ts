/** `npm run headers`: what the headers of the built site weigh, and how the Observatory would score it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { builtFiles } from '../src/headers/integration.ts';
import { observatory } from '../src/headers/observatory.ts';
import { settings } from '../src/site.ts';
import { runMain } from './lib/failure.mjs';
import { dist } from './lib/project.mjs';
import { headersAt, readHeaders } from './lib/site-headers.mjs';

/** One page of each kind, below the base. */
const pages = ['', 'explainers/will-my-child-be-drafted/', 'facts/', 'search/', 'settings/'];

/** What the step after the build puts into a page for its policy. */
const meta = /<meta http-equiv="content-security-policy"[^>]*><meta name="referrer"[^>]*>/;

await runMain(async () => {
  const rules = await readHeaders(dist);
  const { files } = builtFiles(dist, settings.base);
  console.log(`${rules.length} rules for ${files.length} files\n`);
  console.log(`${'page'.padEnd(40)}score  headers (B)  meta (B)  meta in the page, br (B)`);
  for (const page of pages) {
    const html = readFileSync(join(dist, page, 'index.html'), 'utf8');
    const headers = headersAt(rules, settings.base + page);
    const raw = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const { score } = observatory({ headers, html, redirectsToHttps: true });
    const without = html.replace(meta, '');
    const columns = [
      page.padEnd(40) || '/',
      String(score).padStart(5),
      String(raw.join('').length).padStart(13),
      String(html.length - without.length).padStart(10),
      String(brotliCompressSync(html).length - brotliCompressSync(without).length).padStart(25),
    ];
    console.log(columns.join(''));
  }
});
