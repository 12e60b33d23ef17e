/** What the first result costs a reader who comes from elsewhere: bytes, requests and time. */
import type { Browser } from 'playwright';

import { slow4g, type BenchServer } from './server.ts';
import { answered, putInHistory, searchAddress } from './site-search.ts';

/** What was sent until the first result stood on the page. */
export interface FirstResult {
  /** Of bodies, compressed as sent; headers are not counted. */
  readonly bytes: number;
  readonly requests: number;
  /** The same of what only the search needs: no page, style, font or picture. */
  readonly searchBytes: number;
  readonly searchRequests: number;
  /** What was sent, in order. */
  readonly sent: readonly { readonly path: string; readonly bytes: number }[];
  /** From the opening of the search page with a query and an empty cache, in milliseconds. */
  readonly coldMs: number;
  /** From another query on the page that is open, in milliseconds. */
  readonly warmMs: number;
}

/** How long a result may take before the bench gives up, in milliseconds. */
const patience = 30_000;

const ofThePage = /\/$|\.(css|html|woff2|svg|png|webp|ico)$/;

/**
 * Opens the search page twice in a new browser profile: on a fast line to count, on a slow one to
 * take the time.
 *
 * @param query a query with results
 * @param next another one
 */
export async function firstResult(
  browser: Browser,
  server: BenchServer,
  [query, next]: readonly [query: string, next: string],
): Promise<FirstResult> {
  const counted = await opened(browser, server, query);
  await counted.close();
  server.throttle(slow4g);
  try {
    const timed = await opened(browser, server, query);
    const begun = performance.now();
    await putInHistory(timed.page, next);
    await answered(timed.page, next, patience);
    const warmMs = performance.now() - begun;
    await timed.close();
    const { bytes, requests: sent } = counted.traffic;
    const own = sent.filter(({ path }) => !ofThePage.test(path));
    return {
      bytes,
      requests: sent.length,
      searchBytes: own.reduce((sum, one) => sum + one.bytes, 0),
      searchRequests: own.length,
      sent,
      coldMs: timed.ms,
      warmMs,
    };
  } finally {
    server.throttle(null);
  }
}

async function opened(browser: Browser, server: BenchServer, query: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  server.reset();
  const begun = performance.now();
  await page.goto(searchAddress(server.origin, query), { waitUntil: 'commit' });
  await page.waitForSelector('#search-results > li > a', { timeout: patience });
  const ms = performance.now() - begun;
  return { page, ms, traffic: server.traffic(), close: () => context.close() };
}
