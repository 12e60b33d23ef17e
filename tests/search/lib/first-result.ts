/** What the first result costs a reader who comes from elsewhere: bytes, requests and time. */
import type { Browser } from 'playwright';

import { slow4g, type BenchServer } from './server.ts';
import { answered, putInHistory, searchAddress } from './site-search.ts';

/** What the page had loaded when the first result stood on it. */
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
    const { sent } = counted;
    const own = sent.filter(({ path }) => !ofThePage.test(path));
    return {
      bytes: bytesOf(sent),
      requests: sent.length,
      searchBytes: bytesOf(own),
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
  // The worker stores what was loaded, later and again: that is not what a result costs.
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(noteWhatIsLoaded);
  server.reset();
  const begun = performance.now();
  await page.goto(searchAddress(server.origin, query), { waitUntil: 'commit' });
  await page.waitForSelector('#search-results > li > a', { timeout: patience });
  const ms = performance.now() - begun;
  const loaded = new Set(await page.evaluate(() => loadedForFirstResult));
  const sent = server.traffic().requests.filter(({ path }) => loaded.has(path));
  return { page, ms, sent, close: () => context.close() };
}

declare global {
  /** The paths of what was loaded when the first result stood on the page. */
  var loadedForFirstResult: string[];
}

/** In the page: notes what is loaded, when the first result comes. What follows is for later ones. */
function noteWhatIsLoaded(): void {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('#search-results > li > a')) return;
    observer.disconnect();
    globalThis.loadedForFirstResult = [
      ...performance.getEntriesByType('navigation'),
      ...performance.getEntriesByType('resource'),
    ].map(({ name }) => new URL(name).pathname);
  }).observe(document, { childList: true, subtree: true });
}

function bytesOf(sent: readonly { readonly bytes: number }[]): number {
  return sent.reduce((sum, { bytes }) => sum + bytes, 0);
}
