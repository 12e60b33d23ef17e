/**
 * The smoke suite: what a reader does most, in each engine that browsers are made of. That every part
 * of it works in all its cases is for the tests in tests/e2e.
 */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, test } from 'node:test';
import { shareWordsOf } from '../../src/i18n/share-words.ts';
import { readLedger } from '../../src/ledger/read.ts';
import { findBrowser } from '../../scripts/browser.mjs';
import { findFirefox, findWebKit } from '../../scripts/lib/more-browsers.mjs';
import { dist, root } from '../../scripts/lib/project.mjs';
import { serve } from '../../scripts/serve.mjs';
import { Reader, type Driver } from './lib/browser.ts';
import { startChromium } from './lib/chromium.ts';
import { startFirefox } from './lib/firefox.ts';
import { startWebKit } from './lib/webkit.ts';

/** Each engine: what it needs on this machine, null where that is missing, and how it is started. */
const engines = [
  { name: 'Chromium', installed: findBrowser(), start: startChromium },
  { name: 'Firefox', installed: findFirefox(), start: startFirefox },
  { name: 'WebKitGTK', installed: findWebKit(), start: startWebKit },
] as const;

const { ledger } = readLedger(root);
const article = '/explainers/will-my-child-be-drafted/';
const { title, answer } = ledger.explainer('en', 'will-my-child-be-drafted').data;
const conscription = ledger.term('conscription').words.en;
const words = shareWordsOf('en');

const served = await serve({ root: dist });
after(served.close);

for (const { name, installed, start } of engines) {
  const skip = installed === null && `${name} is not installed: the suite does not run in it.`;
  if (skip) console.log(skip);
  describe(name, { skip }, () => {
    /** There from the first test on. */
    let driver: Driver;
    before(async () => {
      driver = await start();
      console.log(`In ${driver.name}:`);
      await driver.resize(1000, 800);
    });
    after(() => driver.close());
    afterEach(async () => {
      assert.deepEqual(await driver.complaints(), [], 'nothing went wrong in a page');
    });
    suite(() => new Reader(driver, served.url.replace(/\/$/, '')));
  });
}

