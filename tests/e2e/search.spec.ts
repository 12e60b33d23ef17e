/** A reader asks in the own words. */
import type { Locator, Page } from 'playwright/test';
import { open } from './lib/kinds.ts';
import { draftArticle } from './lib/site.ts';
import { test, expect } from './lib/test.ts';

const box = (page: Page): Locator =>
  page.getByRole('main').getByRole('searchbox', { name: 'What do you want to know?' });
const status = (page: Page): Locator => page.getByRole('status');
const list = (page: Page): Locator => page.getByRole('list', { name: 'Search results' });
const results = (page: Page): Locator => list(page).getByRole('listitem');

/** The addresses of the results, the best first. */
const addresses = (page: Page): Promise<string[]> =>
  results(page)
    .getByRole('link')
    .evaluateAll((links) =>
      links.map((link) => {
        const { pathname, hash } = link as HTMLAnchorElement;
        return pathname + hash;
      }),
    );

/** Opens the search page with a question in its address, and waits for the whole answer. */
async function ask(page: Page, question: string): Promise<void> {
  await page.goto(`/search/?${new URLSearchParams({ q: question }).toString()}`);
  await expect(status(page)).toContainText(`“${question}”`);
  await page.waitForLoadState('networkidle');
}

/** What is asked of the search index from now on. */
function searchRequests(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/pagefind\/|lexicon/.test(pathname)) asked.push(pathname);
  });
  return asked;
}

test('a reader types a question into the box of any page and presses Enter', async ({ page }) => {
  await open(page, 'an explainer');
  const first = page.getByRole('banner').getByRole('searchbox', { name: 'Search this site' });
  await first.fill('drafted');
  await first.press('Enter');
  await expect(page).toHaveURL('/search/?q=drafted');
  await expect(box(page)).toHaveValue('drafted');
  await expect(status(page)).toHaveText(/^\d+ results? for “drafted”\./);
  await expect(results(page).first()).toBeVisible();
});

