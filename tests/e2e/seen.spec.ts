/** Text is seen in any colours, the focus is seen wherever it is, and nothing moves unasked. */
import type { Page } from 'playwright/test';
import { faintText, hiddenFocus, movement } from './lib/checks.ts';
import { kindNames, open, type Kind } from './lib/kinds.ts';
import { test, expect } from './lib/test.ts';

/** Colours that a reader may have: by day, by night, and those of a system that sets its own. */
const colours = [
  { forcedColors: 'none', colorScheme: 'light' },
  { forcedColors: 'none', colorScheme: 'dark' },
  { forcedColors: 'active', colorScheme: 'light' },
  { forcedColors: 'active', colorScheme: 'dark' },
] as const;

/** Everything of a page that a reader can unfold. */
async function unfold(page: Page, kind: Kind): Promise<void> {
  if (kind !== 'an explainer') return;
  await page.getByRole('navigation', { name: 'On this page' }).locator('summary').click();
  await page.getByRole('link', { name: 'Conscription', exact: true }).click();
  await expect(page.getByRole('link', { name: 'More about “Conscription”' })).toBeVisible();
}

test('all text has a contrast of 7:1, also with forced colours', async ({ page }) => {
  test.setTimeout(180_000);
  await page.setViewportSize({ width: 360, height: 740 });
  const faint: string[] = [];
  for (const kind of kindNames) {
    await page.emulateMedia(colours[0]);
    await open(page, kind);
    await unfold(page, kind);
    for (const setting of colours) {
      await page.emulateMedia(setting);
      const found = await page.evaluate(faintText);
      faint.push(...found.map((text) => `${kind}, ${Object.values(setting).join(', ')}: ${text}`));
    }
  }
  expect(faint).toEqual([]);
});

test('what has the focus is seen whole, with an outline, on a phone and on a wide screen', async ({
  page,
}) => {
  test.setTimeout(240_000);
  const hidden: string[] = [];
  for (const kind of kindNames) {
    await page.setViewportSize({ width: 320, height: 640 });
    await open(page, kind);
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 640 });
      await page.keyboard.press('Tab');
      const { stops, faults } = await page.evaluate(hiddenFocus);
      expect(stops, kind).toBeGreaterThan(10);
      hidden.push(...faults.map((fault) => `${kind} at ${width} px: ${fault}`));
    }
  }
  expect(hidden).toEqual([]);
});

test('nothing moves for a reader who asked for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const moving: string[] = [];
  for (const kind of kindNames) {
    await open(page, kind);
    moving.push(...(await page.evaluate(movement)).map((part) => `${kind}: ${part}`));
  }
  expect(moving).toEqual([]);
});

for (const address of [
  '/settings/',
  '/genuine/',
  '/offline/',
  '/search/?q=conscription',
  '/search/',
]) {
  test(`nothing is pushed aside when the script of ${address} comes late`, async ({ page }) => {
    await page.route('**/_assets/*.js', async (route) => {
      // The page has been drawn by then.
      await page.evaluate(() => new Promise((drawn) => setTimeout(drawn, 400)));
      await route.continue();
    });
    await page.addInitScript(() => {
      Reflect.set(window, 'shifts', 0);
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const { value } = entry as unknown as { value: number };
          Reflect.set(window, 'shifts', Number(Reflect.get(window, 'shifts')) + value);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(address, { waitUntil: 'networkidle' });
    await expect(page.locator('html')).not.toHaveClass('asked');
    expect(await page.evaluate(() => Number(Reflect.get(window, 'shifts')))).toBeLessThan(0.01);
  });
}

test('long lists have their headings beside their first entry', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const address of ['/facts/', '/sources/']) {
    await page.goto(address);
    const section = page
      .locator('section')
      .filter({ has: page.locator('.ledger') })
      .first();
    const heading = await section.getByRole('heading').first().boundingBox();
    const entry = await section.locator('li').first().boundingBox();
    expect(Math.abs((heading?.y ?? 0) - (entry?.y ?? 999))).toBeLessThan(16);
  }
});
