/** A reader passes on a page, a section, or the very words they selected. */
import type { Locator, Page } from 'playwright/test';
import { axeFaults } from './lib/engines.ts';
import { kinds, open } from './lib/kinds.ts';
import { draftArticle } from './lib/site.ts';
import { test, expect } from './lib/test.ts';

const canonical = `https://guarantees.example${kinds['an explainer']}`;

/** The place where screen readers hear what became of a press. */
const told = (page: Page): Locator => page.getByRole('status').filter({ hasText: /link/i });
/** What was copied, as another page gets it that a reader pastes it into: the site may not read it. */
async function copied(page: Page): Promise<string> {
  const other = await page.context().newPage();
  await other.setContent('<textarea></textarea>');
  await other.getByRole('textbox').press('Control+V');
  const text = await other.getByRole('textbox').inputValue();
  await other.close();
  return text;
}
const quoteButton = (page: Page): Locator =>
  page.getByRole('button', { name: 'Copy link to this text' });

/** A heading of the text with words of its own. */
const heading = (page: Page): Locator => page.locator('.prose h2').nth(1);

/** Selects a text of an article, as a mouse or a finger would; it may reach over several elements. */
async function select(
  page: Page,
  text: string,
  block: ScrollLogicalPosition = 'center',
): Promise<void> {
  await page.evaluate(
    ({ wanted, where }) => {
      const texts = document.createTreeWalker(
        document.querySelector('article') as Element,
        NodeFilter.SHOW_TEXT,
      );
      const letters: { node: Node; at: number }[] = [];
      let all = '';
      for (let node = texts.nextNode(); node; node = texts.nextNode()) {
        if (
          !node.parentElement?.closest('.prose') ||
          node.parentElement.closest('sup, [popover]')
        ) {
          continue;
        }
        const own = (node.textContent ?? '').replace(/\s/g, ' ');
        all += own;
        for (let at = 0; at < own.length; at++) letters.push({ node, at });
      }
      const first = letters[all.indexOf(wanted)];
      const last = letters[all.indexOf(wanted) + wanted.length - 1];
      if (!first || !last) throw new Error(`The article does not have “${wanted}”.`);
      first.node.parentElement?.scrollIntoView({ block: where });
      getSelection()?.setBaseAndExtent(first.node, first.at, last.node, last.at + 1);
    },
    { wanted: text, where: block },
  );
}

/** Words of the article that a link should find: plain, over a cited phrase, over a term, twice there. */
async function passages(page: Page): Promise<string[]> {
  return page.locator('.prose > :is(p, ul)').evaluateAll((blocks) =>
    blocks.flatMap((block) => {
      const copy = block.cloneNode(true) as Element;
      for (const mark of copy.querySelectorAll('sup')) mark.remove();
      const text = copy.textContent.replace(/\s/g, ' ').trim();
      // A part of a sentence, a long stretch, and a single word.
      return text.length < 60
        ? []
        : [text.slice(12, 52), text.slice(0, 200), text.split(' ').at(3) ?? ''];
    }),
  );
}

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false });

  test('the ways to pass a page on are plain links, and its address can be selected', async ({
    page,
  }) => {
    await open(page, 'an explainer');
    const region = page.getByRole('complementary', { name: 'Pass it on' });
    for (const name of ['E-mail', 'Telegram', 'WhatsApp']) {
      const href = await region.getByRole('link', { name }).getAttribute('href');
      expect(href).toContain(encodeURIComponent(canonical));
      expect(href).toContain(encodeURIComponent(draftArticle.data.title));
    }
    await expect(region.getByText(canonical, { exact: true })).toBeVisible();
    await expect(page.locator('.pass')).toBeHidden();
  });

  test('a heading leads to its section', async ({ page }) => {
    await open(page, 'an explainer');
    const id = await heading(page).getAttribute('id');
    await heading(page).getByRole('link').click();
    await expect(page).toHaveURL(`${kinds['an explainer']}#${id}`);
    await expect(heading(page)).toBeInViewport();
  });
});

