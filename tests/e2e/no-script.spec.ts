/** A reader whose browser runs no script misses nothing but the instant answers of the search. */
import { kinds, open } from './lib/kinds.ts';
import { draftArticle, ledger } from './lib/site.ts';
import { test, expect } from './lib/test.ts';

test.use({ javaScriptEnabled: false });

test('finds question, answer and way to the article on the home page', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page
    .getByRole('region', { name: 'Asked most' })
    .getByRole('link', { name: draftArticle.data.title })
    .click();
  await expect(page).toHaveURL(kinds['an explainer']);
  await expect(page.getByText(draftArticle.data.answer, { exact: true })).toBeVisible();
});

test('follows a phrase to its note and back', async ({ page }) => {
  await open(page, 'an explainer');
  const phrase = page.locator('.prose a[id^=c]').first();
  const number = (await phrase.getAttribute('id'))?.slice(1) ?? '';
  await phrase.click();
  await expect(page).toHaveURL(`${kinds['an explainer']}#n${number}`);
  const back = page.getByRole('link', { name: `Back to note ${number} in the text` });
  await expect(back).toBeInViewport();
  await back.click();
  await expect(phrase).toBeInViewport();
});

test('follows a hard word to its explanation and back', async ({ page }) => {
  await open(page, 'an explainer');
  const more = page.getByRole('link', { name: 'More about “Conscription”' });
  await expect(more).toBeHidden();
  const word = page.getByRole('link', { name: 'Conscription', exact: true });
  await word.click();
  await expect(more).toBeInViewport();
  await expect(page.getByRole('button', { name: 'Close' })).toHaveCount(0);
  await page.goBack();
  await expect(word).toBeInViewport();
});

test('unfolds the list of contents on a phone', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, 'an explainer');
  const contents = page.getByRole('navigation', { name: 'On this page' });
  await contents.getByText('On this page').click();
  await contents.getByRole('link', { name: 'What is not known yet' }).click();
  await expect(page.getByRole('heading', { name: 'What is not known yet' })).toBeInViewport();
});

test('compares countries and opens one', async ({ page }) => {
  await open(page, 'all countries');
  const table = page.getByRole('table', { name: 'Every kind of help' });
  await expect(table).toBeVisible();
  await table.getByRole('link', { name: 'Canada' }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Canada' })).toBeVisible();
});

test('finds on the search page every explainer, every country and every term', async ({ page }) => {
  await open(page, 'search');
  await expect(page.locator('noscript p')).toBeVisible();
  await expect(page.locator('noscript p')).toHaveText(/^Search needs JavaScript\./);
  const hrefs = await page
    .getByRole('main')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  const below = (section: string): string[] =>
    hrefs.filter((href) => href.startsWith(`/${section}/`)).toSorted();

  const explainers = ledger.explainers.filter(({ language }) => language === 'en');
  const countries = ledger.countries.filter(({ kind }) => kind === 'country');
  expect(below('explainers')).toEqual(
    explainers
      .flatMap(({ slug, data }) => [
        `/explainers/${slug}/`,
        ...data.answers.flatMap(({ section }) =>
          section === undefined ? [] : [`/explainers/${slug}/#${section}`],
        ),
      ])
      .toSorted(),
  );
  expect(below('terms')).toEqual(ledger.terms.map(({ id }) => `/terms/${id}/`).toSorted());
  expect(below('countries')).toHaveLength(countries.length);
});

test('still sends the question with the address', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('searchbox').first().fill('who pays?');
  await page.getByRole('button', { name: 'Search' }).first().click();
  await expect(page).toHaveURL('/search/?q=who+pays%3F');
  await expect(page.getByRole('heading', { level: 1, name: 'Search' })).toBeVisible();
  await expect(
    page.getByRole('main').getByRole('link', { name: 'Backstop', exact: true }),
  ).toBeVisible();
});
