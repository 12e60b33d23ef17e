/** What a page needs besides its text comes after it, and comes to everybody. */
import type { Page } from 'playwright/test';
import { draftArticle } from './lib/site.ts';
import { test, expect } from './lib/test.ts';

const address = `/explainers/${draftArticle.slug}/`;

/** When style and script were asked for: before or after all of the page was read. */
async function asked(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const [navigation] = performance.getEntriesByType(
      'navigation',
    ) as PerformanceNavigationTiming[];
    const read = navigation?.domContentLoadedEventStart ?? 0;
    return performance
      .getEntriesByType('resource')
      .filter(({ name }) => name.includes('/_assets/'))
      .map(({ name, startTime }) => {
        const [file = ''] = /[a-z]+(?=[.-][\w-]+\.(?:css|js)$)/.exec(name) ?? [];
        return `${file} ${startTime > read ? 'after' : 'before'}`;
      })
      .toSorted();
  });
}

test('the rest of the style and the script are asked for when the page has been read', async ({
  page,
}) => {
  await page.goto(address);
  expect(await asked(page)).toEqual(['later after', 'page after']);
});

test('a page that has room for its whole style asks for the script alone', async ({ page }) => {
  await page.goto('/terms/backstop/');
  expect(await asked(page)).toEqual(['page after']);
});

test('where a link leads to a place in the page, nothing moves that place afterwards', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${address}#n5`);
  expect(await asked(page)).toEqual(['later before', 'page before']);
  await expect(page.locator('#n5')).toBeInViewport();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole style is there', async ({ page }) => {
    await page.goto(address);
    const colour = await page
      .locator('.foot')
      .evaluate((foot) => getComputedStyle(foot).backgroundColor);
    expect(colour).toBe('rgb(234, 242, 238)');
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.foot')).toBeHidden();
  });
});