test.describe('with a clipboard', () => {
  test.use({ permissions: ['clipboard-write'] });

  test('a heading copies the canonical address of its section, says so, and leads there', async ({
    page,
  }) => {
    await open(page, 'an explainer');
    const id = await heading(page).getAttribute('id');
    const name = (await heading(page).innerText()).trim();
    await heading(page).getByRole('link', { name, exact: true }).click();
    await expect(told(page)).toHaveText(`Link to “${name}” copied.`);
    await expect(told(page)).toBeInViewport();
    expect(await copied(page)).toBe(`${canonical}#${id}`);
    await expect(page).toHaveURL(`${kinds['an explainer']}#${id}`);
  });

  test('"Copy link" copies the canonical address with the keyboard alone', async ({ page }) => {
    await page.goto(`${kinds['an explainer']}?from=a-friend#sources`);
    const button = page.getByRole('button', { name: 'Copy link', exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(told(page)).toHaveText('Link copied.');
    expect(await copied(page)).toBe(canonical);
    await expect(button).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(told(page)).toHaveCount(0);
  });

  for (const kind of ['a fact', 'a term', 'a claim', 'a country'] as const) {
    test(`the address of ${kind} can be copied`, async ({ page }) => {
      await open(page, kind);
      await page.getByRole('button', { name: 'Copy link', exact: true }).click();
      await expect(told(page)).toHaveText('Link copied.');
      expect(await copied(page)).toBe(`https://guarantees.example${kinds[kind]}`);
    });
  }

  test('every selected passage gets a link that finds it again', async ({ page, context }) => {
    test.setTimeout(180_000);
    await page.setViewportSize({ width: 1000, height: 300 });
    await open(page, 'an explainer');
    const texts = (await passages(page)).filter((_, index) => index % 2 === 0);
    expect(texts.length).toBeGreaterThan(15);
    const missed: string[] = [];
    const other = await context.newPage();
    await other.setViewportSize({ width: 1000, height: 300 });
    for (const text of texts) {
      await page.bringToFront();
      await page.evaluate(() => getSelection()?.removeAllRanges());
      await expect(quoteButton(page)).toHaveCount(0);
      await select(page, text);
      const place = await page.evaluate(() => {
        const { top, bottom } = (getSelection() as Selection).getRangeAt(0).getBoundingClientRect();
        return { top: top + scrollY, bottom: bottom + scrollY };
      });
      await quoteButton(page).click();
      await expect(told(page)).toHaveText('Link to this text copied.');
      const link = await copied(page);
      expect(link.startsWith(`${canonical}#`)).toBe(true);
      // Opened anew: without the section, so that only the words can lead there.
      await other.goto('about:blank');
      await other.goto(kinds['an explainer'] + link.replace(/^.*?:~:/, '#:~:'));
      const found = await other
        .waitForFunction(() => document.querySelector(':target') !== null, undefined, {
          timeout: 3000,
        })
        .then(
          () => true,
          () => false,
        );
      const shown = await other.evaluate(() => ({ from: scrollY, to: scrollY + innerHeight }));
      const isSeen = found && place.bottom > shown.from && place.top < shown.to;
      if (!isSeen) missed.push(`${text}: ${link}`);
    }
    expect(missed).toEqual([]);
  });

  test('the button for selected text covers none of it, wherever it stands in the window', async ({
    page,
  }) => {
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 740 });
      await open(page, 'an explainer');
      const text = (await passages(page))[0] ?? '';
      for (const block of ['start', 'center', 'end'] as const) {
        await page.evaluate(() => getSelection()?.removeAllRanges());
        await expect(quoteButton(page)).toHaveCount(0);
        await select(page, text, block);
        await expect(quoteButton(page)).toBeInViewport({ ratio: 1 });
        const { top, bottom } = await page.evaluate(() => {
          const range = (getSelection() as Selection).getRangeAt(0);
          const { top: first, bottom: last } = range.getBoundingClientRect();
          return { top: first, bottom: last };
        });
        const { y, height } = (await quoteButton(page).boundingBox()) ?? { y: NaN, height: NaN };
        expect(y >= bottom || y + height <= top, `${width} px, ${block}`).toBe(true);
        expect(height).toBeGreaterThanOrEqual(43.975);
      }
    }
  });

  test('the button for selected text is reached, pressed and dismissed with keys', async ({
    page,
  }) => {
    await open(page, 'an explainer');
    const paragraph = page.locator('.prose p', { hasText: 'We found no plan to bring it back' });
    const drag = async (to: number): Promise<void> => {
      // A press within a selection would move the text.
      await page.evaluate(() => getSelection()?.removeAllRanges());
      await paragraph.scrollIntoViewIfNeeded();
      const { x, y } = (await paragraph.boundingBox()) ?? { x: NaN, y: NaN };
      await page.mouse.move(x + 3, y + 12);
      await page.mouse.down();
      await page.mouse.move(x + to, y + 12, { steps: 4 });
      await page.mouse.up();
      await expect(quoteButton(page)).toBeVisible();
    };
    await drag(200);
    // What stands between them is in the same paragraph.
    for (const link of await paragraph.getByRole('link').all()) {
      await page.keyboard.press('Tab');
      await expect(link).toBeFocused();
    }
    await page.keyboard.press('Tab');
    await expect(quoteButton(page)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(told(page)).toHaveText('Link to this text copied.');
    await expect(quoteButton(page)).toHaveCount(0);
    expect(await copied(page)).toContain(':~:text=');

    await drag(260);
    await page.keyboard.press('Escape');
    await expect(quoteButton(page)).toHaveCount(0);
  });

  test('axe finds nothing while the button and the confirmation are there', async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 360, height: 740 });
      await open(page, 'an explainer');
      await heading(page).getByRole('link').click();
      await select(page, (await passages(page))[0] ?? '');
      await expect(quoteButton(page)).toBeVisible();
      await expect(told(page)).toBeVisible();
      expect(await axeFaults(page)).toEqual([]);
    }
  });
});

