/** A reader asks about the own country, or compares countries. */
import { en } from '../../src/i18n/en.ts';
import { statuses, type Fact } from '../../src/ledger/schemas.ts';
import { ledger } from './lib/site.ts';
import { test, expect } from './lib/test.ts';

const statusWords = statuses.map((status) => en.statuses[status].word);

/** Countries that are asked for soldiers: all but Ukraine and Russia. */
const asked = ledger.countries.filter(
  ({ kind, id }) => kind === 'country' && id !== 'ua' && id !== 'ru',
);

/** What is recorded on Canada's own page. */
const onCanada = ledger.facts.filter(({ who, topic }) => who[0] === 'CA' && topic !== undefined);
const statements = (facts: readonly Fact[]): string[] =>
  facts.map(({ words }) => words.en.statement).toSorted();

test.describe('a reader in Canada', () => {
  test.beforeEach(async ({ page }) => {
    await page.goto('/');
    await page
      .getByRole('region', { name: 'Where do you live?' })
      .getByRole('link', { name: 'Canada', exact: true })
      .click();
    await expect(page.getByRole('heading', { level: 1, name: 'Canada' })).toBeVisible();
  });

  test('finds what Canada promised under its status, the firmest first', async ({ page }) => {
    const promises = onCanada.filter(
      ({ status, topic }) => status !== undefined && topic !== 'citizens' && topic !== 'decision',
    );
    const region = page.getByRole('region', {
      name: 'What Canada promised, ruled out or left open',
    });
    await expect(region.getByRole('listitem')).toHaveCount(promises.length);
    const used = statuses.filter((status) => promises.some((fact) => fact.status === status));
    await expect(region.getByRole('heading', { level: 3 })).toHaveText(
      used.map((status) => en.statuses[status].word),
    );
    for (const status of used) {
      const group = region.getByRole('region', { name: en.statuses[status].word });
      const facts = promises.filter((fact) => fact.status === status);
      await expect(group.getByRole('listitem')).toHaveCount(facts.length);
      for (const { id, words } of facts) {
        const item = group.getByRole('listitem').filter({ hasText: words.en.statement });
        await expect(item.getByRole('link', { name: /^About this fact/ })).toHaveAttribute(
          'href',
          `/facts/${id}/`,
        );
      }
    }
  });

  test('reads first, in short, what was said and how firm it is', async ({ page }) => {
    const summary = page.getByRole('region', { name: 'In short' });
    await expect(summary).toBeVisible();
    const cite = summary.getByRole('link', { name: /note 1$/ });
    await cite.click();
    // The note is the fact itself, further down on the page, with a way back.
    const note = page.locator(':target');
    await expect(note).toBeInViewport();
    await expect(note.getByRole('link', { name: /^About this fact/ })).toBeVisible();
    await note.getByRole('link', { name: 'Back to note 1 in the text' }).click();
    await expect(cite).toBeInViewport();
  });

  test('finds who decides, what touches people there, and what is not known', async ({ page }) => {
    const sections = [
      { topic: 'citizens', name: 'What it means if you live in Canada' },
      { topic: 'decision', name: 'Who decides on sending soldiers' },
    ] as const;
    for (const { topic, name } of sections) {
      const region = page.getByRole('region', { name });
      const facts = onCanada.filter((fact) => fact.topic === topic);
      expect(facts).not.toEqual([]);
      await expect(region.getByRole('listitem')).toHaveCount(facts.length);
      for (const statement of statements(facts)) {
        await expect(region.getByText(statement, { exact: true }).first()).toBeVisible();
      }
    }
    await expect(page.getByRole('region', { name: 'What is not known yet' })).toBeVisible();
    const order = await page.getByRole('heading', { level: 2 }).allInnerTexts();
    expect(order.slice(0, 5)).toEqual([
      'In short',
      'What Canada promised, ruled out or left open',
      'Who decides on sending soldiers',
      'What it means if you live in Canada',
      'What is not known yet',
    ]);
  });
});

