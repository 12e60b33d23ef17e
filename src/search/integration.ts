/** Builds the search index from the finished pages: one index for each language. */
import { fileURLToPath } from 'node:url';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { AstroIntegration, AstroPrerenderer, PrerenderResult } from 'astro';
import { close, createIndex } from 'pagefind';

/** Pagefind's ready-made interfaces, which the site does not use. */
const readyMade = /^pagefind-(ui|modular-ui|component-ui|highlight)\b/;

/** How many pages may wait for Pagefind: all that wait are kept in memory. */
const mostWaiting = 256;

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
 * Indexes every page that has a `data-pagefind-body` while it is written, and takes out of it what only
 * the index reads. Pagefind is another program with a processor of its own, which the pages leave free.
 * It begins to write when the pages are made, and whatever stands before this integration goes on
 * meanwhile.
 *
 * @throws Error where Pagefind reports one, or where no page was indexed
 */
export function searchIndex(): AstroIntegration {
  let index: SearchIndex | undefined;
  let written: Promise<number> | undefined;
  let base = '';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:setup': ({ config }) => {
        base = config.base.replace(/\/$/, '');
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        const started = await startIndex();
        index = started;
        setPrerenderer((prerenderer) => reading(prerenderer, started, base));
      },
      'astro:build:generated': ({ dir }) => {
        written = index?.writeTo(join(fileURLToPath(dir), 'pagefind'));
        // Told below; until then it is no error that nobody handles.
        written?.catch(() => undefined);
      },
      'astro:build:done': async ({ logger }) => {
        const pages = await written;
        if (!pages) throw new Error('No page has a data-pagefind-body; the search would be empty.');
        logger.info(`${pages} pages in the search index`);
      },
    },
  };
}

/**
 * What makes the pages, with somebody who reads along.
 *
 * @param base the path below which the site lies, without a slash at the end
 */
function reading(
  prerenderer: AstroPrerenderer,
  index: SearchIndex,
  base: string,
): AstroPrerenderer {
  // An index depends on the order of its pages, and so must not depend on how files are found.
  const place = ({ pathname }: { readonly pathname: string }) => `${pathname}/`;
  return {
    ...prerenderer,
    async getStaticPaths() {
      const paths = await prerenderer.getStaticPaths();
      return paths.toSorted((a, b) => (place(a) < place(b) ? -1 : 1));
    },
    async render(request, options) {
      const rendered = Promise.resolve(prerenderer.render(request, options)).then(
        async (result): Promise<{ result: PrerenderResult; html: string }> => {
          const whole = 'response' in result ? result : { response: result };
          if (options.routeData.type !== 'page') return { result: whole, html: '' };
          const html = await whole.response.text();
          return {
            result: { ...whole, response: new Response(asRead(html), whole.response) },
            html,
          };
        },
      );
      const url = new URL(request.url).pathname.slice(base.length);
      await index.add(rendered.then(({ html }) => ({ url, html })));
      return (await rendered).result;
    },
  };
}

/** An index of a site that is being made. */
export interface SearchIndex {
  /**
   * Adds a page, if it has something to search; in the order of the calls, however late a page comes.
   *
   * @returns when there is room for the next
   */
  readonly add: (page: Promise<PageToSearch> | PageToSearch) => Promise<void>;
  /**
   * Writes the index, once all pages are in it, and ends it.
   *
   * @returns how many pages are in it
   * @throws Error where Pagefind reports one
   */
  readonly writeTo: (folder: string) => Promise<number>;
}

export interface PageToSearch {
  /** From the root of the site. */
  readonly url: string;
  readonly html: string;
}

/** @throws Error where Pagefind does not start */
export async function startIndex(): Promise<SearchIndex> {
  const { index } = orThrow(await createIndex({ excludeSelectors: notSearched }));
  if (!index) throw new Error('Pagefind gave no index.');
  let count = 0;
  let waiting = 0;
  let last = Promise.resolve();
  const addNow = async ({ url, html }: PageToSearch): Promise<void> => {
    if (!isSearched(html)) return;
    count += 1;
    orThrow(await index.addHTMLFile({ url, content: apart(html) }));
  };
  return {
    async add(page) {
      const before = last;
      waiting += 1;
      last = Promise.all([page, before]).then(([ready]) => addNow(ready));
      // Told to whoever writes the index; until then it is no error that nobody handles.
      last.finally(() => (waiting -= 1)).catch(() => undefined);
      if (waiting > mostWaiting) await before;
    },
    async writeTo(folder) {
      await last;
      orThrow(await index.writeFiles({ outputPath: folder }));
      for (const name of readdirSync(folder)) if (readyMade.test(name)) rmSync(join(folder, name));
      await close();
      return count;
    },
  };
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