test('the device’s own share sheet gets the question and the canonical address', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.assign(navigator, {
      share: (data: ShareData) => {
        Object.assign(window, { shared: data });
        return Promise.reject(new DOMException('The reader closed the sheet.', 'AbortError'));
      },
    });
  });
  const errors: Error[] = [];
  page.on('pageerror', (error) => errors.push(error));
  await open(page, 'an explainer');
  await page.getByRole('button', { name: 'Share…' }).click();
  const { title } = draftArticle.data;
  expect(await page.evaluate(() => Reflect.get(window, 'shared') as unknown)).toEqual({
    title,
    text: title,
    url: canonical,
  });
  expect(errors).toEqual([]);
});

test('a browser without a share sheet is not offered one', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Navigator.prototype, 'share');
  });
  await open(page, 'an explainer');
  await expect(page.getByRole('button', { name: 'Copy link', exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Share…' })).toBeHidden();
});

test('where the browser does not copy, the address is shown, and stays', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
  });
  await open(page, 'an explainer');
  await page.getByRole('button', { name: 'Copy link', exact: true }).click();
  await expect(told(page)).toHaveText(`Your browser did not copy it. The link is ${canonical}`);
});

test('what is loaded for sharing is loaded only when it is used', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname);
  });
  await open(page, 'an explainer');
  // The script of every page.
  expect(scripts).toHaveLength(1);
  await page.getByRole('button', { name: 'Copy link', exact: true }).click();
  await expect(told(page)).toBeVisible();
  expect(scripts).toHaveLength(2);
  await select(page, (await passages(page))[0] ?? '');
  await expect(quoteButton(page)).toBeVisible();
  expect(scripts).toHaveLength(3);
});

test('a browser that does not know links to words is offered none', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Document.prototype, 'fragmentDirective');
    Reflect.deleteProperty(document, 'fragmentDirective');
  });
  await open(page, 'an explainer');
  expect(await page.evaluate(() => 'fragmentDirective' in document)).toBe(false);
  await select(page, (await passages(page))[0] ?? '');
  await page.waitForTimeout(1500);
  await expect(quoteButton(page)).toHaveCount(0);
});

test('a section that a link leads to is marked, also in forced colours, without motion', async ({
  page,
}) => {
  const id = 'not-known';
  await page.goto(`${kinds['an explainer']}#${id}`);
  const looks = (selector: string) =>
    page.locator(selector).evaluate((element) => {
      const { backgroundColor, outlineStyle, animationName, transitionDuration } =
        getComputedStyle(element);
      const around = getComputedStyle(element.parentElement as Element).backgroundColor;
      return { backgroundColor, around, outlineStyle, animationName, transitionDuration };
    });
  const marked = await looks(`#${id}`);
  expect(marked.backgroundColor).not.toBe(marked.around);
  expect(marked.animationName).toBe('none');
  expect(marked.transitionDuration).toBe('0s');
  await page.emulateMedia({ forcedColors: 'active' });
  expect((await looks(`#${id}`)).outlineStyle).toBe('solid');
});
