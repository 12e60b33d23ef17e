/** A reader chooses colours and says where they live; the site remembers what it was asked to, and no more. */
import type { Page } from 'playwright/test';
import { key } from '../../src/preferences/preferences.ts';
import { kindNames, kinds, open } from './lib/kinds.ts';
import { draftArticle } from './lib/site.ts';
import { test, expect } from './lib/test.ts';

const night = 'oklch(0.19 0.014 180)';
const day = 'oklch(0.988 0.004 165)';

const colour = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const kept = (page: Page): Promise<[string, string][]> =>
  page.evaluate(() => Object.entries(localStorage) as [string, string][]);
const country = (page: Page) => page.getByRole('combobox', { name: 'Where do you live?' });
const live = (page: Page) =>
  page.getByRole('main').getByRole('link', { name: 'Where do you live?' });

/** What stands in the storage before a page is opened. */
const store = (page: Page, text: string) =>
  page.addInitScript(
    ([name = '', value = '']) => {
      localStorage.setItem(name, value);
    },
    [key, text],
  );

test('colours follow the device, are set by keys alone, and stay set on every page', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  expect(await colour(page)).toBe(day);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Settings' }).click();
  await expect(page).toHaveURL('/settings/');
  await expect(page.getByRole('status')).toHaveText('No choice is kept on this device.');
  expect(await kept(page)).toEqual([]);

  const colours = page.getByRole('group', { name: 'Colours' });
  await colours.getByRole('radio', { name: 'As on my device' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(colours.getByRole('radio', { name: 'Dark' })).toBeChecked();
  expect(await colour(page)).toBe(night);
  await expect(page.getByRole('status')).toHaveText('Kept on this device: Dark.');
  expect(await kept(page)).toEqual([[key, '{"theme":"dark"}']]);
  await expect(page.getByText(`under the name “${key}”`)).toBeVisible();

  for (const kind of ['an explainer', 'home', 'a term'] as const) {
    await open(page, kind);
    expect(await colour(page)).toBe(night);
  }
});

test('a page that comes back out of memory has the colours chosen meanwhile', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await open(page, 'an explainer');
  expect(await colour(page)).toBe(day);
  // Browsers that are driven keep no pages in memory, so the page is told that it comes back.
  await page.evaluate((name) => {
    localStorage.setItem(name, '{"theme":"dark"}');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  }, key);
  expect(await colour(page)).toBe(night);
});

test('the chosen colours are there before anything is drawn', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await store(page, '{"theme":"dark"}');
  // The page as it is when its body begins, before any script that waits.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.querySelector('body')) return;
      Reflect.set(window, 'first', getComputedStyle(document.documentElement).colorScheme);
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await open(page, 'an explainer');
  expect(await page.evaluate(() => Reflect.get(window, 'first') as string)).toBe('dark');
});

