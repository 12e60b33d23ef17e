/** Builds the search index from the finished pages: one index for each language. */
import { fileURLToPath } from 'node:url';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** Pagefind's ready-made interfaces, which the site does not use. */
const readyMade = /^pagefind-(ui|modular-ui|component-ui|highlight)\b/;

/** How many pages Pagefind is given at once: it is another program, and has its own processor. */
const atOnce = 16;

/** Sections of a page that repeat what other pages say, only lead there, or are to be used. */
const repeating = [
  'key-facts',
  'related',
  'sources',
  'changes',
  'pass-it-on',
  'used-in',
  'names',
  'more',
  'claims',
  'explainers',
  'check',
  'key',
  'commands',
];

/**
 * What is part of a page but no text of its own: note numbers, explanations of terms, forms, and what
 * stands around the text. Named here and not marked in the pages, which every reader would load.
 */
export const notSearched = [
  'sup',
  '[popover]',
  'form',
  '.vh',
  'nav',
  '.provenance',
  '.moved',
  ...repeating.map((id) => `[aria-labelledby=${id}]`),
];

/**
 * Indexes every page that has a `data-pagefind-body`, writes `pagefind/` into the build, and takes out
 * of the pages what only the index reads.
 *
 * @throws Error where Pagefind reports one, or where no page was indexed
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const files = globSync('**/index.html', { cwd: dist }).toSorted();
        const pages = await writeIndex(
          join(dist, 'pagefind'),
          files.map((file) => ({
            url: `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`,
            html: () => readFileSync(join(dist, file), 'utf8'),
          })),
        );
        for (const file of files) {
          const page = readFileSync(join(dist, file), 'utf8');
          if (isSearched(page)) writeFileSync(join(dist, file), asRead(page));
        }
        if (pages === 0)
          throw new Error('No page has a data-pagefind-body; the search would be empty.');
        logger.info(`${pages} pages in the search index`);
      },
    },
  };
}

/**
 * Writes an index of pages.
 *
 * @param folder for the index
 * @returns how many pages have something to search
 * @throws Error where Pagefind reports one
 */
export async function writeIndex(
  folder: string,
  pages: Iterable<{ readonly url: string; readonly html: () => string }>,
): Promise<number> {
  const index = orThrow(await createIndex({ excludeSelectors: notSearched })).index;
  if (!index) throw new Error('Pagefind gave no index.');
  let count = 0;
  const waiting = new Set<Promise<void>>();
  for (const { url, html } of pages) {
    const content = apart(html());
    if (!isSearched(content)) continue;
    count += 1;
    const added = index.addHTMLFile({ url, content }).then((result) => {
      orThrow(result);
      waiting.delete(added);
    });
    waiting.add(added);
    if (waiting.size >= atOnce) await Promise.race(waiting);
  }
  await Promise.all(waiting);
  for (const { path, content } of orThrow(await index.getFiles()).files) {
    if (readyMade.test(path)) continue;
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  await close();
  return count;
}

/** Puts a space between elements, or the words of neighbours would be one word in the index. */
function apart(html: string): string {
  return html.replaceAll('><', '> <');
}

const isSearched = (html: string): boolean => html.includes('data-pagefind-body');

/** A page without what it tells the index alone; whether it is searched stays to be seen. */
function asRead(html: string): string {
  return html
    .replace(/<p hidden data-pagefind-meta="aliases">[^<]*<\/p>/, '')
    .replace(/ data-pagefind-(?:meta|ignore)="[^"]*"/g, '');
}

function orThrow<Result extends { errors: string[] }>(result: Result): Result {
  if (result.errors.length > 0) throw new Error(`Pagefind: ${result.errors.join('; ')}`);
  return result;
}
