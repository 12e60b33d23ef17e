/** The worker's decisions, free of caches and network: which way a request takes, what is stored, what goes. */
import { offlinePage, workerFile } from './names.ts';

/**
 * The way of a request.
 *
 * - `network`: as if there were no worker
 * - `page`: the network first, then the stored copy
 * - `asset`: the stored copy first; its name says that it never changes
 * - `search`: the network first; stored once the search was used
 */
export type Way = 'network' | 'page' | 'asset' | 'search';

/** What is looked at in a request. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly mode: string;
  readonly headers: Pick<Headers, 'has'>;
}

/** What is looked at in a response. */
export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly redirected: boolean;
  readonly headers: Pick<Headers, 'get'>;
}

/**
 * Which way a request takes.
 *
 * @param scope the address below which the worker works, with a slash at the end
 */
export function wayOf({ method, url, mode, headers }: Asked, scope: string): Way {
  const address = keyOf(url);
  if (method !== 'GET' || !address.startsWith(scope) || headers.has('range')) return 'network';
  const path = address.slice(scope.length);
  if (mode === 'navigate') return isPage(path) ? 'page' : 'network';
  if (path === workerFile) return 'network';
  if (path.startsWith('_assets/') || isHashed(path)) return 'asset';
  return path.startsWith('pagefind/') || isLexicon(path) ? 'search' : 'network';
}

/** Under which address something is kept: without query and fragment, which change nothing here. */
export function keyOf(url: string): string {
  return url.replace(/[?#].*$/s, '');
}

/** Under which address a page is kept: with the slash at the end that hosts add. */
export function pageKeyOf(url: string): string {
  return keyOf(url).replace(/[^/]$/, '$&/');
}

/** Whether a path is one of a page. What has an ending is a file to download or to subscribe to. */
function isPage(path: string): boolean {
  return !/\.[^/]*$/.test(path);
}

/** Whether a path is that of an edition's lexicon, which the search asks for first. */
export function isLexicon(path: string): boolean {
  return /(^|\/)search\/lexicon\.json$/.test(path);
}

/** Whether a file of the search index never changes: its name is made from its content. */
export function isHashed(path: string): boolean {
  return /^pagefind\/.*\.pf_\w+$/.test(path);
}

/** Whether a response is whole, the site's own, where it was asked for, and may be stored. */
export function isStorable({ status, type, redirected, headers }: Answered): boolean {
  return (
    status === 200 &&
    type === 'basic' &&
    !redirected &&
    !/no-store/i.test(headers.get('cache-control') ?? '')
  );
}

/** Whether a response is a page that can be read. */
export function isHtml({ headers }: Answered): boolean {
  return /^text\/html\b/i.test(headers.get('content-type') ?? '');
}

/** Whether a page is no more: its stored copy must go too. */
export function isGone({ status }: Answered): boolean {
  return status === 404 || status === 410;
}

/** Whether a host answers, but in place of the page: a stored copy serves the reader better. */
export function isFailing({ status }: Answered): boolean {
  return status >= 500;
}

/** Whether a page belongs to the worker itself, and is no visited page. */
export function isOfflinePage(key: string): boolean {
  return key.endsWith(`/${offlinePage}`);
}

/**
 * Which edition's page of stored pages stands in for a page.
 *
 * @param key the address that was asked for
 * @param pages the addresses of those pages; the root's fits every address
 */
export function standIn(key: string, pages: readonly string[]): string | undefined {
  return pages
    .filter((page) => key.startsWith(page.slice(0, -offlinePage.length)))
    .toSorted((a, b) => b.length - a.length)[0];
}

/** Something stored, and when it was last used, in milliseconds since 1970. */
export interface Stored {
  readonly key: string;
  readonly used: number;
}

/**
 * What goes, where more is stored than there may be: the least recently used.
 *
 * @param stored what is there, the oldest first where two were used at the same time
 */
export function surplus(stored: readonly Stored[], most: number): string[] {
  return stored
    .toSorted((a, b) => a.used - b.used)
    .slice(0, Math.max(0, stored.length - most))
    .map(({ key }) => key);
}
