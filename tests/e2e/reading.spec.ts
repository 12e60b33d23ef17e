/** A reader finds their place in a long article, and moves between pages calmly. */
import type { Page } from 'playwright/test';
import { open } from './lib/kinds.ts';
import { test, expect } from './lib/test.ts';

const contents = (page: Page) => page.getByRole('navigation', { name: 'On this page' });

/** What the list of contents marks as being read. */
const current = (page: Page): Promise<string[]> =>
  contents(page)
    .getByRole('link')
    .evaluateAll((links) =>
      links
        .filter((link) => getComputedStyle(link).textDecorationLine === 'underline')
        .map((link) => link.textContent.trim()),
    );

for (const width of [768, 1440]) {
  test(`the list of contents follows the reader at ${width} px and marks the section`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page, 'an explainer');
    await expect(contents(page).getByRole('link').first()).toBeVisible();
    const headings = page.locator('.prose h2');
    for (const heading of await headings.all()) {
      const name = (await heading.innerText()).trim();
      await heading.evaluate((element) => {
        element.scrollIntoView({ block: 'start', behavior: 'instant' });
      });
      await expect(contents(page)).toBeInViewport({ ratio: 0.9 });
      await expect.poll(() => current(page)).toEqual([name]);
    }
  });
}

test('on a phone the list is folded, and each entry leads to its section', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  await open(page, 'an explainer');
  const links = contents(page).getByRole('link');
  await expect(links).toHaveCount(0);
  await contents(page).getByText('On this page').click();
  await links.filter({ hasText: 'What is not known yet' }).click();
  await expect(page.getByRole('heading', { name: 'What is not known yet' })).toBeInViewport();
});

test('every link to another site opens where the reader is, and its line names the host', async ({
  page,
}) => {
  await open(page, 'an explainer');
  const links = page.getByRole('region', { name: 'Sources' }).locator('a[href^=http]');
  await expect(links).not.toHaveCount(0);
  for (const link of await links.all()) {
    const host = await link.evaluate((a: HTMLAnchorElement) => a.hostname.replace(/^www\./, ''));
    await expect(link.locator('..')).toContainText(`(${host}`);
    await expect(link).not.toHaveAttribute('target');
  }
});