test('on a small phone the table of help says each status in words', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto('/countries/');
  const table = page.getByRole('table', { name: 'Every kind of help' });
  await expect(table.getByRole('rowheader')).toHaveText(Object.values(en.helps));
  await expect(table.getByRole('columnheader')).toHaveCount(0);

  const cells = table.getByRole('cell');
  await expect(cells).not.toHaveCount(0);
  for (const cell of await cells.all()) {
    const word = cell.locator('b');
    expect(statusWords).toContain(await word.innerText());
    await expect(word).toHaveCSS('clip-path', 'none');
    const { width = 0, height = 0 } = (await word.boundingBox()) ?? {};
    expect(Math.min(width, height)).toBeGreaterThan(10);
    await expect(cell.getByRole('listitem')).not.toHaveCount(0);
  }
});

test('on a wide screen the table of help has a column for each status', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/countries/');
  const table = page.getByRole('table', { name: 'Every kind of help' });
  const heads = table.getByRole('columnheader');
  await expect(heads).toHaveText(['Help', ...statusWords]);

  const rows = table.getByRole('row').filter({ has: page.getByRole('rowheader') });
  await expect(rows).toHaveCount(Object.keys(en.helps).length);
  const columns = await Promise.all((await heads.all()).map((head) => head.boundingBox()));
  for (const row of await rows.all()) {
    const cells = row.getByRole('cell');
    await expect(cells).toHaveCount(statusWords.length);
    for (const [index, cell] of (await cells.all()).entries()) {
      expect((await cell.boundingBox())?.x).toBeCloseTo(columns[index + 1]?.x ?? NaN, 0);
      if ((await cell.getByRole('listitem').count()) === 0) {
        await expect(cell).toContainText('Nothing found');
      } else {
        // The head of the column says it; on a phone, where there is none, the cell does.
        const status = cell.getByText(statusWords[index] ?? '?', { exact: true });
        await expect(status).toHaveCount(1);
        await expect(status).toBeHidden();
      }
    }
  }
});

test('the map has words for those who cannot see it', async ({ page }) => {
  await page.goto('/countries/');
  const map = page
    .getByRole('region', { name: 'Would it send soldiers to Ukraine?' })
    .getByRole('img');
  await expect(map).toHaveCount(1);
  await expect(map).toHaveAccessibleName(/^Map of countries: .*sending soldiers/);
  await expect(map).toHaveAccessibleName(/The lists on this page say the same in words\.$/);
});

test('each country stands in one list only, under its own stand on soldiers', async ({ page }) => {
  await page.goto('/countries/');
  const region = page.getByRole('region', { name: 'Would it send soldiers to Ukraine?' });
  const lists = region.getByRole('list');
  const places = new Map<string, string[]>();
  for (const list of await lists.all()) {
    const stand = await list.locator('xpath=preceding-sibling::p[1]').innerText();
    for (const item of await list.getByRole('listitem').all()) {
      const name = await item.innerText();
      places.set(name, [...(places.get(name) ?? []), stand]);
    }
  }
  for (const { soldiers, words } of asked) {
    const status = soldiers === null ? undefined : ledger.fact(soldiers).status;
    const stand = status ? en.statuses[status].word : 'Nothing found';
    const found = places.get(words.en.name) ?? [];
    expect(found, words.en.name).toHaveLength(1);
    expect(found[0]?.startsWith(stand), `${words.en.name}: ${stand}`).toBe(true);
  }
  expect([...places.keys()]).not.toContain('Ukraine');
  expect([...places.keys()]).not.toContain('Russia');
});

test('every list of countries leads to the countries', async ({ page }) => {
  await page.goto('/countries/');
  const regions = [
    'Where do you live?',
    'Would it send soldiers to Ukraine?',
    'Every kind of help',
    'One by one',
  ];
  for (const name of regions) {
    const link = page.getByRole('region', { name }).getByRole('link', { name: 'Italy' }).first();
    await link.click();
    await expect(page).toHaveURL('/countries/italy/');
    await expect(page.getByRole('heading', { level: 1, name: 'Italy' })).toBeVisible();
    await page.goBack();
  }
  const one = page.getByRole('region', { name: 'One by one' }).getByRole('listitem');
  await expect(one).toHaveCount(ledger.countries.length);
});
