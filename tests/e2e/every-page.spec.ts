/**
 * Every page of the site, not one of each kind: axe finds nothing, nothing lies beside the smallest
 * screen, and lines of text are not too long on a wide one.
 */
import { longLines, lost, smallTargets } from './lib/checks.ts';
import { axeFaults } from './lib/engines.ts';
import { everyExplainer, everyPage, parts } from './lib/pages.ts';
import { test, expect } from './lib/test.ts';

/** engines.spec.ts asks axe about these. */
const asked = new Set(everyExplainer);

/**
 * Pages of one template, which differ in their words only: the contrast of one in twenty is measured,
 * which saves a third of the time.
 */
const isAlike = (address: string, index: number): boolean =>
  /^\/(facts|terms|claims)\/./.test(address) && index % 20 !== 0;

test.use({ bypassCSP: true, viewport: { width: 320, height: 740 } });

for (const [index, some] of parts(everyPage, 7).entries()) {
  test(`nothing is wrong with any page, part ${index + 1}`, async ({ page }) => {
    test.setTimeout(600_000);
    const found: string[] = [];
    const report = (address: string, faults: readonly string[]): void => {
      found.push(...faults.map((fault) => `${address}: ${fault}`));
    };
    for (const [place, address] of some.entries()) {
      await page.setViewportSize({ width: 320, height: 740 });
      await page.goto(address);
      if (!asked.has(address)) {
        const rules = isAlike(address, place) ? 'all but colours' : 'all';
        report(address, await axeFaults(page, rules));
      }
      report(address, await page.evaluate(lost));
      report(address, await page.evaluate(smallTargets));
      await page.setViewportSize({ width: 1280, height: 740 });
      report(address, await page.evaluate(longLines));
    }
    expect(found).toEqual([]);
  });
}
