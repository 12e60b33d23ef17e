/** Reading without a connection, and what the worker must never do. */
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright/test';

import { bundleWorker } from '../../src/offline/integration.ts';
import { startHost, type Host } from './lib/host.ts';
import { kinds } from './lib/kinds.ts';
import { draftArticle } from './lib/site.ts';
import { test as base, expect } from './lib/test.ts';

const test = base.extend<{ host: Host }>({
  host: async ({}, use) => {
    const host = await startHost();
    await use(host);
    await host.stop();
  },
  baseURL: async ({ host }, use) => {
    await use(host.origin);
  },
});

test.use({ serviceWorkers: 'allow' });

const article = kinds['an explainer'];
const other = kinds['an explainer with bars'];
const { title } = draftArticle.data;

/** The caches of the site, and what each holds. */
const caches = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(async () => {
    const held: Record<string, string[]> = {};
    for (const name of await window.caches.keys()) {
      const keys = await (await window.caches.open(name)).keys();
      held[name] = keys.map(({ url }) => new URL(url).pathname);
    }
    return held;
  });

const storedPages = async (page: Page): Promise<string[]> =>
  (await caches(page))['/:pages:1'] ?? [];

/** Opens a page and waits until the worker has stored it. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect.poll(() => storedPages(page)).toContain(path.replace(/\?.*/, ''));
}

/** The worker learns of it a little later than the page. */
async function goOffline(context: BrowserContext): Promise<void> {
  await context.setOffline(true);
  for (const worker of context.serviceWorkers())
    await expect.poll(() => worker.evaluate(() => navigator.onLine)).toBe(false);
}

const notice = (page: Page) =>
  page
    .getByRole('banner')
    .getByRole('paragraph')
    .filter({ hasText: /^You are offline|^The site cannot/ });
const today = (): string =>
  new Date().toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const list = (page: Page) => page.getByRole('list', { name: 'On this device' });

test('the first page ever opened can be read offline, and says when it was stored', async ({
  page,
  context,
}) => {
  await visit(page, article);
  await expect(notice(page)).toHaveCount(0);
  await goOffline(context);
  await page.goto(article);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(notice(page)).toHaveText(
    `You are offline. This is the copy stored on ${today()}. All stored pages`,
  );
  const moved = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((entries) => {
          resolve(entries.getEntries().length);
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(resolve, 300, 0);
      }),
  );
  expect(moved).toBe(0);
  await context.setOffline(false);
  await page.reload();
  await expect(notice(page)).toHaveCount(0);
});

test('the first visit costs nothing before the page is there, and then three small files', async ({
  page,
  host,
}) => {
  await page.goto(article);
  const before = [...host.asked];
  expect(before.filter((path) => !/favicon|\.css$|\/page-[\w-]+\.js$/.test(path))).toEqual([
    article,
  ]);
  await expect.poll(() => storedPages(page)).toContain(article);
  const later = host.asked.filter((path) => !before.includes(path) && path !== '/favicon.svg');
  // The script is that of the list of stored pages.
  expect(later.map((path) => path.replace(/-[\w-]+\.js$/, '')).toSorted()).toEqual([
    '/_assets/index',
    '/offline/',
    '/sw.js',
  ]);
  // What is stored of it is what the browser had anyway.
  expect(host.asked.filter((path) => path === article)).toHaveLength(1);
});

test('in place of a page that is not stored stands the list of those that are', async ({
  page,
  context,
}) => {
  await visit(page, article);
  await visit(page, other);
  await goOffline(context);
  await page.goto('/timeline/');
  await expect(page).toHaveURL('/timeline/');
  await expect(notice(page)).toHaveText(
    'You are offline. The page you want is not stored on this device. The stored ones are listed below.',
  );
  const items = list(page).getByRole('listitem');
  await expect(items).toHaveCount(2);
  // Read last, listed first.
  await expect(items.first()).toHaveText(new RegExp(`stored on ${today()}$`));
  await expect(items.nth(1)).toContainText(title);
  await items.nth(1).getByRole('link').click();
  await expect(page).toHaveURL(article);
  await page.goto('/timeline/');
  await expect(items.first()).toContainText(title);
});

