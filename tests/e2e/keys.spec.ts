/** A reader reaches the search with a key: `/`, Control+K or Command+K. */
import type { Locator, Page } from 'playwright/test';
import { open, type Kind } from './lib/kinds.ts';
import { test, expect } from './lib/test.ts';

const inBanner = (page: Page): Locator => page.getByRole('banner').getByRole('searchbox');
const inMain = (page: Page): Locator =>
  page.getByRole('main').getByRole('searchbox', { name: 'What do you want to know?' });

/** Which box the keys lead to: the large one in the heading, where there is one. */
const boxes = {
  home: inMain,
  search: inMain,
  'an unknown address': inMain,
  'an explainer': inBanner,
  'a term': inBanner,
} satisfies Partial<Record<Kind, (page: Page) => Locator>>;

/** What is selected in the box. */
const selected = (box: Locator): Promise<string> =>
  box.evaluate((input: HTMLInputElement) =>
    input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
  );

for (const [kind, boxOf] of Object.entries(boxes)) {
  test(`/, Control+K and Command+K lead to the box of ${kind}`, async ({ page }) => {
    await open(page, kind as Kind);
    const box = boxOf(page);
    await expect(page.locator('[aria-keyshortcuts]')).toHaveCount(1);
    await expect(box).toHaveAttribute('aria-keyshortcuts', '/ Control+K Meta+K');
    for (const key of ['/', 'Control+k', 'Meta+k']) {
      await expect(box).not.toBeFocused();
      await page.keyboard.press(key);
      await expect(box).toBeFocused();
      await expect(box).toBeInViewport();
      await expect(box).toHaveValue('');
      await box.blur();
    }
  });
}

test('from far down an article a question is asked with keys alone', async ({ page }) => {
  await open(page, 'an explainer');
  await page.keyboard.press('End');
  await page.keyboard.press('/');
  await page.keyboard.type('backstop');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search/?q=backstop');
});

test('what stands in the box is selected, so that the next question takes its place', async ({
  page,
}) => {
  await page.goto('/search/?q=backstop');
  await expect(inMain(page)).toHaveValue('backstop');
  for (const key of ['/', 'Control+k']) {
    await inMain(page).blur();
    await page.keyboard.press(key);
    expect(await selected(inMain(page))).toBe('backstop');
  }
  await page.keyboard.type('tripwire');
  await expect(inMain(page)).toHaveValue('tripwire');
});

test('a slash typed into a box is a slash, and Control+K selects what was typed', async ({
  page,
}) => {
  for (const kind of ['home', 'an explainer'] as const) {
    await open(page, kind);
    for (const box of await page.getByRole('searchbox').all()) {
      await box.pressSequentially('and/or');
      await expect(box).toHaveValue('and/or');
      await expect(box).toBeFocused();
    }
    const box = boxes[kind](page);
    await box.press('Control+k');
    await expect(box).toBeFocused();
    expect(await selected(box)).toBe('and/or');
  }
});

test('other keys are left to the browser', async ({ page }) => {
  await open(page, 'an explainer');
  for (const key of ['k', 'Shift+K', 'Control+/', 'Alt+/', 'Control+Shift+K', '?']) {
    await page.keyboard.press(key);
    await expect(inBanner(page)).not.toBeFocused();
  }
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('no key is promised, and none does harm', async ({ page }) => {
    for (const kind of ['home', 'an explainer', 'search'] as const) {
      await open(page, kind);
      await expect(page.locator('[aria-keyshortcuts]')).toHaveCount(0);
      await page.keyboard.press('/');
      const box = boxes[kind](page);
      await expect(box).not.toBeFocused();
      await box.fill('and/or');
      await box.press('Enter');
      await expect(page).toHaveURL('/search/?q=and%2For');
    }
  });
});
