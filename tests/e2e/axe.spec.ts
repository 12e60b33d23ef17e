/** No page of any kind has a fault that axe can find: A, AA, AAA and best practice. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { kindNames, open } from './lib/kinds.ts';
import { test, expect } from './lib/test.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag2aaa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** At night nothing differs but the colours, so only the rules on colours are asked again. */
const settings = [
  { name: 'on a phone', width: 360, colorScheme: 'light', tags: rules },
  { name: 'on a phone at night', width: 360, colorScheme: 'dark', tags: ['cat.color'] },
  { name: 'on a wide screen', width: 1280, colorScheme: 'light', tags: rules },
] as const;

/** What axe finds in each setting, a line for each element. */
async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const { name, width, colorScheme, tags } of settings) {
    await page.setViewportSize({ width, height: 740 });
    await page.emulateMedia({ colorScheme });
    const { violations, passes } = await new AxeBuilder({ page })
      // The whole report of a long page has many megabytes; pages have no frames.
      .options({ resultTypes: ['violations'] })
      .setLegacyMode()
      .withTags([...tags])
      .analyze();
    expect(passes.map(({ id }) => id)).toContain('color-contrast-enhanced');
    for (const { id, nodes } of violations) {
      for (const { target, any, all, none } of nodes) {
        const [reason] = [...any, ...all, ...none];
        found.push(`${name}: ${id}: ${target.join(' ')}: ${reason?.message ?? ''}`);
      }
    }
  }
  return found;
}

test.describe('axe finds nothing', () => {
  for (const kind of kindNames) {
    test(`on ${kind}`, async ({ page }) => {
      test.setTimeout(120_000);
      await open(page, kind);
      expect(await faults(page)).toEqual([]);
    });
  }

  test('on an explainer while a term is explained', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, 'an explainer');
    await page.getByRole('link', { name: 'Conscription', exact: true }).click();
    await expect(page.getByRole('link', { name: 'More about “Conscription”' })).toBeVisible();
    expect(await faults(page)).toEqual([]);
  });
});