test('a reader in Germany is led to what an article says about Germany', async ({ page }) => {
  await page.goto('/explainers/does-my-parliament-vote/');
  await live(page).click();
  await country(page).selectOption('Germany');
  await expect(page.getByRole('status')).toHaveText('Kept on this device: Germany.');
  await page.goBack();
  const here = page.getByRole('link', { name: 'Germany on this page' });
  await here.click();
  await expect(page).toHaveURL(/#.+/);
  const row = page.getByRole('row', { name: /^Germany/ });
  await expect(row.or(page.locator('.yours')).first()).toBeInViewport();
  await expect(page.locator('.yours')).not.toHaveCount(0);
  for (const line of await page.locator('.yours').allInnerTexts()) expect(line).toContain('German');
});

test('where an article does not name the country, the link leads to its page', async ({ page }) => {
  await store(page, '{"country":"nz"}');
  await open(page, 'an explainer');
  await page.getByRole('link', { name: 'What New Zealand promised' }).click();
  await expect(page).toHaveURL('/countries/new-zealand/');
  for (const address of ['/', '/countries/']) {
    await page.goto(address);
    await expect(page.getByRole('link', { name: 'What New Zealand promised' })).toBeVisible();
  }
});

for (const width of [320, 1440]) {
  test(`nothing moves when the country is shown, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await store(page, '{"country":"gb","theme":"dark"}');
    await page.addInitScript(() => {
      Reflect.set(window, 'moved', 0);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const value = Reflect.get(entry, 'value') as number;
          Reflect.set(window, 'moved', (Reflect.get(window, 'moved') as number) + value);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const slug of [draftArticle.slug, 'does-my-parliament-vote']) {
      // The answer comes late, so that the words before it are drawn.
      await page.route('**/countries.json', async (route) => {
        await page.getByRole('main').getByRole('link', { name: 'Where do you live?' }).waitFor();
        await live(page).scrollIntoViewIfNeeded();
        const before = await page.locator('article').boundingBox();
        heights.push(before?.height ?? 0);
        await route.continue();
      });
      const heights: number[] = [];
      await page.goto(`/explainers/${slug}/`);
      await expect(
        page.getByRole('link', { name: /^(United Kingdom on|What United)/ }),
      ).toBeVisible();
      const after = await page.locator('article').boundingBox();
      expect(heights).toEqual([after?.height]);
      expect(await page.evaluate(() => Reflect.get(window, 'moved') as number)).toBe(0);
      await page.unroute('**/countries.json');
    }
  });
}

test('the key / is switched off for readers who press it by mistake, and comes back', async ({
  page,
}) => {
  await page.goto('/settings/');
  const box = page.getByRole('banner').getByRole('searchbox');
  const choice = page.getByRole('checkbox', { name: 'The key / leads to the search box' });
  await expect(choice).toBeChecked();
  await expect(box).toHaveAttribute('aria-keyshortcuts', '/ Control+K Meta+K');
  await choice.uncheck();
  await expect(page.getByRole('status')).toHaveText('Kept on this device: the key / is off.');
  expect(await kept(page)).toEqual([[key, '{"slash":false}']]);
  for (const address of ['/settings/', kinds['an explainer']]) {
    await page.goto(address);
    await expect(box).toHaveAttribute('aria-keyshortcuts', 'Control+K Meta+K');
    await page.keyboard.press('/');
    await expect(box).not.toBeFocused();
    await page.keyboard.press('Control+k');
    await expect(box).toBeFocused();
  }
  await page.goto('/settings/');
  await choice.check();
  await choice.blur();
  expect(await kept(page)).toEqual([]);
  await expect(box).toHaveAttribute('aria-keyshortcuts', '/ Control+K Meta+K');
  await page.keyboard.press('/');
  await expect(box).toBeFocused();
});

test('every choice is forgotten at the place where it was made', async ({ page }) => {
  await store(page, '{"theme":"dark","country":"fr"}');
  await page.goto('/settings/');
  await expect(page.getByRole('status')).toHaveText('Kept on this device: Dark, France.');
  await page.getByRole('button', { name: 'Forget my choices' }).click();
  await expect(page.getByRole('status')).toHaveText('No choice is kept on this device.');
  await expect(page.getByRole('radio', { name: 'As on my device' })).toBeFocused();
  await expect(country(page)).toHaveValue('');
  expect(await kept(page)).toEqual([]);
  expect(await colour(page)).toBe(day);
});

test('markup planted in what is kept never runs and never shows', async ({ page }) => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const planted = [
    '{"theme":"dark\\"><img src=x onerror=alert(1)>","country":"<img src=x onerror=alert(1)>"}',
    '{"country":"__proto__"}',
    '{"country":"zz"}',
    '{"country":"constructor"}',
    '"country":"<script>alert(1)</script>',
    '{',
  ];
  for (const text of planted) {
    const tab = await page.context().newPage();
    tab.on('pageerror', (error) => faults.push(error.message));
    tab.on('dialog', (dialog) => {
      faults.push(dialog.message());
      void dialog.dismiss();
    });
    await store(tab, text);
    for (const address of [kinds['an explainer'], '/', '/settings/']) {
      await tab.goto(address, { waitUntil: 'networkidle' });
      await expect(tab.getByRole('main')).not.toContainText(/img|alert|undefined/);
      await expect(tab.locator('img[src=x]')).toHaveCount(0);
      expect(await colour(tab)).toBe(day);
      if (address === '/settings/') {
        await expect(tab.getByRole('status')).toHaveText('No choice is kept on this device.');
      } else if (address !== '/') await expect(live(tab)).toBeVisible();
    }
    await tab.close();
  }
  expect(faults).toEqual([]);
});

test('where the browser refuses to keep anything, the page says so and the colours hold', async ({
  page,
}) => {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await open(page, 'an explainer');
  await expect(live(page)).toBeVisible();
  await page.goto('/settings/');
  await page.getByRole('radio', { name: 'Dark' }).check();
  expect(await colour(page)).toBe(night);
  await expect(page.getByRole('status')).toContainText('does not let this site keep anything');
  expect(faults).toEqual([]);
});

test('the settings are used with a finger on the smallest phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto('/settings/');
  const targets = page.locator('#settings :is(label:has(input), select, button)');
  await expect(targets).toHaveCount(6);
  for (const target of await targets.all()) {
    expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('colours follow the device, and the way to a country is a list of links', async ({
    page,
  }) => {
    for (const [colorScheme, expected] of [
      ['dark', night],
      ['light', day],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await open(page, 'an explainer');
      const body = page.locator('body');
      await expect(body).toHaveCSS('background-color', expected);
    }
    await live(page).click();
    await expect(page.locator('noscript p')).toBeVisible();
    await expect(page.getByRole('radio')).toHaveCount(0);
    await page.getByRole('main').getByRole('link', { name: 'Germany' }).click();
    await expect(page).toHaveURL('/countries/germany/');
  });
});

test('every page keeps its contrast and its parts with forced colours and with more contrast', async ({
  page,
}) => {
  for (const kind of kindNames) {
    await page.emulateMedia({ forcedColors: 'none', contrast: 'more', colorScheme: 'dark' });
    await open(page, kind);
    expect(await colour(page), kind).toBe('rgb(0, 0, 0)');
    await page.emulateMedia({ forcedColors: 'active', contrast: null });
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await open(page, 'an explainer');
  for (const part of ['.not-known', '.term']) {
    expect(
      await page
        .locator(part)
        .first()
        .evaluate((element) => getComputedStyle(element).outlineStyle),
    ).toBe('solid');
  }
});
