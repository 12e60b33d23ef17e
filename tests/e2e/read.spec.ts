/** A reader comes with a question and leaves with an answer. */
import type { Locator, Page } from 'playwright/test';
import { formatDate } from '../../src/i18n/dates.ts';
import { en } from '../../src/i18n/en.ts';
import { newestSource } from '../../src/site.ts';
import { kindNames, kinds, open } from './lib/kinds.ts';
import { draftArticle, ledger, first } from './lib/site.ts';
import { test, expect } from './lib/test.ts';

const { title, answer, checked, keyFacts, related } = draftArticle.data;

const heading = (page: Page, name: string): Locator =>
  page.getByRole('heading', { level: 1, name });

test.describe('a worried parent on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 } });

  test('goes from the home page to the question, and reads the answer on the first screen', async ({
    page,
  }) => {
    await page.goto('/');
    await page
      .getByRole('region', { name: 'Asked most' })
      .getByRole('link', { name: title })
      .click();

    await expect(page).toHaveURL(kinds['an explainer']);
    await expect(page).toHaveTitle(`${title} – Guarantees Explained`);
    await expect(heading(page, title)).toBeInViewport();
    await expect(page.getByText(answer, { exact: true })).toBeInViewport();
  });

  test('learns how fresh the page is, and who speaks', async ({ page }) => {
    await open(page, 'an explainer');
    const main = page.getByRole('main');
    await expect(main).toContainText(
      `Checked on ${formatDate('en', checked)} against sources up to ${formatDate('en', newestSource)}.`,
    );
    await expect(main).toContainText('It is not the site of a government, a party or a company.');
    await main.getByRole('link', { name: 'How facts are checked' }).click();
    await expect(page).toHaveURL('/about/');
  });

  test('sees for each key fact, in words, how firm it is', async ({ page }) => {
    await open(page, 'an explainer');
    const items = page.getByRole('region', { name: 'Key facts' }).getByRole('listitem');
    await expect(items).toHaveCount(keyFacts.length);
    for (const [index, { fact: id, text }] of keyFacts.entries()) {
      const { status, type, words } = ledger.fact(id);
      const word = status ? en.statuses[status].word : en.factTypes[type];
      await expect(items.nth(index)).toContainText(word);
      await expect(items.nth(index)).toContainText(text ?? words.en.statement);
    }
  });

  test('unfolds the list of contents and goes to what is not known yet', async ({ page }) => {
    await open(page, 'an explainer');
    const contents = page.getByRole('navigation', { name: 'On this page' });
    const entry = contents.getByRole('link', { name: 'What is not known yet' });
    await expect(entry).toBeHidden();
    await contents.getByText('On this page').click();
    await entry.click();
    await expect(page).toHaveURL(`${kinds['an explainer']}#not-known`);
    await expect(page.getByRole('heading', { name: 'What is not known yet' })).toBeInViewport();
  });
});

test('a reader at a desk goes to every section by the list of contents', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await open(page, 'an explainer');
  const contents = page.getByRole('navigation', { name: 'On this page' });
  const entries = contents.getByRole('link');
  const names = await entries.allInnerTexts();
  const headings = await page.locator('.prose h2').allInnerTexts();
  expect(names).toEqual([...headings, 'Sources']);

  for (const [index, name] of names.entries()) {
    const entry = entries.nth(index);
    await entry.click();
    await expect(page).toHaveURL(
      `${kinds['an explainer']}${(await entry.getAttribute('href')) ?? ''}`,
    );
    await expect(page.getByRole('heading', { level: 2, name, exact: true })).toBeInViewport();
    // The list stays in sight while the text is read; the sources come after the text.
    if (name !== 'Sources') await expect(entry).toBeInViewport();
  }
});

test('a reader goes on to a related question, and back up by the breadcrumb', async ({ page }) => {
  await open(page, 'an explainer');
  const next = ledger.explainer('en', first(related)).data.title;
  const links = page
    .getByRole('complementary', { name: 'Related questions' })
    .getByRole('listitem')
    .getByRole('link');
  await expect(links).toHaveCount(related.length);
  await links.filter({ hasText: next }).click();
  await expect(heading(page, next)).toBeVisible();

  const way = page.getByRole('navigation', { name: 'You are here' });
  await way.getByRole('link', { name: 'Explainers' }).click();
  await expect(page).toHaveURL('/explainers/');
  await way.getByRole('link', { name: 'Home' }).click();
  await expect(page).toHaveURL('/');
});

test('a reader finds every explainer, with its answer, under one theme', async ({ page }) => {
  await page.goto('/');
  const themes = page.getByRole('region', { name: 'All explainers by theme' });
  await themes.getByRole('link', { name: 'The draft' }).click();
  await expect(page).toHaveURL('/explainers/#draft');
  await expect(page.getByRole('heading', { name: 'The draft' })).toBeInViewport();

  const english = ledger.explainers.filter(({ language }) => language === 'en');
  for (const { data } of english) {
    const theme = page.getByRole('region', { name: en.themes[data.theme], exact: true });
    await expect(theme.getByRole('link', { name: data.title, exact: true })).toHaveCount(1);
    await expect(theme.getByText(data.answer, { exact: true })).toBeVisible();
  }
});

test('a reader goes from the index straight to the section that answers', async ({ page }) => {
  await page.goto('/explainers/');
  await page.getByRole('link', { name: 'Could reservists be called up for Ukraine?' }).click();
  await expect(page).toHaveURL(/\/explainers\/[a-z-]+\/#[a-z-]+$/);
  await expect(page.locator(':target')).toBeInViewport();
});

test('a reader jumps to a theme of the index', async ({ page }) => {
  await page.goto('/explainers/');
  const themes = page.getByRole('navigation', { name: 'Themes' });
  await themes.getByRole('link', { name: 'Refugees' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Refugees' })).toBeInViewport();
});

test('the word mark leads home from anywhere', async ({ page }) => {
  await open(page, 'an explainer');
  await page.getByRole('banner').getByRole('link', { name: 'Guarantees Explained' }).click();
  await expect(page).toHaveURL('/');
  await expect(page).toHaveTitle(/^Guarantees Explained: /);
});

test('every page says its name once, its language, and the name of the site', async ({ page }) => {
  const titles = new Set<string>();
  for (const kind of kindNames.filter((name) => name !== 'search results')) {
    await open(page, kind);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(page).toHaveTitle(kind === 'home' ? /^Guarantees / : / – Guarantees Explained$/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    titles.add(await page.title());
  }
  expect(titles.size).toBe(kindNames.length - 1);
});

test('a reader with a mistyped address is told so, and helped on', async ({ page }) => {
  const response = await page.goto('/explainers/will-my-child-be-draftd/');
  expect(response?.status()).toBe(404);
  await expect(heading(page, 'This page does not exist')).toBeVisible();

  const onward = page.getByRole('region', { name: 'Where to go on' });
  await expect(onward.getByRole('link')).toHaveText([
    'Home',
    'Explainers',
    'Countries',
    'Terms',
    'Claims',
  ]);
  await page
    .getByRole('main')
    .getByRole('searchbox', { name: 'What do you want to know?' })
    .fill('drafted');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/search/?q=drafted');

  await page.goBack();
  await onward.getByRole('link', { name: 'Explainers' }).click();
  await expect(heading(page, 'All explainers')).toBeVisible();
});