test('the best answers come first: the term, the article, the country', async ({ page }) => {
  await ask(page, 'snapback');
  await expect(results(page).first()).toContainText('Term');
  expect((await addresses(page))[0]).toMatch(/^\/terms\/snapback\//);

  await ask(page, 'backstop');
  const backstop = (await addresses(page)).slice(0, 3).map((address) => address.split('#')[0]);
  expect(backstop).toContain('/explainers/backstop-tripwire-hub/');
  expect(backstop).toContain('/terms/backstop/');

  await ask(page, 'Canada');
  const canada = (await addresses(page)).slice(0, 3).map((address) => address.split('#')[0]);
  expect(canada).toContain('/countries/canada/');

  await ask(page, 'drafted');
  const drafted = (await addresses(page)).slice(0, 3).map((address) => address.split('#')[0]);
  expect(drafted).toContain(`/explainers/${draftArticle.slug}/`);
});

test('the number of results is said and is right', async ({ page }) => {
  await ask(page, 'conscientious objector');
  // Asked in one moment: when the full text has been searched, both change.
  const { said, shown } = await page.getByRole('main').evaluate((main) => ({
    said: Number(/^(\d+) result/.exec(main.querySelector('[role=status]')?.textContent ?? '')?.[1]),
    shown: main.querySelectorAll('.results > li').length,
  }));
  expect(said).toBeGreaterThan(0);
  expect(shown).toBe(said);
});

test('each result says what kind of page it is and marks the words that were found', async ({
  page,
}) => {
  await ask(page, 'ceasefire');
  const marked: string[] = [];
  for (const result of await results(page).all()) {
    await expect(result).toContainText(/^(Explainer|Term|Claim checked|Country|Page)/);
    await expect(result.getByRole('link')).toHaveCount(1);
    marked.push(...(await result.locator('mark').allInnerTexts()));
  }
  expect(marked.length).toBeGreaterThan(3);
  expect(marked.join(' ')).toMatch(/ceasefire/i);
});

test('a result in a section leads right to that section', async ({ page }) => {
  await ask(page, 'reservists');
  const index = (await addresses(page)).findIndex((address) => address.includes('#'));
  expect(index, 'a result with a fragment').toBeGreaterThanOrEqual(0);
  const link = results(page).nth(index).getByRole('link');
  const address = new URL((await link.getAttribute('href')) ?? '', page.url());
  await link.click();
  await expect(page).toHaveURL(address.href);
  await expect(page.locator(`[id="${address.hash.slice(1)}"]`)).toBeInViewport();
});

test('the address follows what is typed, letter by letter', async ({ page }) => {
  await page.goto('/search/');
  await box(page).pressSequentially('backstop');
  await expect(page).toHaveURL('/search/?q=backstop');
  await expect(status(page)).toContainText('“backstop”');
  await box(page).press('Backspace');
  await box(page).press('Backspace');
  await box(page).press('Backspace');
  await box(page).press('Backspace');
  await expect(page).toHaveURL('/search/?q=back');
  await box(page).clear();
  await expect(page).toHaveURL('/search/');
  await expect(list(page)).toBeHidden();
  await expect(status(page)).toHaveText('');
});

test('the back button leads from a result to the question and its results', async ({ page }) => {
  await page.goto('/search/');
  await box(page).pressSequentially('tripwire');
  await expect(page).toHaveURL('/search/?q=tripwire');
  await expect(results(page)).not.toHaveCount(0);
  const before = await addresses(page);
  await results(page).first().getByRole('link').click();
  await expect(page).not.toHaveURL(/search/);
  await page.goBack();
  await expect(box(page)).toHaveValue('tripwire');
  await expect(status(page)).toContainText('“tripwire”');
  expect(await addresses(page)).toEqual(before);
});

test('the back button leads from the second question to the first', async ({ page }) => {
  await page.goto('/search/');
  for (const question of ['snapback', 'Canada']) {
    await box(page).clear();
    await box(page).pressSequentially(question);
    // As a person types: the results are there before Enter is pressed.
    await expect(status(page)).toContainText(`“${question}”`);
    await box(page).press('Enter');
    await expect(page).toHaveURL(`/search/?q=${question}`);
  }
  await page.goBack();
  await expect(page).toHaveURL('/search/?q=snapback');
  await expect(box(page)).toHaveValue('snapback');
  await expect(status(page)).toContainText('“snapback”');
  expect((await addresses(page))[0]).toMatch(/^\/terms\/snapback\//);

  await page.goForward();
  await expect(box(page)).toHaveValue('Canada');
  await expect(status(page)).toContainText('“Canada”');
});

test('an empty question shows no results and no complaint', async ({ page }) => {
  await ask(page, 'backstop');
  for (const nothing of ['', '  ']) {
    await box(page).fill(nothing);
    await box(page).press('Enter');
    await expect(list(page)).toBeHidden();
    await expect(status(page)).toHaveText('');
    await expect(page).toHaveURL('/search/');
  }
  for (const address of ['/search/?q=', '/search/?q=%20%09%20']) {
    await page.goto(address);
    await page.waitForLoadState('networkidle');
    await expect(list(page)).toBeHidden();
    await expect(status(page)).toHaveText('');
  }
});

test('where nothing is found, the page says so and still lists everything', async ({ page }) => {
  await ask(page, 'zzqqxxyy');
  await expect(status(page)).toHaveText(/^Nothing found for “zzqqxxyy”/);
  await expect(list(page)).toBeHidden();
  const link = page
    .getByRole('region', { name: 'The draft' })
    .getByRole('link', { name: draftArticle.data.title });
  await expect(link).toBeVisible();
});

test.describe('what no reader would type', () => {
  const oddities = {
    'a flag and a family': '🇺🇦 👩‍👩‍👧 soldiers',
    'half an emoji': 'soldiers \ud83d',
    'text from right to left': 'ضمانات أوكرانيا',
    'a mark that turns text round': '\u202Ebackstop',
    'a null character': 'back\u0000stop',
    'signs of a pattern': '.*+?^${}()|[]\\ "quoted" -minus',
  };
  for (const [name, question] of Object.entries(oddities)) {
    test(`${name} gets an answer`, async ({ page }) => {
      const errors: Error[] = [];
      page.on('pageerror', (error) => errors.push(error));
      await page.goto('/search/');
      await box(page).fill(question);
      await box(page).press('Enter');
      await expect(status(page)).toHaveText(/results? for “|Nothing found for “/);
      await page.reload();
      await expect(status(page)).toHaveText(/results? for “|Nothing found for “/);
      expect(errors).toEqual([]);
    });
  }

  test('20,000 letters are cut, and the page stays within the screen and in use', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('/search/');
    await box(page).evaluate((input: HTMLInputElement) => {
      input.value = 'a'.repeat(20_000);
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    await expect(status(page)).toHaveText(/results? for “a+”|Nothing found for “a+”/);
    expect((await status(page).innerText()).length).toBeLessThan(400);
    expect(page.url().length).toBeLessThan(400);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);

    await page.goto(`/search/?q=${'b'.repeat(12_000)}`);
    await expect(status(page)).toHaveText(/results? for “b+”|Nothing found for “b+”/);
    await box(page).fill('backstop');
    await expect(status(page)).toHaveText(/results? for “backstop”/);
  });

  test('markup stays text: it becomes no element and never runs', async ({ page }) => {
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    const attacks = [
      '<img src=x onerror=alert(1)> ceasefire',
      '"><script>alert(1)</script>',
      '<mark onmouseover=alert(1)>ceasefire</mark>',
      'javascript:alert(1)',
    ];
    for (const attack of attacks) {
      await page.goto('/search/');
      const before = await page.locator('img, script, iframe, svg').count();
      await ask(page, attack);
      await expect(box(page)).toHaveValue(attack);
      await expect(page.locator('img, script, iframe, svg')).toHaveCount(before);
      await expect(page.locator('[onerror], [onmouseover]')).toHaveCount(0);
    }
    expect(dialogs).toEqual([]);
  });
});

test('if the index cannot be loaded, the page says so and still lists everything', async ({
  page,
}) => {
  await page.route(/pagefind|lexicon/, (route) => route.abort());
  await page.goto('/search/?q=backstop');
  await expect(status(page)).toHaveText(/could not be loaded/);
  await expect(list(page)).toBeHidden();
  await expect(box(page)).toHaveValue('backstop');
  await expect(page.getByRole('link', { name: 'Backstop', exact: true })).toBeVisible();

  // The line is back: the next question is answered without a reload.
  await page.unroute(/pagefind|lexicon/);
  await box(page).fill('tripwire');
  await box(page).press('Enter');
  await expect(status(page)).toHaveText(/results? for “tripwire”/);
});

test('a worried question is answered first, and says when the answer was checked', async ({
  page,
}) => {
  await ask(page, 'will they draft my son');
  const short = page.getByRole('region', { name: 'Short answer' });
  await expect(short).toBeVisible();
  await expect(short).toContainText(/Checked on \d/);
  await expect(short.getByRole('link')).toHaveAttribute('href', /will-my-child-be-drafted/);
  expect((await addresses(page))[0]).toContain(`/explainers/${draftArticle.slug}/`);

  await ask(page, 'bread recipe without yeast');
  await expect(short).toBeHidden();
});

test('a misspelt word is put right, said so, and can be searched as it was typed', async ({
  page,
}) => {
  await ask(page, 'security guarentee');
  await expect(status(page)).toContainText('Showing results for guarantee.');
  expect((await addresses(page)).slice(0, 3).join()).toContain('security-guarantee');
  await page.getByRole('main').getByRole('link', { name: 'security guarentee' }).click();
  await expect(box(page)).toHaveValue('"security guarentee"');
});

test('a reader who is on a result stays there while the full text adds more', async ({ page }) => {
  let letThrough = (): void => undefined;
  const wait = new Promise<void>((resolve) => (letThrough = resolve));
  await page.route(/pagefind\.js/, async (route) => {
    await wait;
    await route.continue();
  });
  await page.goto('/search/?q=canada');
  const first = results(page).first().getByRole('link');
  await first.focus();
  const before = await results(page).count();
  letThrough();
  await expect.poll(() => results(page).count()).toBeGreaterThan(before);
  await expect(first).toBeFocused();
});

test('results of one kind can be shown alone; the choice stands in the address', async ({
  page,
}) => {
  await ask(page, 'conscription');
  const all = await results(page).count();
  await page.getByRole('radio', { name: /^Terms \(\d+\)/ }).check();
  await expect(page).toHaveURL('/search/?q=conscription&kind=term');
  const terms = await results(page).count();
  expect(terms).toBeLessThan(all);
  for (const result of await results(page).all()) await expect(result).toContainText(/^Term/);
  await page.reload();
  await expect(page.getByRole('radio', { name: /^Terms/ })).toBeChecked();
  await page.getByRole('radio', { name: /^Everything/ }).check();
  await expect(page).toHaveURL('/search/?q=conscription');
});

test('what the site has nothing on is said to be so, with the questions asked most', async ({
  page,
}) => {
  await ask(page, 'bread recipe without yeast');
  await expect(status(page)).toHaveText(/^Nothing found for/);
  await expect(list(page)).toBeHidden();
  const most = page.getByRole('region', { name: 'What readers ask most' });
  await expect(most.getByRole('link').first()).toBeVisible();
});

test('nothing of the search is loaded before a reader turns to it', async ({ page }) => {
  const asked = searchRequests(page);
  for (const kind of ['home', 'an explainer', 'search'] as const) {
    await open(page, kind);
    await page.waitForLoadState('networkidle');
  }
  await page.goBack();
  await page.getByRole('banner').getByRole('searchbox').fill('backstop');
  expect(asked).toEqual([]);

  await page.goto('/search/');
  await box(page).focus();
  await expect.poll(() => asked.length, 'the box of the search page is ready').toBeGreaterThan(0);
});
