/** The pages fit: any screen, larger text, wider spacing, a finger, and paper. */
import type { Page } from 'playwright/test';
import { lost, smallTargets } from './lib/checks.ts';
import { kindNames, kinds, open } from './lib/kinds.ts';
import { ledger } from './lib/site.ts';
import { test, expect } from './lib/test.ts';

/** WCAG 1.4.12: what a reader may set without losing anything. */
const spacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`;

test.describe('nothing is lost beside the screen or cut off', () => {
  test.use({ bypassCSP: true });
  for (const kind of kindNames) {
    test(`on ${kind}, at any width, with larger text, and with wider spacing`, async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 640 });
      await open(page, kind);
      const faults: Record<string, string[]> = {};
      for (const width of [320, 360, 768, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        faults[`at ${width} px`] = await page.evaluate(lost);
      }
      const style = await page.addStyleTag({ content: spacing });
      faults['at 1440 px, spaced'] = await page.evaluate(lost);
      await page.setViewportSize({ width: 320, height: 800 });
      faults['at 320 px, spaced'] = await page.evaluate(lost);
      await style.evaluate((element: Element) => {
        element.textContent = 'html { font-size: 200% !important; }';
      });
      await page.setViewportSize({ width: 640, height: 800 });
      faults['at 640 px, text twice as large'] = await page.evaluate(lost);
      expect(Object.entries(faults).filter(([, found]) => found.length > 0)).toEqual([]);
    });
  }
});

test('a finger finds whatever can be pressed, on a phone and on a wide screen', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const small: string[] = [];
  for (const kind of kindNames) {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, kind);
    if (kind === 'an explainer') {
      await page.getByRole('navigation', { name: 'On this page' }).locator('summary').click();
      await page.getByRole('link', { name: 'Conscription', exact: true }).click();
    }
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      const found = await page.evaluate(smallTargets);
      small.push(...found.map((target) => `${kind} at ${width} px: ${target}`));
    }
  }
  expect(small).toEqual([]);
});

test.describe('on paper', () => {
  test.beforeEach(({ page }) => page.emulateMedia({ media: 'print' }));

  test('nothing to click is printed', async ({ page }) => {
    for (const kind of ['home', 'an explainer', 'a country', 'a fact'] as const) {
      await open(page, kind);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('navigation')).toHaveCount(0);
      await expect(page.getByRole('search')).toHaveCount(0);
    }
  });

  test('the notes of every explainer are printed with the addresses of their sources', async ({
    page,
  }) => {
    for (const { slug } of ledger.explainers.filter(({ language }) => language === 'en')) {
      await page.goto(`/explainers/${slug}/`);
      await expect(page.getByRole('region', { name: 'Sources' })).toBeVisible();
      expect(await unprinted(page), slug).toEqual([]);
    }
  });

  test('a fact, a claim and a term are printed with the addresses of their sources', async ({
    page,
  }) => {
    for (const kind of ['a fact', 'a claim', 'a term'] as const) {
      await open(page, kind);
      await expect(page.getByRole('region', { name: /Sources/ })).toBeVisible();
      expect(await unprinted(page), kind).toEqual([]);
    }
  });

  test('the meaning of each explained word is printed', async ({ page }) => {
    await open(page, 'an explainer');
    const { term, definition } = ledger.term('conscription').words.en;
    await expect(page.getByText(`${term}: ${definition}`)).toBeVisible();
  });
});

/** Sources whose address does not stand on the paper. */
async function unprinted(page: Page): Promise<string[]> {
  const sources = await page
    .getByRole('main')
    .locator('a[href^=http]')
    .evaluateAll((links) =>
      links.map((link) => ({
        address: link.getAttribute('href') ?? '',
        printed: link.textContent + getComputedStyle(link, '::after').content,
      })),
    );
  expect(sources).not.toEqual([]);
  return sources
    .filter(({ address, printed }) => !printed.replaceAll('\\', '').includes(address))
    .map(({ address }) => address);
}

test('no page asks another server for anything, keeps anything, or complains', async ({
  page,
  context,
  baseURL,
}) => {
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  context.on('request', (request) => {
    const { origin, href, protocol } = new URL(request.url());
    if (origin !== baseURL && protocol !== 'data:') elsewhere.push(href);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      complaints.push(`${page.url()}: ${message.text()}`);
    }
  });
  for (const kind of kindNames) {
    await open(page, kind);
    const kept = await page.evaluate(() => [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
    ]);
    expect(kept, kinds[kind]).toEqual([]);
  }
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});
