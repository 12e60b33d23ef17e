/** Builds the search index from the finished pages: one index for each language. */
import { fileURLToPath } from 'node:url';
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';

/** Pagefind's ready-made interfaces, which the site does not use. */
const readyMade = /^pagefind-(ui|modular-ui|component-ui|highlight)\b/;

/** What is part of a page but no text of its own: note numbers, explanations of terms, forms. */
export const notSearched = ['sup', '[popover]', 'form', '.vh'];

/**
 * Indexes every page that has a `data-pagefind-body`, and writes `pagefind/` into the build.
 *
 * @throws Error where Pagefind reports one, or where no page was indexed
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const pages = await writeIndex(
          join(dist, 'pagefind'),
          globSync('**/index.html', { cwd: dist })
            .toSorted()
            .map((file) => ({
              url: `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`,
              html: () => readFileSync(join(dist, file), 'utf8'),
            })),
        );
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
  for (const { url, html } of pages) {
    const content = apart(html());
    if (!content.includes('data-pagefind-body')) continue;
    orThrow(await index.addHTMLFile({ url, content }));
    count += 1;
  }
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

function orThrow<Result extends { errors: string[] }>(result: Result): Result {
  if (result.errors.length > 0) throw new Error(`Pagefind: ${result.errors.join('; ')}`);
  return result;
}
