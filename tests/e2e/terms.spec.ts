/** A reader meets a hard word. */
import { test, expect, type Locator, type Page } from 'playwright/test';
import { open } from './lib/kinds.ts';
import { ledger } from './lib/site.ts';

const { term: name, definition } = ledger.term('conscription').words.en;

const word = (page: Page): Locator => page.getByRole('button', { name, exact: true });
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
    await page.getByRole('button', { name: 'reservists' }).click();
    await expect(page.getByText(`${next.term}: ${next.definition}`)).toBeVisible();
    await expect(explanation(page)).toBeHidden();
  });

  test('is explained by keyboard alone', async ({ page }) => {
    await word(page).focus();
    await page.keyboard.press('Space');
    await expect(explanation(page)).toBeVisible();
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

test('on a very small phone each explanation leaves the text in sight and nothing to the side', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await open(page, 'an explainer');
  const words = page.getByRole('main').locator('button.term');
  await expect(words).not.toHaveCount(0);
  for (const button of await words.all()) {
    await button.click();
    const popover = page.locator('[popover]:popover-open');
    await expect(popover).toBeInViewport({ ratio: 1 });
    const { width = 0, height = 0 } = (await popover.boundingBox()) ?? {};
    expect(width).toBeLessThanOrEqual(320);
    expect(height).toBeLessThanOrEqual(568 * 0.6);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.keyboard.press('Escape');
    await expect(popover).toHaveCount(0);
  }
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
