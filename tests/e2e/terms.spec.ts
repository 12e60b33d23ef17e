/** A reader meets a hard word. */
import type { Locator, Page } from 'playwright/test';
import { open } from './lib/kinds.ts';
import { ledger } from './lib/site.ts';
import { test, expect } from './lib/test.ts';

const { term: name, definition } = ledger.term('conscription').words.en;

const word = (page: Page): Locator => page.getByRole('link', { name, exact: true });
const explanation = (page: Page): Locator => page.getByText(`${name}: ${definition}`);
const more = (page: Page): Locator => page.getByRole('link', { name: `More about “${name}”` });
const close = (page: Page): Locator => page.getByRole('button', { name: 'Close' });

test.describe('a hard word in an article', () => {
  test.beforeEach(async ({ page }) => {
    await open(page, 'an explainer');
    await expect(explanation(page)).toBeHidden();
  });

  test('is explained by a click, and Escape leads back to the word', async ({ page }) => {
    await word(page).click();
    await expect(explanation(page)).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Escape');
    await expect(explanation(page)).toBeHidden();
    await expect(word(page)).toBeFocused();
  });

  test('is explained until the reader presses Close', async ({ page }) => {
    await word(page).click();
    await close(page).click();
    await expect(explanation(page)).toBeHidden();
    await expect(word(page)).toBeFocused();
  });

  test('is explained until the reader presses the word again, by finger or by key', async ({
    page,
  }) => {
    await word(page).click();
    await expect(explanation(page)).toBeVisible();
    await word(page).click();
    await expect(explanation(page)).toBeHidden();
    await word(page).press('Enter');
    await expect(explanation(page)).toBeVisible();
    await word(page).press('Enter');
    await expect(explanation(page)).toBeHidden();
  });

  test('is explained until the reader clicks elsewhere', async ({ page }) => {
    await word(page).click();
    await expect(explanation(page)).toBeVisible();
    await page.getByRole('heading', { level: 2 }).first().click();
    await expect(explanation(page)).toBeHidden();
  });

  test('gives way when the next word is explained', async ({ page }) => {
    await word(page).click();
    await expect(explanation(page)).toBeVisible();
    const next = ledger.term('reservist').words.en;
    await page.getByRole('link', { name: 'reservists', exact: true }).click();
    await expect(page.getByText(`${next.term}: ${next.definition}`)).toBeVisible();
    await expect(explanation(page)).toBeHidden();
  });

  test('is explained by keyboard alone', async ({ page }) => {
    await word(page).focus();
    await page.keyboard.press('Enter');
    await expect(explanation(page)).toBeVisible();
    // A screen reader is where the explanation is.
    await expect(page.locator('[popover]:popover-open')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(more(page)).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(close(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(explanation(page)).toBeHidden();
    await expect(word(page)).toBeFocused();
  });

  test('leads to a page of its own', async ({ page }) => {
    await word(page).click();
    await more(page).click();
    await expect(page).toHaveURL('/terms/conscription/');
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page.getByText(definition, { exact: true })).toBeVisible();
  });
});

/** How an explanation lies to its word; both in pixels of the window. */
const places = (button: Locator) =>
  button.evaluate((word) => {
    const popover = document.querySelector('[popover]:popover-open');
    if (!popover) throw new Error('Nothing is explained.');
    const { top, bottom, left, right, height } = popover.getBoundingClientRect();
    const lines = [...word.getClientRects()];
    return {
      covers: lines.some((line) => line.top < bottom && line.bottom > top),
      gap: Math.min(...lines.map((line) => Math.max(top - line.bottom, line.top - bottom))),
      fits: top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth,
      height,
      sideways: document.documentElement.scrollWidth - innerWidth,
    };
  });

for (const [width, height] of [
  [320, 568],
  [360, 740],
  [768, 1024],
  [1440, 900],
] as const) {
  test(`at ${width} px each explanation opens near its word, off its line, and within the window`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open(page, 'an explainer');
    const words = page.getByRole('main').locator('a.term');
    await expect(words).not.toHaveCount(0);
    for (const button of await words.all()) {
      for (const block of ['start', 'center', 'end'] as const) {
        await button.evaluate((word, where) => {
          word.scrollIntoView({ block: where, behavior: 'instant' });
        }, block);
        await button.click();
        const { covers, gap, fits, height: high, sideways } = await places(button);
        const word = `${await button.innerText()} at the ${block}`;
        expect(covers, word).toBe(false);
        expect(gap, word).toBeLessThan(32);
        expect(fits, word).toBe(true);
        expect(high, word).toBeLessThanOrEqual(height * 0.6);
        expect(sideways, word).toBeLessThanOrEqual(0);
        // A tap elsewhere: on the margin, where nothing is.
        await page.mouse.click(2, block === 'start' ? height - 3 : 3);
        await expect(page.locator('[popover]:popover-open')).toHaveCount(0);
      }
    }
  });
}

test.describe('with changed styles, which the policy would stop', () => {
  test.use({ bypassCSP: true });

  test('a browser that cannot place it by its word shows it at the foot of the window', async ({
    page,
  }) => {
    await page.route(/\/explainers\//, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replaceAll('position-area', 'unknown-area');
      await route.fulfill({ response, body });
    });
    for (const [width, height] of [
      [320, 568],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      await open(page, 'an explainer');
      await word(page).click();
      const box = await page.locator('[popover]:popover-open').boundingBox();
      expect(box).toMatchObject({ x: 0, width: Math.min(width, 33 * 16) });
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeCloseTo(height, 0);
      await page.keyboard.press('Escape');
      await expect(word(page)).toBeFocused();
    }
  });
});

test('the A to Z holds every term with its meaning', async ({ page }) => {
  await page.goto('/terms/');
  const groups = page.getByRole('main').getByRole('region').getByRole('listitem');
  await expect(groups).toHaveCount(ledger.terms.length);
  const entries = await groups.allInnerTexts();
  for (const { words } of ledger.terms) {
    expect(
      entries.filter(
        (entry) => entry.startsWith(words.en.term) && entry.includes(words.en.definition),
      ),
      words.en.term,
    ).toHaveLength(1);
  }
});

test('each letter of the A to Z leads to its terms', async ({ page }) => {
  await page.goto('/terms/');
  const letters = page.getByRole('navigation', { name: 'Letters' }).getByRole('link');
  for (const link of await letters.all()) {
    const letter = await link.innerText();
    await link.click();
    await expect(
      page.getByRole('heading', { level: 2, name: letter, exact: true }),
    ).toBeInViewport();
    await expect(page).toHaveURL(/\/terms\/#/);
    if (letter === '0–9') continue;
    const terms = page.getByRole('region', { name: letter, exact: true }).getByRole('link');
    for (const term of await terms.allInnerTexts()) {
      expect(term.normalize('NFD').charAt(0).toUpperCase()).toBe(letter);
    }
  }
});

test.describe('“backstop” is looked up from the home page', () => {
  test.beforeEach(({ page }) => page.goto('/'));

  test.afterEach(async ({ page }) => {
    await expect(page).toHaveURL('/terms/backstop/');
    await expect(page.getByRole('heading', { level: 1, name: 'Backstop' })).toBeVisible();
    await expect(
      page.getByText(ledger.term('backstop').words.en.definition, { exact: true }),
    ).toBeVisible();
  });

  test('by browsing', async ({ page }) => {
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Terms' })
      .click();
    await page
      .getByRole('navigation', { name: 'Letters' })
      .getByRole('link', { name: 'B', exact: true })
      .click();
    await page
      .getByRole('region', { name: 'B', exact: true })
      .getByRole('link', { name: 'Backstop', exact: true })
      .click();
  });

  test('by searching', async ({ page }) => {
    const box = page.getByRole('searchbox').first();
    await box.fill('backstop');
    await box.press('Enter');
    await page
      .getByRole('list', { name: 'Search results' })
      .getByRole('link', { name: 'Backstop', exact: true })
      .first()
      .click();
  });
});
