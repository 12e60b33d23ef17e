/** Pagefind as it comes: its own index of the built pages, its own ranking, nothing round it. */
import { globSync, mkdtempSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { close, createIndex } from 'pagefind';
import type { Page } from 'playwright';

import type { SearchEngine } from './engines.ts';
import { depth } from './metrics.ts';

/** The part of Pagefind's browser API that is used. */
interface Pagefind {
  options(options: object): Promise<void>;
  search(query: string): Promise<{ results: { data(): Promise<Found> }[] } | null>;
}

interface Found {
  readonly url: string;
  readonly sub_results: readonly { readonly url: string }[];
}

/** The path under which the bench serves the index. */
export const pagefindPath = '/bench-pagefind/';

/**
 * Indexes a built site with Pagefind's defaults, whatever engine the site itself uses.
 *
 * @param dist the folder of the built site
 * @param excludeSelectors what is no text of a page
 * @returns a new folder with the index
 */
export async function indexWithPagefind(
  dist: string,
  excludeSelectors: readonly string[],
): Promise<string> {
  const { index } = await createIndex({ excludeSelectors: [...excludeSelectors] });
  if (!index) throw new Error('Pagefind gave no index.');
  for (const file of globSync('**/index.html', { cwd: dist }).toSorted()) {
    // A space between elements, or the words of neighbours would be one word.
    const content = readFileSync(join(dist, file), 'utf8').replaceAll('><', '> <');
    if (!content.includes('data-pagefind-body')) continue;
    const url = `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
    const { errors } = await index.addHTMLFile({ url, content });
    if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-pagefind-'));
  for (const { path, content } of (await index.getFiles()).files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  await close();
  return folder;
}

/** Asks the index in a page of the site. A result leads to its section, unless the page as a whole matches. */
export async function plainPagefind(page: Page, origin: string): Promise<SearchEngine> {
  await page.goto(`${origin}/about/`);
  return {
    ask: async (query) => ({
      results: await page.evaluate(
        async ([path, asked, most]) => {
          const engine = (await import(`${path}pagefind.js`)) as Pagefind;
          await engine.options({ baseUrl: '/' });
          const all = (await engine.search(asked))?.results ?? [];
          const found = await Promise.all(all.slice(0, most).map((one) => one.data()));
          return found.map(({ url, sub_results: parts }) => {
            const whole = parts.some((part) => part.url === url);
            return (whole ? undefined : parts.find((part) => part.url.includes('#')))?.url ?? url;
          });
        },
        [pagefindPath, query, depth] as const,
      ),
    }),
  };
}
