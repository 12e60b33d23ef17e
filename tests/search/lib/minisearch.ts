/** MiniSearch with the settings its manual recommends: what a ready-made engine does with these pages. */
import MiniSearch from 'minisearch';

import type { SearchEngine } from './engines.ts';
import { depth } from './metrics.ts';
import { wordsIn, type SearchedPage } from './pages.ts';

/** The commonest words of English, for a site without a list of its own. */
const ownStopWords = new Set(
  (
    'a about am an and any are as at be been but by can could did do does for from had has have he her ' +
    'him his how i if in is it its me my of on or our she should so than that the their them then there ' +
    'they this to us was we were what when where which who why will with would you your'
  ).split(' '),
);

/** The site's own stop words for English, where it has a list; else a short one. */
export async function stopWords(): Promise<ReadonlySet<string>> {
  // Not a plain import: the bench must also measure a site whose search is built in another way.
  const file: string = new URL('../../../src/search/languages/english.ts', import.meta.url).href;
  const found = await import(file).then(
    (module: Record<string, unknown>) => Object.values(module).map(stopWordsIn),
    () => [],
  );
  return found.find((words) => words !== undefined) ?? ownStopWords;
}

function stopWordsIn(value: unknown): ReadonlySet<string> | undefined {
  if (typeof value !== 'object' || value === null || !('stopWords' in value)) return undefined;
  return value.stopWords instanceof Set ? (value.stopWords as Set<string>) : undefined;
}

/** Indexes pages by title and text, and searches for any word, its beginnings, and near misses. */
export function miniSearch(
  pages: readonly SearchedPage[],
  stop: ReadonlySet<string>,
): SearchEngine {
  const index = new MiniSearch<SearchedPage>({
    idField: 'address',
    fields: ['title', 'text'],
    tokenize: wordsIn,
    processTerm: (word) => (stop.has(word) ? null : word),
    searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 2 } },
  });
  index.addAll(pages);
  return {
    ask: (query) =>
      Promise.resolve({
        results: index
          .search(query)
          .slice(0, depth)
          .map(({ id }) => id as string),
      }),
  };
}