test('an address without its slash or with a fragment is found too', async ({ page, context }) => {
  await visit(page, article);
  await goOffline(context);
  await page.goto(`${article.slice(0, -1)}?from=chat#sources`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

for (const first of [true, false]) {
  test(`search works offline after it was used once (as the ${first ? 'first' : 'second'} page)`, async ({
    page,
    context,
  }) => {
    if (!first) await visit(page, article);
    await page.goto('/search/?q=draft');
    await expect(page.getByRole('list', { name: 'Search results' })).toBeVisible();
    await expect
      .poll(
        async () =>
          Object.values(await caches(page))
            .flat()
            .includes('/search/offline.json'),
        { timeout: 30_000 },
      )
      .toBe(true);
    await goOffline(context);
    // Words that were not asked for before, one of them for the full text alone.
    for (const query of ['snapback', '"military hubs"']) {
      await page.goto(`/search/?${new URLSearchParams({ q: query }).toString()}`);
      await expect(page.getByRole('status')).toHaveText(/^\d+ results? for “/);
      await expect(
        page.getByRole('list', { name: 'Search results' }).getByRole('link').first(),
      ).toBeVisible();
    }
  });
}

test('before it was used the search leaves nothing on the device', async ({ page }) => {
  await visit(page, '/search/');
  await visit(page, article);
  await page.goto('/search/');
  await visit(page, other);
  const held = Object.values(await caches(page)).flat();
  expect(held.filter((path) => /pagefind|lexicon/.test(path))).toEqual([]);
});

test('a correction is shown at once while there is a connection, and is the copy from then on', async ({
  page,
  context,
  host,
}) => {
  await visit(page, article);
  await page.goto(article);
  await host.change(article, (now) => now.replaceAll(title, 'Corrected'));
  await page.goto(article);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Corrected');
  await expect(notice(page)).toHaveCount(0);
  await goOffline(context);
  await expect
    .poll(async () => {
      await page.goto(article);
      return page.getByRole('heading', { level: 1 }).textContent();
    })
    .toBe('Corrected');
});

test('a page that is gone is gone from the device too', async ({ page, context, host }) => {
  await visit(page, article);
  await visit(page, other);
  await host.change(article, () => undefined);
  await page.goto(article);
  await expect(page.getByText('Not found')).toBeVisible();
  await page.goto(other);
  await expect.poll(() => storedPages(page)).toEqual([other]);
  await goOffline(context);
  await page.goto(article);
  await expect(notice(page)).toContainText('not stored on this device');
});

test('a host that fails, stops or never answers: the copy, and no word of being offline', async ({
  page,
  host,
}) => {
  await visit(page, article);
  const copy = `The site cannot be reached at the moment. This is the copy stored on ${today()}.`;
  host.mode = 503;
  await page.goto(article);
  await expect(notice(page)).toContainText(copy);
  host.mode = 'stall';
  await page.goto(article);
  await expect(notice(page)).toContainText(copy);
  await host.stop();
  await page.goto(article);
  await expect(notice(page)).toContainText(copy);
  host.mode = 'well';
  await host.start();
  await page.goto(article);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(notice(page)).toHaveCount(0);
});

test('an error of the host is shown where there is no copy', async ({ page, host }) => {
  await visit(page, article);
  host.mode = 503;
  const response = await page.goto('/timeline/');
  expect(response?.status()).toBe(503);
});

test('the page read longest ago goes when there are sixty', async ({ page }) => {
  await visit(page, article);
  await page.evaluate(async () => {
    const cache = await window.caches.open('/:pages:1');
    for (let number = 1; number <= 59; number += 1) {
      const headers = { 'content-type': 'text/html', 'x-used': String(number) };
      await cache.put(`/facts/${number}/`, new Response('A', { headers }));
    }
  });
  expect(await storedPages(page)).toHaveLength(60);
  await page.goto(other);
  await expect.poll(() => storedPages(page)).not.toContain('/facts/1/');
  const held = await storedPages(page);
  expect(held).toHaveLength(60);
  expect(held).toEqual(expect.arrayContaining([article, other, '/facts/2/']));
});

test('what is no page is not stored', async ({ page }) => {
  await visit(page, article);
  await page.goto('/data/facts.json');
  await page.goto('/404.html');
  await page.goto('/offline/');
  await page.evaluate(() => fetch('/data/facts.json').then((answer) => answer.text()));
  await page.evaluate(() => fetch('/sw.js').then((answer) => answer.text()));
  await visit(page, other);
  const { '/:pages:1': pages = [], ...more } = await caches(page);
  expect(pages.toSorted()).toEqual([article, other].toSorted());
  const besides = Object.values(more).flat();
  expect(besides.filter((path) => !path.startsWith('/_assets/'))).toEqual(['/offline/']);
});

test('a new version takes over, drops what others left, and keeps the visited pages', async ({
  page,
  context,
  host,
}) => {
  await visit(page, article);
  const [shell = ''] = Object.keys(await caches(page)).filter((name) => name.includes(':shell:'));
  await page.evaluate(async () => {
    for (const name of ['/:search:old', '/:pages:0', '/mirror/:pages:0', 'foreign']) {
      await window.caches.open(name);
    }
  });
  const next = shell.replace(/.*:/, '').replaceAll(/./g, '7');
  await host.change('/sw.js', (now) => now.replace(shell.replace(/.*:/, ''), next));
  await host.change('/offline/', (now) => now.replace('<h1>', '<h1>New: '));
  await page.goto(other);
  await expect
    .poll(async () =>
      Object.keys(await caches(page))
        .filter((name) => name !== '/:assets:1')
        .toSorted(),
    )
    .toEqual(
      [`/:pages:1`, '/:search:old', `/:shell:${next}`, '/mirror/:pages:0', 'foreign'].toSorted(),
    );
  expect(await storedPages(page)).toContain(article);
  await goOffline(context);
  await page.goto('/timeline/');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('New: Stored pages');
  await page.goto(article);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
});

test('the search of another version is there until the new one is whole', async ({
  page,
  context,
  host,
}) => {
  const searches = async () =>
    Object.entries(await caches(page)).filter(([name]) => name.startsWith('/:search:'));
  const isWhole = async (version: string) =>
    (await searches()).some(
      ([name, held]) => name.includes(version) && held.includes('/search/offline.json'),
    );
  await page.goto('/search/?q=draft');
  await expect.poll(() => isWhole(''), { timeout: 30_000 }).toBe(true);
  const old = (await searches()).map(([name]) => name)[0] ?? '';
  host.asked.length = 0;
  await host.change('/sw.js', (now) => now.replace(old.replace(/.*:/, ''), '777777777777'));
  await page.goto(article);
  await expect.poll(() => isWhole('777777777777'), { timeout: 30_000 }).toBe(true);
  await expect.poll(async () => (await searches()).length).toBe(1);
  // What never changes was not asked for again.
  expect(host.asked.filter((path) => path.includes('.pf_'))).toEqual([]);
  await goOffline(context);
  await page.goto('/search/?q=snapback');
  await expect(page.getByRole('list', { name: 'Search results' })).toBeVisible();
});

test.describe('on pages of another build, whose script the policy of this one would stop', () => {
  test.use({ bypassCSP: true });

  test('the worker that ends all workers forgets everything, and itself', async ({
    page,
    host,
  }) => {
    await visit(page, article);
    const off = await bundleWorker('off', {});
    await host.change('/sw.js', () => off);
    await host.change(other, (now) => now.replace(/(\w)\(`\/sw\.js`\)/, '0'));
    await page.goto(other);
    await expect.poll(() => caches(page)).toEqual({});
    await expect
      .poll(() =>
        page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
      )
      .toBe(0);
    await page.goto(other);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
  });
});

for (const [what, damage] of [
  ['whose listener throws', 'addEventListener("fetch", () => { throw new Error("broken"); });'],
  [
    'that cannot read caches',
    'CacheStorage.prototype.keys = CacheStorage.prototype.open = () => Promise.reject(new Error("broken"));',
  ],
  ['whose answers fail', 'Promise.race = () => Promise.reject(new Error("broken"));'],
] as const) {
  test(`a worker ${what} does not break the site`, async ({ page, context, host }) => {
    await visit(page, article);
    // It installs without the store, so that the broken one is really tried.
    const install = /(\w+)\.addEventListener\(`install`[^}]*\}\)/;
    await host.change('/sw.js', (now) => {
      expect(now).toMatch(install);
      return `globalThis.isBroken = true; ${damage} ${now.replace(install, '$1.skipWaiting()')}`;
    });
    await page.goto(other);
    const isBroken = () =>
      Promise.all(
        context.serviceWorkers().map((one) =>
          // A worker that is just being replaced cannot be asked.
          one.evaluate(() => Reflect.get(globalThis, 'isBroken') === true).catch(() => false),
        ),
      );
    await expect.poll(isBroken).toContain(true);
    await expect
      .poll(() =>
        page.evaluate(async () => {
          const { installing, waiting, active } =
            (await navigator.serviceWorker.getRegistration()) ?? {};
          return !installing && !waiting && active?.state;
        }),
      )
      .toBe('activated');
    for (const path of [article, '/timeline/', '/search/?q=draft']) {
      const response = await page.goto(path);
      expect(response?.status()).toBe(200);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    }
    await expect(page.getByRole('list', { name: 'Search results' })).toBeVisible();
  });
}

test('a copy is under the policy that the page was under', async ({ page, context }) => {
  const policyOf = async () => (await page.goto(article))?.headers()['content-security-policy'];
  await visit(page, article);
  const policy = await policyOf();
  expect(policy).toContain('trusted-types default');
  await goOffline(context);
  expect(await policyOf()).toBe(policy);
  await expect(notice(page)).toBeVisible();
  await page.goto('/offline/');
  await expect(list(page).getByRole('link')).toHaveText(title);
});

test('a reader sees what is stored, and forgets it', async ({ page, context }) => {
  await visit(page, article);
  await page.goto('/about/');
  await page.getByRole('link', { name: 'See them, or forget them' }).click();
  await expect(page).toHaveURL('/offline/');
  await expect(list(page).getByRole('link', { name: title })).toBeVisible();
  await page.getByRole('button', { name: 'Forget stored pages' }).press('Enter');
  await expect(page.getByRole('status')).toHaveText('Nothing is stored any more.');
  await expect(list(page)).toBeHidden();
  expect(Object.keys(await caches(page)).filter((name) => !name.includes(':shell:'))).toEqual([
    '/:pages:1',
  ]);
  expect(await storedPages(page)).toEqual([]);
  await goOffline(context);
  await page.goto(article);
  await expect(notice(page)).toContainText('not stored on this device');
  await expect(page.getByRole('status')).toHaveText('No page is stored yet.');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`notice and list have no fault that axe can find (${colorScheme})`, async ({
    page,
    context,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 700 });
    await visit(page, article);
    await goOffline(context);
    for (const path of [article, '/timeline/']) {
      await page.goto(path);
      await expect(notice(page)).toBeVisible();
      // Without a line axe would put a copy of the style sheet into the page, which the policy stops.
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .options({ preload: false })
        .withTags(['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${String(nodes[0]?.target)}`)).toEqual([]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(320);
    }
  });
}