/** What is done in each of them. */
function suite(open: () => Reader): void {
  let reader: Reader;
  before(() => {
    reader = open();
  });

  test('read: from the home page to the answer, and to a section', async () => {
    await reader.goto('/');
    await reader.click('main a', title);
    await reader.at(article);
    assert.equal(await reader.text('h1'), title);
    assert.equal(await reader.text('.lead'), answer);
    await reader.inSight('.lead');

    const id = await reader.evaluate(
      () => document.querySelectorAll('.prose h2')[2]?.id ?? 'a third section',
    );
    // On a narrow window the list is folded.
    const isFolded = await reader.evaluate(
      () => document.querySelector('.toc a')?.checkVisibility() === false,
    );
    if (isFolded) await reader.click('.toc summary');
    await reader.click(`.toc a[href="#${id}"]`);
    await reader.at(`${article}#${id}`);
    await reader.inSight(`[id="${id}"]`);
  });

  test('read: the page has its typefaces, its layers and its two colour schemes', async () => {
    await reader.goto(article);
    const seen = await reader.evaluate(async () => {
      await document.fonts.ready;
      const style = getComputedStyle(document.body);
      const page = document.documentElement;
      const schemes = ['light', 'dark'].map((scheme) => {
        page.style.colorScheme = scheme;
        const { backgroundColor, color } = getComputedStyle(document.body);
        return `${backgroundColor} ${color}`;
      });
      page.style.removeProperty('color-scheme');
      return {
        faces: [...document.fonts].map(({ family, status }) => `${family}: ${status}`),
        family: style.fontFamily,
        schemes,
        sideways: page.scrollWidth - innerWidth,
      };
    });
    assert.notEqual(seen.schemes[0], seen.schemes[1]);
    assert.ok(seen.sideways <= 0, 'nothing reaches over the side');
    assert.deepEqual(
      seen.faces.filter((face) => face.endsWith('error')),
      [],
    );
  });

  test('cite: a phrase leads to its note, and the note back', async () => {
    await reader.goto(article);
    const { from, to } = await reader.evaluate(() => {
      const link = document.querySelector('.prose a.cite[id]') as HTMLAnchorElement;
      return { from: link.id, to: link.hash.slice(1) };
    });
    await reader.click(`a[id="${from}"]`);
    await reader.at(`${article}#${to}`);
    await reader.inSight(`[id="${to}"]`);
    assert.equal(await reader.text(':target a[href^=http]').then(Boolean), true);

    await reader.click(`[id="${to}"] a[href="#${from}"]`);
    await reader.at(`${article}#${from}`);
    await reader.inSight(`a[id="${from}"]`);
  });

  test('look up: a hard word is explained beside it, and Escape leads back', async () => {
    await reader.goto(article);
    await reader.click('a.term', conscription.term);
    await reader.inSight('[popover]:popover-open');
    assert.match(
      await reader.text('[popover]:popover-open'),
      new RegExp(`^${conscription.term}: `),
    );
    const { covers, fits } = await reader.evaluate(() => {
      const word = document.querySelector('a.term') as Element;
      const open = document.querySelector('[popover]:popover-open') as Element;
      const { top, bottom, left, right } = open.getBoundingClientRect();
      return {
        covers: [...word.getClientRects()].some((line) => line.top < bottom && line.bottom > top),
        fits: top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth,
      };
    });
    assert.equal(covers, false, 'the word can still be read');
    assert.equal(fits, true);

    await reader.press('Escape');
    await reader.until(
      'it is closed, and the word has the focus',
      () =>
        document.querySelector('[popover]:popover-open') === null &&
        document.activeElement?.className === 'term',
    );

    await reader.click('a.term', conscription.term);
    await reader.click('[popover]:popover-open a');
    await reader.at('/terms/conscription/');
    assert.equal(await reader.text('h1'), conscription.term);
  });

  test('search: from the box of a page to the best answer', async () => {
    await reader.goto(article);
    await reader.click('.masthead input[type=search]');
    await reader.type('backstop');
    await reader.press('Enter');
    await reader.at('/search/?q=backstop');
    await reader.until('the number of results is said', () =>
      /^\d+ results? for “backstop”/.test(
        document.querySelector('main [role=status]')?.textContent.trim() ?? '',
      ),
    );
    await reader.click('main li a', 'Backstop');
    await reader.until('the term is shown', () => location.pathname === '/terms/backstop/');
  });

  test('search: while the reader types, with a slip', async () => {
    await reader.goto('/search/');
    await reader.click('main input[type=search]');
    await reader.type('conscripton');
    await reader.until('it is found all the same', () =>
      [...document.querySelectorAll('main li a')].some((link) =>
        /conscription/i.test(link.textContent),
      ),
    );
    await reader.at('/search/?q=conscripton');
  });

  test('search: in the text, also while the worker that keeps pages takes over', async () => {
    // On the first visit it is registered, on the second it comes to stand before every request.
    for (let visit = 0; visit < 3; visit += 1) {
      await reader.goto('/search/');
      await reader.click('main input[type=search]');
      await reader.type('voluntary');
      await reader.until('the text was searched', () =>
        /^\d+ results? for “voluntary”/.test(
          document.querySelector('main [role=status]')?.textContent.trim() ?? '',
        ),
      );
      await reader.until('the worker of the pages is registered', () => {
        const state = globalThis as { isKept?: boolean };
        void navigator.serviceWorker.getRegistration().then((found) => {
          state.isKept = found?.active !== undefined && found.active !== null;
        });
        return state.isKept === true;
      });
      assert.deepEqual(await reader.driver.complaints(), [], `visit ${visit + 1}`);
    }
  });

  test('share: the address of a page is copied, and can be pasted', async () => {
    await reader.goto(`${article}?from=a-friend`);
    await reader.click('.pass button', words.copy);
    await reader.until(
      'the reader is told',
      (told) =>
        [...document.querySelectorAll('[role=status]')].some(
          (place) => place.checkVisibility() && place.textContent.includes(told),
        ),
      words.copied,
    );
    await reader.click('.masthead input[type=search]');
    await reader.press('Control+v');
    await reader.until(
      'it is pasted',
      (path) => {
        const box = document.querySelector('.masthead input') as HTMLInputElement;
        return box.value === `https://guarantees.example${path}`;
      },
      article,
    );
  });

  test('share: a link to selected words leads to them', async () => {
    await reader.goto(article);
    await reader.evaluate(() => {
      const paragraph = [...document.querySelectorAll('.prose > p')].at(-1) as Element;
      paragraph.scrollIntoView({ block: 'center' });
      getSelection()?.selectAllChildren(paragraph);
    });
    await reader.click('button.quote');
    await reader.click('.masthead input[type=search]');
    await reader.press('Control+v');
    await reader.until('the link is pasted', () =>
      (document.querySelector('.masthead input') as HTMLInputElement).value.includes(':~:text='),
    );
    const link = await reader.evaluate(
      () => (document.querySelector('.masthead input') as HTMLInputElement).value,
    );
    await reader.goto('/');
    await reader.goto(link.replace(/^https:\/\/[^/]+/, ''));
    // Browsers tell no page what they marked, but they bring it into the window.
    await reader.until('the words are in the window', () => {
      const { top, bottom } = (
        [...document.querySelectorAll('.prose > p')].at(-1) as Element
      ).getBoundingClientRect();
      return scrollY > 0 && bottom > 0 && top < innerHeight;
    });
  });

  test('keyboard: skip to the text, and see where the focus is all the way', async () => {
    await reader.goto(article);
    await reader.press('Tab');
    await reader.inSight('.skip');
    await reader.press('Enter');
    await reader.at(`${article}#main`);
    const poor: unknown[] = [];
    for (let stops = 0; stops < 25; stops += 1) {
      await reader.press('Tab');
      const here = await reader.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const { top, bottom, height } = element.getBoundingClientRect();
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return {
          name: `${element.tagName} ${element.textContent.trim().slice(0, 40)}`,
          isText: document.querySelector('main')?.contains(element) === true,
          inSight: height > 0 && bottom > 0 && top < innerHeight,
          isShown: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
        };
      });
      if (!here.isText || !here.inSight || !here.isShown) poor.push(here);
    }
    assert.deepEqual(poor, []);
  });

  test('keyboard: a hard word is explained, and left, with keys alone', async () => {
    await reader.goto(article);
    await reader.evaluate(() => {
      document.querySelector<HTMLElement>('a.term')?.focus();
    });
    await reader.press('Enter');
    await reader.inSight('[popover]:popover-open');
    await reader.press('Tab');
    await reader.until('its link has the focus', () =>
      Boolean(document.activeElement?.closest('[popover]')),
    );
    await reader.press('Enter');
    await reader.at('/terms/conscription/');
  });

  test('listen: offered where the device has a voice of its own for English, and nowhere else', async () => {
    await reader.goto(article);
    await reader.until('the offer is what the browser can do', () => {
      const voices = 'speechSynthesis' in window ? speechSynthesis.getVoices() : [];
      const canSpeak = voices.some(
        ({ localService, lang }) => localService && lang.startsWith('en'),
      );
      return document.querySelector<HTMLElement>('button.listen')?.hidden === !canSpeak;
    });
  });

  test('keep: a choice of the reader holds on the next page', async () => {
    await reader.goto('/settings/');
    await reader.click('main label', 'Dark');
    await reader.goto(article);
    await reader.until(
      'the page is dark',
      () => getComputedStyle(document.documentElement).colorScheme === 'dark',
    );
    await reader.goto('/settings/');
    await reader.evaluate(() => {
      localStorage.clear();
    });
  });

  test('read: on a phone nothing reaches over the side, and a hard word is explained in the window', async () => {
    await reader.driver.resize(400, 740);
    await reader.goto(article);
    const sideways = await reader.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(sideways <= 0, 'nothing reaches over the side');
    await reader.click('a.term', conscription.term);
    await reader.inSight('[popover]:popover-open');
    const picture = await reader.driver.screenshot();
    assert.ok(picture.length > 10_000, 'there is something to see');
    await reader.driver.resize(1000, 800);
  });
}
