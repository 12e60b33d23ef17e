/** What comes out of the printer: how many pages, in which ink, and whether the code is on them. */
import type { Page } from 'playwright/test';
import { draftArticle, ledger } from './lib/site.ts';
import { test, expect } from './lib/test.ts';

/** Points, in which type on paper is measured, by the pixel of CSS. */
const points = 0.75;

/** The least that small type on paper may have, and the least on a leaflet for the facts. */
const smallest = { article: 7.5, leaflet: 13 };

/** How many pages a document has. Chromium writes each as an object of its own, uncompressed. */
function pagesOf(pdf: Buffer): number {
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  if (pages === 0) throw new Error('No page was found in the document.');
  return pages;
}

const printed = async (page: Page, format: 'A4' | 'Letter') => pagesOf(await page.pdf({ format }));

/** The smallest type among what a selector finds, in points, without what is lost in rounding. */
const smallestOf = (page: Page, selector: string) =>
  page.locator(selector).evaluateAll((elements, scale) => {
    const sizes = elements
      .filter((element) => element.checkVisibility())
      .map((element) => parseFloat(getComputedStyle(element).fontSize) * scale);
    return Math.round(Math.min(...sizes) * 100) / 100;
  }, points);

test('an explainer of usual length fits two pages of A4', async ({ page }) => {
  const pages: Record<string, number> = {};
  for (const slug of [draftArticle.slug, 'is-it-nato', 'who-pays']) {
    await page.goto(`/explainers/${slug}/`);
    pages[slug] = await printed(page, 'A4');
  }
  expect(Object.entries(pages).filter(([, count]) => count > 2)).toEqual([]);
});

test('every leaflet is one page of A4, and one of US Letter, in large type', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ media: 'print' });
  const wrong: string[] = [];
  for (const { slug } of ledger.explainers.filter(({ language }) => language === 'en')) {
    await page.goto(`/explainers/${slug}/leaflet/`);
    for (const format of ['A4', 'Letter'] as const) {
      const pages = await printed(page, format);
      if (pages !== 1) wrong.push(`${slug}: ${pages} pages of ${format}`);
    }
    const least = await smallestOf(page, '.leaflet :is(.facts p:last-child, .bullets li)');
    if (least < smallest.leaflet) wrong.push(`${slug}: type of ${least} points`);
  }
  expect(wrong).toEqual([]);
});

test('a screen does not fetch the code, and paper does', async ({ page }) => {
  await page.goto(`/explainers/${draftArticle.slug}/`);
  const code = page.locator('img.qr');
  const width = () => code.evaluate((image: HTMLImageElement) => image.naturalWidth);
  await page.evaluate(() => {
    window.scrollTo(0, document.body.scrollHeight);
  });
  await page.waitForLoadState('networkidle');
  expect(await width()).toBe(0);
  await page.pdf();
  expect(await width()).toBeGreaterThan(0);
  await page.evaluate(() => {
    window.scrollTo(0, 0);
  });
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('img', { name: 'QR code of this page' })).toBeInViewport();
});

test.describe('in the dark', () => {
  test.use({ colorScheme: 'dark' });

  test('paper stays white and its ink black', async ({ page }) => {
    for (const path of ['', 'leaflet/']) {
      await page.goto(`/explainers/${draftArticle.slug}/${path}`);
      const colours = () =>
        page.evaluate(() =>
          ['body', 'h1', '.lead', '.status', '.cite, .facts p', '.foot, .way-back p'].map(
            (selector) => {
              const style = getComputedStyle(document.querySelector(selector) ?? document.body);
              return [style.color, style.backgroundColor].join(' on ');
            },
          ),
        );
      await page.emulateMedia({ media: 'screen', colorScheme: 'dark' });
      await page.evaluate(() => {
        document.documentElement.style.colorScheme = 'dark';
      });
      expect((await colours())[0]).not.toContain('rgb(0, 0, 0)');
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      expect(
        await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme),
      ).toBe('light');
      const [body, ...others] = await colours();
      expect(body).toBe('rgb(0, 0, 0) on rgb(255, 255, 255)');
      for (const colour of others) {
        expect(colour).toMatch(/^rgb\(0, 0, 0\) on (rgba\(0, 0, 0, 0\)|rgb\(255, 255, 255\))$/);
      }
    }
  });
});

test('small type on paper can be read', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await page.goto(`/explainers/${draftArticle.slug}/`);
  const least = await smallestOf(page, 'main :is(p, li, b, cite, a, time)');
  expect(least).toBeGreaterThanOrEqual(smallest.article);
});

test('no list on paper is a grid, of which one item would be printed over another', async ({
  page,
}) => {
  await page.setViewportSize({ width: 703, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  for (const slug of [draftArticle.slug, 'how-many-soldiers']) {
    await page.goto(`/explainers/${slug}/`);
    // A grid goes on over the next item where a column ends: a list must not be one.
    const grids = await page
      .locator('.prose :is(ul, ol), .notes')
      .evaluateAll((lists) =>
        lists
          .map((list) => getComputedStyle(list).display)
          .filter((display) => display !== 'block'),
      );
    expect(grids, slug).toEqual([]);
  }
});

test.describe('the button of a leaflet', () => {
  const path = `/explainers/${draftArticle.slug}/leaflet/`;

  test('prints', async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => {
        document.title = 'printing';
      };
    });
    await page.goto(path);
    await page.getByRole('button', { name: 'Print', exact: true }).click();
    await expect(page).toHaveTitle('printing');
  });

  test('is not on paper, and neither is the way around the site', async ({ page }) => {
    await page.goto(path);
    await page.emulateMedia({ media: 'print' });
    await expect(
      page.getByRole('heading', { level: 1, name: draftArticle.data.title }),
    ).toBeVisible();
    for (const role of ['button', 'navigation', 'search', 'contentinfo'] as const) {
      await expect(page.getByRole(role)).toHaveCount(0);
    }
  });

  test('an article leads to it and it leads back', async ({ page }) => {
    await page.goto(`/explainers/${draftArticle.slug}/`);
    await page.getByRole('link', { name: 'Leaflet to print' }).click();
    await expect(page).toHaveURL(path);
    await page.getByRole('link', { name: 'Back to the whole page' }).click();
    await expect(page).toHaveURL(`/explainers/${draftArticle.slug}/`);
  });
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('a leaflet says how to print it, and shows no button that does nothing', async ({
    page,
  }) => {
    await page.goto(`/explainers/${draftArticle.slug}/leaflet/`);
    await expect(page.getByText(/Control\+P/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Print', exact: true })).toHaveCount(0);
  });
});
