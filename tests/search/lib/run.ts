/** Asks every query of every engine and keeps what came. */
import { rmSync } from 'node:fs';

import { chromium, type Browser } from 'playwright';

import { findBrowser } from '../../../scripts/browser.mjs';
import type { Ledger } from '../../../src/ledger/ledger.ts';
import { notSearched } from '../../../src/search/integration.ts';
import type { EngineAnswer, EngineName, SearchEngine } from './engines.ts';
import { firstResult, type FirstResult } from './first-result.ts';
import { placesOf, type Place } from './judged.ts';
import { miniSearch, stopWords } from './minisearch.ts';
import { searchedPages, wordsIn } from './pages.ts';
import { indexWithPagefind, pagefindPath, plainPagefind } from './plain-pagefind.ts';
import { serveBench } from './server.ts';
import { siteSearch } from './site-search.ts';
import type { BenchQuery, Split } from './typos.ts';

/** A query with what each engine gave. */
export interface Outcome {
  readonly asked: BenchQuery;
  readonly split: Split;
  readonly places: readonly Place[];
  readonly answers: Readonly<Partial<Record<EngineName, EngineAnswer>>>;
  /** Whether every word of the query stands on the site: then a correction of it is wrong, nearly always. */
  readonly known: boolean;
}

export interface BenchRun {
  readonly outcomes: readonly Outcome[];
  readonly first: FirstResult;
}

/** Two queries that every search of this site must have results for. */
const sureQueries = ['conscription', 'Canada'] as const;

/**
 * Runs the bench.
 *
 * @param dist the folder of the built site
 * @param engines which to ask; the gate asks only the site's own
 */
export async function runBench({
  dist,
  ledger,
  queries,
  engines,
}: {
  dist: string;
  ledger: Ledger;
  queries: Readonly<Record<Split, readonly BenchQuery[]>>;
  engines: readonly EngineName[];
}): Promise<BenchRun> {
  const todo = (['tune', 'held-out'] as const).flatMap((split) =>
    queries[split].map((asked) => ({ asked, split, places: placesOf(ledger, asked) })),
  );
  const pages = searchedPages(dist);
  const vocabulary = new Set(pages.flatMap(({ title, text }) => wordsIn(`${title} ${text}`)));
  const index = engines.includes('pagefind') ? await indexWithPagefind(dist, notSearched) : dist;
  const server = await serveBench({ '/': dist, [pagefindPath]: index });
  const browser = await launch();
  try {
    const first = await firstResult(browser, server, sureQueries);
    const makers: Record<EngineName, () => Promise<SearchEngine>> = {
      site: async () => siteSearch(await browser.newPage(), server.origin),
      // It is asked in a page of the site, whose policy has no place for it.
      pagefind: async () =>
        plainPagefind(await browser.newPage({ bypassCSP: true }), server.origin),
      minisearch: async () => miniSearch(pages, await stopWords()),
    };
    const answers = await Promise.all(
      engines.map(async (name) => ({ name, all: await askAll(await makers[name](), todo) })),
    );
    const outcomes = todo.map((one, at) => ({
      ...one,
      answers: Object.fromEntries(answers.map(({ name, all }) => [name, all[at]])),
      known: wordsIn(one.asked.query).every((word) => vocabulary.has(word)),
    }));
    return { outcomes, first };
  } finally {
    await browser.close();
    await server.close();
    if (index !== dist) rmSync(index, { recursive: true, force: true });
  }
}

async function askAll(
  engine: SearchEngine,
  todo: readonly { readonly asked: BenchQuery }[],
): Promise<EngineAnswer[]> {
  const answers: EngineAnswer[] = [];
  for (const { asked } of todo) answers.push(await engine.ask(asked.query));
  return answers;
}

async function launch(): Promise<Browser> {
  const executablePath = findBrowser();
  return await chromium.launch({
    ...(executablePath === null ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}
