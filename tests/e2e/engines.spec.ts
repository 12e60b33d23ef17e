/**
 * axe and IBM's engine find nothing on any explainer, nor on a page of any other kind: by day and by
 * night, on the smallest phone and on a wide screen.
 */
import type { Page } from 'playwright/test';
import { axeFaults, ibmFaults } from './lib/engines.ts';
import { kinds, open } from './lib/kinds.ts';
import { everyExplainer, parts } from './lib/pages.ts';
import { test, expect } from './lib/test.ts';

// The engines are evaluated in the page, which its policy would forbid.
test.use({ bypassCSP: true });

/** By night nothing differs but the colours, so the engines are asked for those alone. */
const settings = [
  { width: 320, colorScheme: 'light', rules: 'all' },
  { width: 320, colorScheme: 'dark', rules: 'colours' },
  { width: 1280, colorScheme: 'dark', rules: 'colours' },
  { width: 1280, colorScheme: 'light', rules: 'all' },
] as const;

/** What the engines find in each setting. */
async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { width, colorScheme, rules } of settings) {
    await page.setViewportSize({ width, height: 740 });
    await page.emulateMedia({ colorScheme });
    for (const fault of [...(await axeFaults(page, rules)), ...(await ibmFaults(page, rules))]) {
      found.push(`${page.url()} at ${width} px, ${colorScheme}: ${fault}`);
    }
  }
  return found;
}

const addresses = [...new Set([...Object.values(kinds), ...everyExplainer])];

for (const [index, some] of parts(addresses, 7).entries()) {
  test(`two engines find nothing on explainers and kinds of pages, part ${index + 1}`, async ({
    page,
  }) => {
    test.setTimeout(600_000);
    const found: string[] = [];
    for (const address of some) {
      await page.goto(address);
      if (address === kinds['search results']) await open(page, 'search results');
      found.push(...(await faults(page)));
    }
    expect(found).toEqual([]);
  });
}

test('two engines find nothing while a term is explained', async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 320, height: 740 });
  await open(page, 'an explainer');
  await page.getByRole('link', { name: 'Conscription', exact: true }).click();
  await expect(page.getByRole('link', { name: 'More about “Conscription”' })).toBeVisible();
  expect(await faults(page)).toEqual([]);
});
