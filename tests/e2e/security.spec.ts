/**
 * Nothing that a stranger writes into a query, an address or what a browser keeps ever runs, and a
 * page keeps nothing but what a reader chose. What every test looks at besides stands in lib/test.ts.
 */
import type { Page } from 'playwright/test';
import { key } from '../../src/preferences/preferences.ts';
import { kinds, kindNames, open } from './lib/kinds.ts';
import { test, expect } from './lib/test.ts';

/** What runs something where it becomes markup, code, an attribute or an address. */
const planted = [
  '<img src=x onerror="window.ran=1">',
  '<script>window.ran=1</script>',
  '<svg onload=window.ran=1>',
  '"><iframe srcdoc="<script>parent.ran=1</script>"></iframe>',
  "');window.ran=1;//",
  '{{constructor.constructor("window.ran=1")()}}',
  'javascript:window.ran=1',
];

/** Everything that could have come of what was planted. */
async function expectNothing(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    ran: (Reflect.get(window, 'ran') ?? null) as unknown,
    elements: document.querySelectorAll(
      '[onerror], [onload], iframe, img[src="x"], [href^="javascript:"], svg[onload]',
    ).length,
  }));
  expect(found).toEqual({ ran: null, elements: 0 });
}

for (const markup of planted) {
  test(`planted in a query, a fragment and a path: ${markup}`, async ({ page }) => {
    const written = encodeURIComponent(markup);
    await page.goto(`/search/?q=${written}&kind=${written}#${written}`);
    await expect(page.getByRole('main').getByRole('searchbox').first()).toHaveValue(markup);
    await expect(page.getByRole('status')).toContainText(/\S/);
    await expectNothing(page);
    for (const path of [
      `${kinds['an explainer']}?${written}#${written}`,
      `${kinds['stored pages']}?q=${written}#${written}`,
      `/${written}/`,
    ]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectNothing(page);
    }
  });
}

test('planted in what the browser keeps', async ({ page }) => {
  await page.goto('/settings/');
  for (const markup of planted) {
    for (const value of [
      markup,
      JSON.stringify({ theme: markup, country: markup, size: markup }),
      `{"theme":"dark","country":${JSON.stringify(markup)}}`,
      `{"country":"../../${markup}"}`,
    ]) {
      await page.evaluate(
        ([name, text]) => {
          localStorage.setItem(name, text);
        },
        [key, value] as const,
      );
      await page.goto('/settings/');
      await expectNothing(page);
    }
    // The script for a chosen country has read the last of them.
    await page.goto(kinds['all countries']);
    await expectNothing(page);
  }
});

test('a visit to every kind of page keeps nothing in the browser', async ({ page, context }) => {
  for (const kind of kindNames) await open(page, kind);
  const kept = await page.evaluate(async () => {
    const held = async (name: string) => (await caches.open(name)).keys();
    return {
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      // The page of stored pages opens a cache to look into it.
      cached: (await Promise.all((await caches.keys()).map(held))).flat().length,
      cookie: document.cookie,
    };
  });
  expect(kept).toEqual({ local: 0, session: 0, databases: 0, cached: 0, cookie: '' });
  expect(await context.cookies()).toEqual([]);
});

test.describe('a page under its policy', () => {
  test.use({ provoked: /^console: / });

  test('runs no markup, no text and no script that slipped in', async ({ page }) => {
    await open(page, 'an explainer');
    const stopped = await page.evaluate(() => {
      const blocked = (attempt: () => unknown): boolean => {
        try {
          attempt();
          return false;
        } catch {
          return true;
        }
      };
      const script = document.createElement('script');
      const inline = blocked(() => {
        script.text = 'window.ran = 1';
        document.body.append(script);
      });
      return {
        inline: inline || Reflect.get(window, 'ran') === undefined,
        html: blocked(() => (document.body.innerHTML = '<b>x</b>')),
        worker: blocked(() => new Worker('/_assets/other.js')),
        policy: blocked(() => {
          const { trustedTypes } = window as unknown as {
            trustedTypes: { createPolicy(name: string, rules: object): unknown };
          };
          trustedTypes.createPolicy('other', {});
        }),
      };
    });
    expect(stopped).toEqual({ inline: true, html: true, worker: true, policy: true });
  });

  test('reaches no other origin, and puts on no foreign style', async ({ page }) => {
    await open(page, 'an explainer');
    const found = await page.evaluate(async () => {
      const foreign = await fetch('https://elsewhere.example/').catch(() => 'stopped');
      const style = document.createElement('style');
      style.textContent = 'h1 { color: rgb(1, 2, 3) }';
      document.head.append(style);
      const heading = document.querySelector('h1');
      return [foreign, heading && getComputedStyle(heading).color === 'rgb(1, 2, 3)'];
    });
    expect(found).toEqual(['stopped', false]);
  });

  test('stands in no frame', async ({ page }) => {
    await page.route('/frame.html', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<iframe src="/about/"></iframe>' }),
    );
    await page.goto('/frame.html');
    await expect(page.frameLocator('iframe').getByRole('heading', { level: 1 })).toHaveCount(0);
  });
});

test.describe('on a host that sends no headers', () => {
  test.beforeEach(async ({ page }) => {
    await page.route('**', async (route) => {
      const response = await route.fetch();
      const type = response.headers()['content-type'] ?? '';
      await route.fulfill({ response, headers: { 'content-type': type } });
    });
  });

  test('the search works, listening is loaded, and settings are kept', async ({ page }) => {
    await open(page, 'search results');
    await page.goto('/settings/');
    await page.getByRole('radio', { name: 'Dark' }).check();
    await page.goto('/');
    await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  });

  test.describe('a page', () => {
    test.use({ provoked: /^console: / });

    test('still runs nothing that slipped in', async ({ page }) => {
      await open(page, 'an explainer');
      const isStopped = await page.evaluate(() => {
        try {
          document.body.innerHTML = '<img src=x onerror="window.ran=1">';
          return false;
        } catch {
          return true;
        }
      });
      expect(isStopped).toBe(true);
      await expectNothing(page);
    });
  });
});
