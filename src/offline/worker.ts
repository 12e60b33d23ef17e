/**
 * The worker that keeps visited pages, so that they can be read without a connection. What it
 * decides stands in rules.ts; here it is done. Whatever fails in here, the request goes to the
 * network as if there were no worker.
 */
import { formatDate } from '../i18n/dates.ts';
import { editions, rootLanguage } from '../i18n/languages.ts';
import { noticesOf } from '../i18n/offline-words.ts';
import { dayOf, languageOf, titleOf, withNotice } from './copy.ts';
import {
  cacheNames,
  isOwnCache,
  isSearchCache,
  marks,
  mostPages,
  searchListFile,
} from './names.ts';
import {
  isFailing,
  isGone,
  isHashed,
  isHtml,
  isLexicon,
  isOfflinePage,
  isStorable,
  keyOf,
  pageKeyOf,
  standIn,
  surplus,
  wayOf,
  type Way,
} from './rules.ts';
import { worker, type FetchEvent } from './scope.ts';

/** Put in by the build. */
declare const OFFLINE: {
  /** Made from every file of the build. */
  readonly version: string;
  /** The pages of stored pages, one an edition, and the files that they load; below the base. */
  readonly shell: readonly string[];
};

/** How many hashed files are kept, besides those of the search. */
const mostAssets = 60;

/** How long a dead line is waited for where there is a stored copy, in milliseconds. */
const patience = { page: 6000, search: 3000 };

const { scope } = worker.registration;
const base = new URL(scope).pathname;
const { version, shell: paths } = OFFLINE;
const names = cacheNames(base, version);
const shell = paths.map((path) => scope + path);

worker.addEventListener('install', (event) => {
  event.waitUntil(storeShell().then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const way = wayOf(request, scope);
  if (way === 'network') return;
  const key = way === 'page' ? pageKeyOf(request.url) : keyOf(request.url);
  event.respondWith(answer[way](event, key).catch(() => fetch(request)));
});

const answer: Record<
  Exclude<Way, 'network'>,
  (event: FetchEvent, key: string) => Promise<Response>
> = {
  /** The network, as long as it answers; else the copy, else the page of stored pages. */
  async page(event, key) {
    const line = (async () => (await event.preloadResponse) ?? fetch(event.request))();
    event.waitUntil(line.then((response) => keepPage(key, response.clone())).catch(nothing));
    const copy = await stored(key);
    const fresh = await inTime(line, copy && patience.page);
    if (fresh && !(copy && isFailing(fresh))) return fresh;
    if (copy) {
      event.waitUntil(used(key, copy.clone()).catch(nothing));
      return marked(copy, key);
    }
    const instead = standIn(key, shell.filter(isOfflinePage));
    const list = instead === undefined ? undefined : await stored(instead);
    return list ? marked(list, key, true) : line;
  },

  async asset(event, key) {
    const copy = await stored(key);
    if (copy) return copy;
    const response = await fetch(event.request);
    if (isStorable(response)) {
      const own = isHashed(key.slice(scope.length)) ? names.search : names.assets;
      event.waitUntil(put(own, key, response.clone()).catch(nothing));
    }
    return response;
  },

  /** Nothing is stored on the way: the search's files are stored together, as they fit together. */
  async search(event, key) {
    const line = fetch(event.request);
    if (isLexicon(key)) {
      event.waitUntil(line.then(() => keepSearch(listBeside(key))).catch(nothing));
    }
    const copy = await stored(key);
    const fresh = await inTime(line, copy && patience.search);
    if (fresh && !(copy && isFailing(fresh))) return fresh;
    return copy ?? line;
  },
};

/** The page of stored pages is there before it is needed. Fails as a whole, and the old worker stays. */
async function storeShell(): Promise<void> {
  await Promise.all(
    shell.map(async (key) => {
      const response = await fetch(key, { cache: 'no-cache' });
      if (!isStorable(response)) throw new TypeError(key);
      await put(names.shell, key, response);
    }),
  );
}

/** Drops what other versions left, and keeps the pages that were opened before there was a worker. */
async function takeOver(): Promise<void> {
  await worker.clients.claim();
  await worker.registration.navigationPreload?.enable().catch(nothing);
  const current = Object.values(names) as string[];
  const old = (await caches.keys()).filter(
    (name) => isOwnCache(name, base) && !current.includes(name),
  );
  // The search of another version goes when this one's is whole.
  const searches = old.filter((name) => isSearchCache(name, base));
  await Promise.all(
    old.filter((name) => !searches.includes(name)).map((name) => caches.delete(name)),
  );
  for (const { url } of await worker.clients.matchAll()) await keepOpen(url).catch(nothing);
  for (const name of searches) {
    const keys = (await (await caches.open(name)).keys()).map(({ url }) => url);
    for (const list of keys.filter((key) => key.endsWith(searchListFile))) {
      await keepSearch(list).catch(nothing);
    }
  }
}

/** Keeps a page that is open, from the browser's own cache: it has just been loaded. */
async function keepOpen(url: string): Promise<void> {
  const key = pageKeyOf(url);
  const asked = { method: 'GET', url, mode: 'navigate', headers: new Headers() };
  if (wayOf(asked, scope) !== 'page') return;
  if (!(await stored(key))) await keepPage(key, await fetch(url, { cache: 'force-cache' }));
  if (/\/search\/$/.test(key) && url.includes('?q=')) await keepSearch(listBeside(key));
}

async function keepPage(key: string, response: Response): Promise<void> {
  const pages = await caches.open(names.pages);
  if (isGone(response)) await pages.delete(key);
  if (!isStorable(response) || !isHtml(response) || isOfflinePage(key)) return;
  await put(names.pages, key, response);
  const held = await Promise.all(
    (await pages.keys()).map(async (request) => ({
      key: request.url,
      used: Number((await pages.match(request))?.headers.get(marks.used)),
    })),
  );
  await Promise.all(surplus(held, mostPages).map((old) => pages.delete(old)));
}

/**
 * Stores the search's files of an edition, once for each version. What never changes is taken over
 * from another version. On an expensive or slow line the parts of the index are left to be stored
 * when they are asked for.
 */
async function keepSearch(list: string): Promise<void> {
  const search = await caches.open(names.search);
  if (await search.match(list)) return;
  const response = await fetch(list, { cache: 'no-cache' });
  if (!isStorable(response)) return;
  const { saveData = false, effectiveType = '4g' } = worker.navigator.connection ?? {};
  const isPoor = saveData || effectiveType !== '4g';
  const keys = ((await response.clone().json()) as string[]).map((path) => scope + path);
  for (const key of keys) {
    const isFixed = isHashed(key.slice(scope.length));
    if (await search.match(key)) continue;
    const copy = isFixed ? await stored(key) : undefined;
    if (!copy && isFixed && isPoor) continue;
    const file = copy ?? (await fetch(key, { cache: 'no-cache', priority: 'low' }));
    if (!copy && !isStorable(file)) return;
    await put(names.search, key, file);
  }
  await put(names.search, list, response);
  for (const name of await caches.keys()) {
    if (isSearchCache(name, base) && name !== names.search) await caches.delete(name);
  }
}

/** Stores a response; a page with its title and the time. */
async function put(name: string, key: string, response: Response): Promise<void> {
  const cache = await caches.open(name);
  if (!isHtml(response)) {
    await cache.put(key, response);
    if (name !== names.assets) return;
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, -mostAssets).map((old) => cache.delete(old)));
    return;
  }
  const html = await response.text();
  const now = String(Date.now());
  await cache.put(
    key,
    copyOf(response, html, {
      [marks.stored]: now,
      [marks.used]: now,
      [marks.title]: encodeURIComponent(titleOf(html)),
    }),
  );
}

