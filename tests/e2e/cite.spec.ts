/** A reader who doubts a statement gets to the bottom of it. */
import type { Locator, Page } from 'playwright/test';
import { formatDate } from '../../src/i18n/dates.ts';
import { en } from '../../src/i18n/en.ts';
import type { Fact } from '../../src/ledger/schemas.ts';
import { kinds, open } from './lib/kinds.ts';
import { claimSeenSomewhere, draftArticle, ledger, unlinkedAddresses } from './lib/site.ts';
import { test, expect } from './lib/test.ts';

/** The cited phrases of an article: links whose names end with the number of a note. */
const phrases = (page: Page): Locator =>
  page.locator('.prose').getByRole('link', { name: /\S note \d+$/ });

/** The note that a phrase leads to. */
async function noteOf(page: Page, phrase: Locator): Promise<{ number: number; note: Locator }> {
  const number = Number(/note\s+(\d+)\s*$/.exec(await phrase.innerText())?.[1]);
  const notes = page.getByRole('region', { name: 'Sources' }).getByRole('list').first();
  return { number, note: notes.locator('> li').nth(number - 1) };
}

/** The statement of a note, which leads to the fact's own page. */
const aboutFact = (note: Locator) => note.getByRole('paragraph').nth(1).getByRole('link');

/** The fact that a note is about, by the address of the fact's own page. */
async function factOf(note: Locator): Promise<Fact> {
  const address = await aboutFact(note).getAttribute('href');
  return ledger.fact(/^\/facts\/(.+)\/$/.exec(address ?? '')?.[1] ?? '');
}

test('a cited phrase leads to its note, and the note back to the phrase', async ({ page }) => {
  await open(page, 'an explainer');
  // The first phrase that no key fact has cited before: the way back leads to the first use.
  const phrase = page.locator('.prose').locator('a[id^=c]').first();
  const { number, note } = await noteOf(page, phrase);
  await phrase.click();
  await expect(page).toHaveURL(`${kinds['an explainer']}#n${number}`);
  await expect(note).toBeInViewport();

  await note.getByRole('link', { name: `Back to note ${number} in the text` }).click();
  await expect(page).toHaveURL(`${kinds['an explainer']}#c${number}`);
  await expect(phrase).toBeInViewport();
});

