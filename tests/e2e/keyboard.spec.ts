/** A reader without a mouse gets everywhere, and always sees where. */
import type { Page } from 'playwright/test';
import { kinds, open, type Kind } from './lib/kinds.ts';
import { draftArticle } from './lib/site.ts';
import { test, expect } from './lib/test.ts';

/** What has the focus: its name, whether it can be seen, and how the focus is shown. */
interface Focus {
  readonly name: string;
  readonly inSight: boolean;
  readonly outlineStyle: string;
  readonly outlineWidth: number;
  readonly outlineColor: string;
}

/** What has the focus; null where it has left the page. */
const focus = (page: Page): Promise<Focus | null> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const { top, bottom, left, right, width, height } = element.getBoundingClientRect();
    return {
      name: `${element.tagName} ${element.textContent.trim()} ${element.id}`,
      inSight:
        width > 0 &&
        height > 0 &&
        bottom > 0 &&
        right > 0 &&
        top < innerHeight &&
        left < innerWidth,
      outlineStyle,
      outlineWidth: parseFloat(outlineWidth),
      outlineColor,
    };
  });

/** Presses Tab until something with a name has the focus. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 200; presses += 1) {
    await page.keyboard.press('Tab');
    const here = await focus(page);
    if (here === null) break;
    if (name.test(here.name)) return;
  }
  throw new Error(`Tab never reached ${String(name)}.`);
}

test('the first press of Tab offers to skip to the text, and Enter goes there', async ({
  page,
}) => {
  for (const kind of ['home', 'an explainer', 'search'] as const) {
    await open(page, kind);
    const skip = page.getByRole('link', { name: 'Skip to the text' });
    await expect(skip).not.toBeInViewport();
    await page.keyboard.press('Tab');
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`${kinds[kind]}#main`);
    await expect(skip).not.toBeInViewport();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('main').locator(':focus')).toHaveCount(1);
  }
});

test('Tab goes through the head of the page in the order of reading', async ({ page }) => {
  await open(page, 'an explainer');
  const banner = page.getByRole('banner');
  const order = [
    page.getByRole('link', { name: 'Skip to the text' }),
    banner.getByRole('link', { name: 'Guarantees Explained' }),
    ...['Explainers', 'Countries', 'Terms', 'Claims'].map((name) =>
      banner.getByRole('link', { name, exact: true }),
    ),
    banner.getByRole('searchbox', { name: 'Search this site' }),
    banner.getByRole('button', { name: 'Search' }),
    page.getByRole('navigation', { name: 'You are here' }).getByRole('link', { name: 'Home' }),
  ];
  for (const stop of order) {
    await page.keyboard.press('Tab');
    await expect(stop).toBeFocused();
  }
  for (const stop of order.toReversed().slice(1)) {
    await page.keyboard.press('Shift+Tab');
    await expect(stop).toBeFocused();
  }
});

test('from the home page to an article, a word explained, and its page, with keys alone', async ({
  page,
}) => {
  await page.goto('/');
  await tabTo(page, /^A Will my son or daughter be drafted/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(kinds['an explainer']);
  await expect(
    page.getByRole('heading', { level: 1, name: draftArticle.data.title }),
  ).toBeVisible();

  await tabTo(page, /^A Conscription/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'More about “Conscription”' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/terms/conscription/');
});

test('a search is made and its first result opened with keys alone', async ({ page }) => {
  await page.goto('/search/');
  await tabTo(page, /^INPUT/);
  await page.keyboard.type('backstop');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('list', { name: 'Search results' })).toBeVisible();
  await tabTo(page, /^A Backstop/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/terms\/backstop\//);
});

const walks = [
  { kind: 'home', colorScheme: 'light' },
  { kind: 'an explainer', colorScheme: 'dark' },
  { kind: 'search results', colorScheme: 'light' },
] as const satisfies { kind: Kind; colorScheme: string }[];

for (const { kind, colorScheme } of walks) {
  test(`on ${kind} the focus is always seen (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, kind);
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const poor: Focus[] = [];
    let stops = 0;
    for (;;) {
      await page.keyboard.press('Tab');
      const here = await focus(page);
      if (here === null) break;
      stops += 1;
      const { inSight, outlineStyle, outlineWidth, outlineColor } = here;
      const shown = outlineStyle !== 'none' && outlineWidth >= 2 && outlineColor !== background;
      if (!inSight || !shown) poor.push(here);
      if (stops > 500) break;
    }
    expect(stops).toBeGreaterThan(30);
    expect(stops, 'Tab leads out of the page at its end').toBeLessThan(500);
    expect(poor).toEqual([]);
  });
}