/** Notes that a stored page was read. */
async function used(key: string, copy: Response): Promise<void> {
  const pages = await caches.open(names.pages);
  if (!(await pages.match(key))) return;
  await pages.put(key, copyOf(copy, await copy.text(), { [marks.used]: String(Date.now()) }));
}

/** A copy from whichever cache has one; nothing where caches cannot be read. */
async function stored(key: string): Promise<Response | undefined> {
  try {
    const all = (await caches.keys()).filter((name) => isOwnCache(name, base));
    // This version's first: where its search is not whole yet, another version's is.
    const current = (Object.values(names) as string[]).filter((name) => all.includes(name));
    for (const name of new Set([...current, ...all])) {
      const found = await (await caches.open(name)).match(key);
      if (found) return found;
    }
  } catch {
    // As if nothing were stored.
  }
  return undefined;
}

/** A stored page with a line that says what it is; `isList` where it stands in for another page. */
async function marked(copy: Response, key: string, isList = false): Promise<Response> {
  const html = await copy.text();
  const language = editions.find((edition) => edition === languageOf(html)) ?? rootLanguage;
  const words = noticesOf(language);
  const day = dayOf(new Date(Number(copy.headers.get(marks.stored))));
  const why = worker.navigator.onLine ? words.cannotBeReached : words.youAreOffline;
  const all = standIn(key, shell.filter(isOfflinePage));
  const what = isList
    ? words.notStored
    : `${words.copy} <time datetime="${day}">${formatDate(language, day)}</time>. ` +
      (all === undefined || key === all ? '' : `<a href="${all}">${words.all}</a>`);
  return copyOf(copy, withNotice(html, `<b>${why}</b> ${what}`), {});
}

/** A response with another text and more headers. */
function copyOf(
  { headers }: Response,
  text: string,
  more: Readonly<Record<string, string>>,
): Response {
  const all = new Headers(headers);
  // The text is neither packed any more nor as long as it was.
  for (const name of ['content-encoding', 'content-length']) all.delete(name);
  for (const [name, value] of Object.entries(more)) all.set(name, value);
  return new Response(text, { headers: all });
}

/** What the network gives; undefined where it gives nothing, or not in time. */
function inTime(
  line: Promise<Response>,
  milliseconds: number | undefined,
): Promise<Response | undefined> {
  return Promise.race([
    line.catch(nothing),
    ...(milliseconds === undefined
      ? []
      : [
          new Promise<undefined>((resolve) => {
            setTimeout(resolve, milliseconds);
          }),
        ]),
  ]);
}

function listBeside(key: string): string {
  return new URL(searchListFile, key).href;
}

function nothing(): undefined {
  return undefined;
}
