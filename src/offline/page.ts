/** The page of stored pages in the browser: lists what the worker stored, and forgets it. */
import { formatDate } from '../i18n/dates.ts';
import type { Edition } from '../i18n/languages.ts';
import { storedPagesWordsOf } from '../i18n/offline-words.ts';
import { dayOf } from './copy.ts';
import { cacheNames, isOwnCache, marks } from './names.ts';

/** A page that is stored. */
export interface StoredPage {
  readonly address: string;
  readonly title: string;
  /** When it was stored and last read, in milliseconds since 1970. */
  readonly stored: number;
  readonly used: number;
}

/** Brings the page to life. Does nothing where its parts are missing. */
export function startStoredPages(): void {
  const app = document.querySelector<HTMLElement>('#stored-pages');
  const list = app?.querySelector('ul');
  const status = app?.querySelector<HTMLElement>('[role=status]');
  const button = document.querySelector<HTMLButtonElement>('#forget');
  if (!app || !list || !status || !button) return;
  const language = document.documentElement.lang as Edition;
  const words = storedPagesWordsOf(language);
  const base = app.dataset['base'] ?? '/';

  const show = async (none: string): Promise<void> => {
    const pages = await readStored(base);
    list.replaceChildren(
      ...pages.map(({ address, title, stored }) => {
        const item = document.createElement('li');
        const link = document.createElement('a');
        const line = document.createElement('span');
        const time = document.createElement('time');
        const day = dayOf(new Date(stored));
        link.href = address;
        link.textContent = title;
        time.dateTime = day;
        time.textContent = formatDate(language, day);
        line.className = 'meta';
        line.append(`${words.storedOn} `, time);
        item.append(link, line);
        return item;
      }),
    );
    list.hidden = pages.length === 0;
    status.textContent = pages.length === 0 ? none : '';
  };
  const failed = (): void => {
    status.textContent = words.failed;
  };

  button.addEventListener('click', () => {
    forget(base)
      .then(() => show(words.forgotten))
      .catch(failed);
  });
  const look = (): void => {
    show(words.none)
      .then(() => {
        button.disabled = false;
      })
      .catch(failed);
  };
  look();
  // A page that comes back from the browser's memory may be older than what is stored.
  addEventListener('pageshow', look);
}

/** What is stored, the page read last first. */
async function readStored(base: string): Promise<StoredPage[]> {
  const cache = await caches.open(cacheNames(base, '').pages);
  const pages = await Promise.all(
    (await cache.keys()).map(async (request) => {
      const headers = (await cache.match(request))?.headers;
      const address = new URL(request.url).pathname;
      return {
        address,
        title: decodeURIComponent(headers?.get(marks.title) ?? '') || address,
        stored: Number(headers?.get(marks.stored)),
        used: Number(headers?.get(marks.used)),
      };
    }),
  );
  return pages.toSorted((a, b) => b.used - a.used);
}

/** Takes everything off the device but this page, which must be there when there is no connection. */
async function forget(base: string): Promise<void> {
  const names = (await caches.keys()).filter(
    (name) => isOwnCache(name, base) && !name.startsWith(cacheNames(base, '').shell),
  );
  await Promise.all(names.map((name) => caches.delete(name)));
}
