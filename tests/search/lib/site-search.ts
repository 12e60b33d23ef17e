/** The site's own search, asked in the browser as a reader asks it. */
import type { Page } from 'playwright';

import type { EngineAnswer, SearchEngine } from './engines.ts';
import { depth } from './metrics.ts';

/** How long an answer may take, in milliseconds, before the page is loaded anew for it. */
const patience = 3000;

/** The address of the search page that asks a query. */
export function searchAddress(origin: string, query: string): string {
  return `${origin}/search/?${new URLSearchParams({ q: query }).toString()}`;
}

/** Opens the search page. Queries are then put into its history, which asks them without a pause. */
export async function siteSearch(page: Page, origin: string): Promise<SearchEngine> {
  await page.goto(searchAddress(origin, 'Ukraine'));
  await answered(page, 'Ukraine', 30_000);
  return {
    ask: async (query) => {
      const asked = await putInHistory(page, query);
      if (asked) {
        try {
          return await read(page, query, patience);
        } catch {
          // The page may have been too busy, or does not listen to its history: load it.
        }
      }
      await page.goto(searchAddress(origin, query));
      return await read(page, query, 30_000);
    },
  };
}

async function read(page: Page, query: string, timeout: number): Promise<EngineAnswer> {
  await answered(page, query, timeout);
  return await page.evaluate(shown, depth);
}

/** Waits until the page has answered a query. */
export async function answered(page: Page, query: string, timeout: number): Promise<void> {
  await page.waitForFunction(isAnswered, query, { polling: 10, timeout });
}

/**
 * Asks a query of the open search page, as going back in the history would.
 *
 * @returns whether the page has the parts of a search page
 */
export async function putInHistory(page: Page, query: string): Promise<boolean> {
  return await page.evaluate(forget, `?${new URLSearchParams({ q: query }).toString()}`);
}

/** In the page: asks a query through the history, and clears what tells that one is answered. */
function forget(search: string): boolean {
  const app = document.querySelector('#search-app');
  const status = document.querySelector('#search-status');
  if (!app || !status) return false;
  app.removeAttribute('data-answered');
  status.textContent = '';
  history.replaceState(null, '', search);
  dispatchEvent(new PopStateEvent('popstate'));
  return true;
}

/**
 * In the page: whether it has answered. A page that does not tell by `data-answered` names the query
 * in its status.
 */
function isAnswered(query: string): boolean {
  const app = document.querySelector<HTMLElement>('#search-app');
  const told = app?.dataset['answered'];
  if (told !== undefined) return told === query;
  const status = document.querySelector('#search-status')?.textContent ?? '';
  const tells = document.querySelector('#search-correction') !== null;
  return !tells && status.includes(query);
}

/** In the page: what it shows. A hidden list is no results. */
function shown(most: number): EngineAnswer {
  const visible = (selector: string) => {
    const element = document.querySelector<HTMLElement>(selector);
    return element?.hidden === false ? element : undefined;
  };
  const addressOf = (link: HTMLAnchorElement) => link.pathname + link.hash;
  const links = visible('#search-results')?.querySelectorAll<HTMLAnchorElement>('li > a') ?? [];
  const short = visible('#short-answer')?.querySelector('a');
  return {
    results: [...links].slice(0, most).map(addressOf),
    correction: visible('#search-correction')?.textContent.replace(/\s+/g, ' ').trim(),
    shortAnswer: short ? addressOf(short) : undefined,
  };
}
