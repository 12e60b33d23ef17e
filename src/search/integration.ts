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
        const index = orThrow(await createIndex({ excludeSelectors: notSearched })).index;
        if (!index) throw new Error('Pagefind gave no index.');
        let pages = 0;
        for (const file of globSync('**/index.html', { cwd: dist }).toSorted()) {
          const content = apart(readFileSync(join(dist, file), 'utf8'));
          if (!content.includes('data-pagefind-body')) continue;
          const url = `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`;
          orThrow(await index.addHTMLFile({ url, content }));
          pages += 1;
        }
        if (pages === 0)
          throw new Error('No page has a data-pagefind-body; the search would be empty.');
        for (const { path, content } of orThrow(await index.getFiles()).files) {
          if (readyMade.test(path)) continue;
          const file = join(dist, 'pagefind', path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content);
        }
        await close();
        logger.info(`${pages} pages in the search index`);
      },
    },
  };
}

/** Puts a space between elements, or the words of neighbours would be one word in the index. */
function apart(html: string): string {
  return html.replaceAll('><', '> <');
}

function orThrow<Result extends { errors: string[] }>(result: Result): Result {
  if (result.errors.length > 0) throw new Error(`Pagefind: ${result.errors.join('; ')}`);
  return result;
}
