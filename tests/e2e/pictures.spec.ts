/** A reader looks at a picture instead of reading, or reads it instead of looking. */
import { en } from '../../src/i18n/en.ts';
import { ledger } from './lib/site.ts';
import { test, expect } from './lib/test.ts';

test('every picture can be linked to, and says in words what it shows', async ({ page }) => {
  for (const { slug, data } of ledger.pictures) {
    const article = ledger.explainers.find(({ body }) => body.includes(`(picture:${slug})`));
    expect(article, `an article that shows ${slug}`).toBeDefined();
    await page.goto(`/explainers/${article?.slug ?? ''}/#fig-${slug}`);
    const figure = page.getByRole('figure').filter({ hasText: data.title });
    await expect(figure).toBeInViewport();
    await expect(figure.getByText(data.summary)).toBeVisible();
    const link = figure.getByRole('link', { name: /^Link to this/ });
    await expect(link).toHaveAttribute('href', `#fig-${slug}`);
    await expect(link).toContainText(data.title);
    // Each number leads to a note.
    await figure
      .getByRole('link', { name: /^note \d+$/ })
      .first()
      .click();
    await expect(page.locator(':target')).toBeInViewport();
  }
});

test('polls have a bar each, and the figures in words for those who cannot see it', async ({
  page,
}) => {
  await page.goto('/explainers/why-take-part/');
  const { data } = ledger.picture('en', 'polls-by-country');
  if (data.kind !== 'bars') throw new Error('The polls are no bars.');
  const figure = page.getByRole('figure').filter({ hasText: data.title });
  const items = figure.getByRole('listitem');
  await expect(items).toHaveCount(data.bars.length);
  for (const [index, { place, yes, no, poll }] of data.bars.entries()) {
    const item = items.nth(index);
    await expect(item).toContainText(place);
    await expect(item).toContainText(`${en.pictures.yes(yes)}, ${en.pictures.no(no)}`);
    await expect(item).toContainText(poll);
    const [line, bar] = await Promise.all([
      item.boundingBox(),
      item.locator('rect').first().boundingBox(),
    ]);
    expect((bar?.width ?? 0) / (line?.width ?? 1)).toBeCloseTo(yes / 100, 1);
  }
});

for (const { width, heads } of [
  { width: 320, heads: false },
  { width: 1280, heads: true },
]) {
  test(`a comparison names its columns at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/explainers/does-my-parliament-vote/');
    const { data } = ledger.picture('en', 'who-decides');
    if (data.kind !== 'table') throw new Error('The comparison is no table.');
    const table = page.getByRole('figure').filter({ hasText: data.title }).getByRole('table');
    await expect(table.getByRole('rowheader')).toHaveText(data.rows.map(({ name }) => name));
    await expect(table.getByRole('columnheader')).toHaveText(heads ? data.columns : []);
    const [first] = await table.getByRole('cell').filter({ hasText: /\w/ }).all();
    const label = await first?.evaluate((cell) => getComputedStyle(cell, '::before').content);
    if (heads) expect(label).toBe('none');
    else expect(label).toContain(data.columns[0]);
  });
}

test('the ladder goes down from what is agreed to what is ruled out', async ({ page }) => {
  await page.goto('/explainers/what-was-agreed-in-paris/');
  const figure = page.getByRole('figure').filter({ hasText: 'From agreed to ruled out' });
  await expect(figure.getByRole('listitem').locator('b')).toHaveText(
    Object.values(en.statuses).map(({ word }) => word),
  );
});