test('every phrase has a note with what was said, how firm, when, how sure, and by whom', async ({
  page,
}) => {
  await open(page, 'an explainer');
  const cited = new Set<number>();
  for (const phrase of await phrases(page).all()) {
    const { number, note } = await noteOf(page, phrase);
    if (cited.has(number)) continue;
    cited.add(number);
    const { status, type, asOf, certainty, words } = await factOf(note);
    await expect(note).toContainText(status ? en.statuses[status].word : en.factTypes[type]);
    await expect(note).toContainText(words.en.statement);
    if (asOf) await expect(note).toContainText(formatDate('en', asOf));
    if (certainty) await expect(note).toContainText(en.certainties[certainty]);

    const source = note.locator('a[href^=http]');
    await expect(source).toHaveCount(1);
    await expect(source).toHaveAttribute('href', /^https?:\/\//);
    await expect(source).not.toHaveAttribute('target');
    const shown = await note.evaluate((item) => getComputedStyle(item, '::before').content);
    expect(shown, 'the number stands before the note').toContain('counter');
  }
  expect(cited.size).toBeGreaterThan(3);
});

test('only a phrase about a commitment stands on a line, and the line is the one of its status', async ({
  page,
}) => {
  const lines = {
    agreed: 'double',
    promised: 'solid',
    conditional: 'dashed',
    undecided: 'dotted',
    rejected: 'solid',
  };
  const seen = new Set<string>();
  const slugs = [
    draftArticle.slug,
    'what-was-agreed-in-paris',
    'does-my-parliament-vote',
    'what-has-canada-promised',
  ];
  for (const slug of slugs) {
    await page.goto(`/explainers/${slug}/`);
    for (const phrase of await phrases(page).all()) {
      const { note } = await noteOf(page, phrase);
      const { status } = await factOf(note);
      const drawn = await phrase.evaluate((link) =>
        [link, ...link.querySelectorAll('*')]
          .map((element) => getComputedStyle(element))
          .filter(({ textDecorationLine }) => textDecorationLine === 'underline')
          .map(({ textDecorationStyle }) => textDecorationStyle),
      );
      // An author may leave the line out, where the phrase is not the commitment itself.
      const isMarked = (await phrase.getAttribute('data-status')) !== null;
      expect(isMarked && status === undefined, await phrase.innerText()).toBe(false);
      const line = isMarked && status ? [lines[status]] : [];
      expect(drawn, await phrase.innerText()).toEqual(line);
      await expect(note.locator('[data-status]')).toHaveCount(status ? 1 : 0);
      seen.add(isMarked && status ? status : 'none');
    }
  }
  expect([...seen].toSorted()).toEqual([...Object.keys(lines), 'none'].toSorted());
});

test('a note leads to the fact, with all its sources, the second check and the articles that use it', async ({
  page,
}) => {
  await open(page, 'an explainer');
  const { note } = await noteOf(page, phrases(page).first());
  const { status, certainty, sources, verified, words, ...fact } = await factOf(note);
  await aboutFact(note).click();
  await expect(page).toHaveURL(`/facts/${fact.id}/`);
  await expect(
    page.getByRole('heading', { level: 1, name: words.en.statement, exact: true }),
  ).toBeVisible();
  const main = page.getByRole('main');
  await expect(main).toContainText(status ? en.statuses[status].meaning : en.factTypes[fact.type]);

  const sure = main.locator('dt', { hasText: 'How sure' }).locator('+ dd');
  await expect(sure).toContainText(certainty ? en.certainties[certainty] : 'Not graded');
  const checks = { true: 'full', partly: 'partly', false: 'none' } as const;
  await expect(sure).toContainText(en.verified[checks[`${verified}`]]);

  const list = page.getByRole('region', { name: 'Sources' }).getByRole('listitem');
  await expect(list).toHaveCount(sources.length);
  for (const id of sources) {
    const { publisher, title, url } = ledger.source(id);
    const item = list.filter({ has: page.locator(`a[href="${url}"]`) });
    await expect(item).toContainText(publisher);
    await expect(item.getByRole('link', { name: title })).toHaveAttribute('href', url);
    const place = words.en.where?.[id];
    if (place) await expect(item).toContainText(`See: ${place}`);
  }

  await page
    .getByRole('region', { name: 'Where it is used' })
    .getByRole('link', { name: draftArticle.data.title })
    .click();
  await expect(page).toHaveURL(kinds['an explainer']);
});

test('a fact says at which place of a source it was found', async ({ page }) => {
  const placed = ledger.facts.filter(({ words }) => words.en.where !== undefined).slice(0, 3);
  expect(placed).not.toEqual([]);
  for (const { id, words } of placed) {
    await page.goto(`/facts/${id}/`);
    const list = page.getByRole('region', { name: 'Sources' });
    for (const place of Object.values(words.en.where ?? {})) {
      await expect(list).toContainText(`See: ${place}`);
    }
  }
});

test('a source that only shows a claim is named but never linked', async ({ page }) => {
  await page.goto(`/claims/${claimSeenSomewhere.id}/`);
  const region = page.getByRole('region', { name: 'Sources' });
  await expect(region.getByRole('heading', { name: 'Where the claim was seen' })).toBeVisible();
  await expect(region).toContainText('We do not link to them.');
  const seenAt = claimSeenSomewhere.sources
    .map(ledger.source)
    .filter(({ kind }) => kind === 'claim-only');
  for (const { title, publisher } of seenAt) {
    const item = region.getByRole('listitem').filter({ hasText: title });
    await expect(item).toContainText(publisher);
    await expect(item.getByRole('link')).toHaveCount(0);
  }
});

test('no claim and no list of sources links to a page that only shows a claim', async ({
  page,
}) => {
  const claims = ledger.claims.filter(({ sources }) =>
    sources.some((id) => unlinkedAddresses.includes(ledger.source(id).url)),
  );
  const addresses = ['/sources/', '/claims/', ...claims.map(({ id }) => `/claims/${id}/`)];
  for (const address of addresses) {
    await page.goto(address);
    const hosts = await page
      .getByRole('main')
      .locator('a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(hosts.length).toBeGreaterThan(3);
    expect(hosts.filter((href) => unlinkedAddresses.includes(href))).toEqual([]);
  }

  await page.goto('/sources/');
  const seen = page.getByRole('region', { name: 'Where a claim was seen' });
  await expect(seen.locator('cite')).toHaveCount(unlinkedAddresses.length);
  await expect(seen.locator('a[href^=http]')).toHaveCount(0);
});
