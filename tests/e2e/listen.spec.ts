/** A reader listens to an article with a voice of the device. */
import type { Locator, Page } from 'playwright/test';
import { axeFaults } from './lib/engines.ts';
import { kinds } from './lib/kinds.ts';
import { draftArticle } from './lib/site.ts';
import { english, fakeSpeech, french, lastSaid, marked, report, said } from './lib/speech.ts';
import { test, expect } from './lib/test.ts';

const article = kinds['an explainer'];
const { title } = draftArticle.data;

const offer = (page: Page): Locator => page.getByRole('button', { name: /^Listen, about \d+ min/ });
const player = (page: Page): Locator => page.getByRole('region', { name: 'Listen to this page' });
const key = (page: Page, name: string): Locator =>
  player(page).getByRole('button', { name, exact: true });

/** Opens the article and presses "Listen". */
async function listen(page: Page): Promise<void> {
  await page.goto(article);
  await offer(page).click();
  await expect(player(page)).toBeVisible();
  await lastSaid(page, 1);
}

/** The voice ends so many pieces, each after the next was handed over. */
async function hear(page: Page, pieces: number): Promise<void> {
  const { length } = await said(page);
  for (let count = 1; count <= pieces; count += 1) {
    await report(page, 'end');
    await lastSaid(page, length + count);
  }
}

/** Where the reader is on the page, in pixels from the top. */
const place = (page: Page): Promise<number> => page.evaluate(() => window.scrollY);

test.describe('the offer', () => {
  const nothing = async (page: Page): Promise<void> => {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    await expect(page.locator('.listen')).toBeHidden();
  };

  test('is not made without a voice, and is made when one comes late, moving nothing', async ({
    page,
  }) => {
    await fakeSpeech(page, []);
    await page.goto(article);
    await nothing(page);
    const facts = page.getByRole('heading', { name: 'Key facts' });
    const before = await facts.boundingBox();
    await page.evaluate(
      (voices) => {
        window.fakeEngine.setVoices(voices);
      },
      [french, english],
    );
    await expect(offer(page)).toBeVisible();
    expect(await facts.boundingBox()).toEqual(before);
  });

  test('is not made for voices of other languages, or that send the text away', async ({
    page,
  }) => {
    await fakeSpeech(page, [french, { ...english, localService: false }]);
    await page.goto(article);
    await nothing(page);
  });

  test('is not made where the browser cannot speak', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'speechSynthesis', { value: undefined });
    });
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await page.goto(article);
    await nothing(page);
    expect(errors).toEqual([]);
  });

  test('loads the player only when it is taken', async ({ page }) => {
    await fakeSpeech(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const players = () => asked.filter((url) => /\/player-[^/]*\.js$/.test(url));
    await page.goto(article);
    await expect(offer(page)).toBeVisible();
    expect(players()).toEqual([]);
    await offer(page).click();
    await expect(player(page)).toBeVisible();
    expect(players()).toHaveLength(1);
  });

  test.describe('without a script', () => {
    test.use({ javaScriptEnabled: false });
    test('is not made', async ({ page }) => {
      await page.goto(article);
      await nothing(page);
    });
  });
});

test.describe('listening', () => {
  test.beforeEach(async ({ page }) => {
    await fakeSpeech(page, [french, english]);
  });

  test('begins with the question, goes on by sentences, and marks what is read', async ({
    page,
  }) => {
    await listen(page);
    expect(await said(page)).toEqual([{ text: title, rate: 1, voice: 'Daniel' }]);
    expect(await marked(page)).toBe(title);
    await expect(key(page, 'Pause')).toBeFocused();
    await expect(player(page)).toContainText(`1 of 9: ${title}`);
    await expect(player(page)).toContainText('your device’s own voice. It may say names wrongly');
    await report(page, 'start');
    await report(page, 'boundary');
    await hear(page, 4);
    expect((await said(page)).at(-1)?.text).toBe('Key facts');
    await hear(page, 4);
    expect((await said(page)).at(-1)?.text).toMatch(/^France’s new military service .*Ukraine\.$/);
    expect(await marked(page)).toMatch(/^France’s new military service .*Ukraine\.$/);
    expect((await said(page)).at(-2)?.text).toBe('Promised: the 27th of November 2025');
  });

  test('ends at the end, says so, and can begin again', async ({ page }) => {
    await listen(page);
    for (let section = 0; section < 8; section += 1) await key(page, 'Next section').click();
    await expect(player(page)).toContainText('9 of 9: What is not known yet');
    // As long as there is a piece that can end.
    while (await page.evaluate(() => speechSynthesis.speaking)) await report(page, 'end');
    await expect(player(page)).toContainText('You have heard the whole page.');
    expect((await said(page)).at(-1)?.text).toMatch(
      /^Anything that happened after the 5th of July/,
    );
    expect(await marked(page)).toBe('');
    await key(page, 'Play').click();
    await expect(player(page)).toContainText('1 of 9');
    expect((await said(page)).at(-1)?.text).toBe(title);
  });

  test('pauses and goes on with the same sentence', async ({ page }) => {
    await listen(page);
    await hear(page, 2);
    const { text } = (await said(page)).at(-1) ?? {};
    await key(page, 'Pause').click();
    await expect(key(page, 'Play')).toBeFocused();
    await expect.poll(() => page.evaluate(() => speechSynthesis.speaking)).toBe(false);
    await key(page, 'Play').click();
    expect(await lastSaid(page, 4)).toBe(text);
  });

  test('stops, gives the focus back, and goes on there when it is taken up again', async ({
    page,
  }) => {
    await listen(page);
    await hear(page, 2);
    const { text } = (await said(page)).at(-1) ?? {};
    await page.keyboard.press('Escape');
    await expect(player(page)).toBeHidden();
    await expect(offer(page)).toBeFocused();
    expect(await marked(page)).toBe('');
    expect(await page.evaluate(() => speechSynthesis.speaking)).toBe(false);
    await page.keyboard.press('Enter');
    expect(await lastSaid(page, 4)).toBe(text);
    await key(page, 'Stop').click();
    await expect(player(page)).toBeHidden();
  });

  test('skips by section, there and back', async ({ page }) => {
    await listen(page);
    await key(page, 'Next section').click();
    expect(await lastSaid(page, 2)).toBe('Key facts');
    await key(page, 'Next section').click();
    await key(page, 'Next section').click();
    expect(await lastSaid(page, 4)).toBe('Who would be sent?');
    await hear(page, 1);
    await key(page, 'Previous section').click();
    expect(await lastSaid(page, 6)).toBe('Who would be sent?');
    await key(page, 'Previous section').click();
    expect(await lastSaid(page, 7)).toMatch(/^Conscription, also called the draft/);
  });

  test('is as fast as the reader wants, and says the sentence again at the new speed', async ({
    page,
  }) => {
    await listen(page);
    await player(page).getByRole('combobox', { name: 'Speed' }).selectOption('1.5×');
    await lastSaid(page, 2);
    expect((await said(page)).map(({ text, rate }) => [text, rate])).toEqual([
      [title, 1],
      [title, 1.5],
    ]);
  });

  test('keeps place and speed when the page is loaded again, and nothing in the browser', async ({
    page,
  }) => {
    await listen(page);
    await key(page, 'Next section').click();
    await player(page).getByRole('combobox', { name: 'Speed' }).selectOption('0.75×');
    await page.reload();
    await offer(page).click();
    await lastSaid(page, 1);
    expect(await said(page)).toEqual([{ text: 'Key facts', rate: 0.75, voice: 'Daniel' }]);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    await page.goto(kinds['an explainer with bars']);
    await offer(page).click();
    await lastSaid(page, 1);
    expect((await said(page))[0]?.rate).toBe(1);
  });

  test('ends with the page', async ({ page }) => {
    await listen(page);
    const state = await page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pagehide'));
      return speechSynthesis.speaking;
    });
    expect(state).toBe(false);
    await expect(key(page, 'Play')).toBeVisible();
  });

  test('obeys media keys', async ({ page }) => {
    await listen(page);
    await page.keyboard.press('MediaTrackNext');
    expect(await lastSaid(page, 2)).toBe('Key facts');
    await page.keyboard.press('MediaPlayPause');
    await expect(key(page, 'Play')).toBeVisible();
    await page.keyboard.press('MediaPlayPause');
    await expect(key(page, 'Pause')).toBeVisible();
    expect(await page.evaluate(() => navigator.mediaSession.playbackState)).toBe('playing');
    expect(await page.evaluate(() => navigator.mediaSession.metadata?.title)).toContain(title);
    // Playwright has no such key.
    await page.evaluate(() => dispatchEvent(new KeyboardEvent('keydown', { key: 'MediaStop' })));
    await expect(player(page)).toBeHidden();
    expect(await page.evaluate(() => navigator.mediaSession.playbackState)).toBe('none');
    // The page is as it was.
    await page.keyboard.press('MediaPlayPause');
    await expect(player(page)).toBeHidden();
  });

  test('leaves links and explanations what they are', async ({ page }) => {
    await listen(page);
    await key(page, 'Next section').click();
    await key(page, 'Next section').click();
    expect(await marked(page)).toMatch(/^Conscription, also called/);
    await page.getByRole('link', { name: 'Conscription', exact: true }).click();
    await expect(page.getByRole('link', { name: 'More about “Conscription”' })).toBeVisible();
    await page.keyboard.press('Escape');
    // What closed was the explanation.
    await expect(player(page)).toBeVisible();
  });
});

test('where a browser cannot mark words, the paragraph is marked', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(CSS, 'highlights');
  });
  await fakeSpeech(page);
  await listen(page);
  await hear(page, 2);
  const paragraph = page.locator('.heard');
  await expect(paragraph).toHaveText(draftArticle.data.answer);
  await expect(paragraph).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await key(page, 'Stop').click();
  await expect(paragraph).toHaveCount(0);
});

test.describe('a voice with faults', () => {
  test('that dies in the middle is asked once more, then the reader is told', async ({ page }) => {
    await page.clock.install();
    await fakeSpeech(page);
    await page.goto(article);
    await offer(page).click();
    await expect(player(page)).toBeVisible();
    await page.clock.runFor(100);
    await page.evaluate(() => {
      window.fakeEngine.stopSpeaking();
    });
    // The first it had begun, so it counts as said; the next it never begins.
    await page.clock.runFor(3000);
    expect((await said(page)).length).toBe(2);
    await page.clock.runFor(9000);
    expect((await said(page)).length).toBe(3);
    await page.clock.runFor(9000);
    await expect(player(page).getByRole('status')).toHaveText(
      'The voice has fallen silent. Press Play to try again.',
    );
    await expect(key(page, 'Play')).toBeVisible();
  });

  test('that is not allowed to speak yet waits for the reader', async ({ page }) => {
    await fakeSpeech(page);
    await listen(page);
    await report(page, 'error', 'not-allowed');
    await expect(player(page).getByRole('status')).toHaveText(/did not let the voice begin/);
    await key(page, 'Play').click();
    expect(await lastSaid(page, 2)).toBe(title);
    await expect(player(page).getByRole('status')).toHaveText('');
  });

  test('that was taken by another page pauses in silence', async ({ page }) => {
    await fakeSpeech(page);
    await listen(page);
    await report(page, 'error', 'interrupted');
    await expect(key(page, 'Play')).toBeVisible();
    await expect(player(page).getByRole('status')).toHaveText('');
  });

  test('that is gone is said to be gone', async ({ page }) => {
    await fakeSpeech(page);
    await listen(page);
    await page.evaluate(() => {
      window.fakeEngine.setVoices([]);
    });
    await report(page, 'end');
    await expect(player(page).getByRole('status')).toHaveText(/no voice for this language/);
  });
});

test.describe('the page follows', () => {
  test.beforeEach(async ({ page }) => {
    await fakeSpeech(page);
    await page.setViewportSize({ width: 360, height: 640 });
  });

  /** Whether the marked words lie between the upper edge and the player. */
  const isSeen = (page: Page): Promise<boolean> =>
    page.evaluate(() => {
      const top = document.querySelector('.player')?.getBoundingClientRect().top ?? 0;
      return [...(CSS.highlights.get('heard') ?? [])]
        .map((range) => (range as Range).getBoundingClientRect())
        .filter(({ height }) => height > 0)
        .every((box) => box.top >= 0 && box.bottom <= top);
    });

  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    test(`what is read, and never under the player (motion: ${reducedMotion})`, async ({
      page,
    }) => {
      await page.emulateMedia({ reducedMotion });
      await listen(page);
      for (let piece = 0; piece < 20; piece += 1) {
        await hear(page, 1);
        await expect.poll(() => isSeen(page)).toBe(true);
      }
    });
  }

  test('no reader who has scrolled away, until what is read comes into sight again', async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await listen(page);
    await hear(page, 3);
    await page.mouse.wheel(0, 3000);
    await expect.poll(() => place(page)).toBeGreaterThan(2000);
    const away = await place(page);
    await hear(page, 6);
    expect(await place(page)).toBe(away);
    // A press of a button brings it back.
    await key(page, 'Pause').click();
    await key(page, 'Play').click();
    await expect.poll(() => isSeen(page)).toBe(true);
    await hear(page, 6);
    expect(await isSeen(page)).toBe(true);
  });

  test('with room at its end, so that the player covers nothing', async ({ page }) => {
    await listen(page);
    await page.keyboard.press('End');
    await expect
      .poll(() =>
        page.evaluate(() => {
          const foot = document.querySelector('footer')?.getBoundingClientRect().bottom ?? 0;
          const top = document.querySelector('.player')?.getBoundingClientRect().top ?? 0;
          return foot <= top + 1;
        }),
      )
      .toBe(true);
  });
});

test.describe('the player', () => {
  test.beforeEach(async ({ page }) => {
    await fakeSpeech(page);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`has no fault that axe can find (${colorScheme})`, async ({ page }) => {
      test.setTimeout(120_000);
      await page.emulateMedia({ colorScheme });
      await listen(page);
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 740 });
        expect(await axeFaults(page)).toEqual([]);
      }
    });
  }

  test('marks words so that they can still be read', async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await listen(page);
      const ratios = await page.evaluate(() => {
        const context = document.createElement('canvas').getContext('2d');
        if (!context) throw new Error('No canvas.');
        const light = (colour: string): number => {
          context.fillStyle = colour;
          context.fillRect(0, 0, 1, 1);
          const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((part) => {
            const value = part / 255;
            return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const link = document.querySelector('.prose a:not(.cite)') ?? document.body;
        const mark = light(getComputedStyle(document.body, '::highlight(heard)').backgroundColor);
        return [document.body, link].map((element) => {
          const ink = light(getComputedStyle(element).color);
          return (Math.max(ink, mark) + 0.05) / (Math.min(ink, mark) + 0.05);
        });
      });
      for (const ratio of ratios) expect(ratio).toBeGreaterThanOrEqual(7);
    }
  });

  test('has targets of 44 pixels and fits, also on a narrow or a low screen', async ({ page }) => {
    await listen(page);
    for (const [width, height, share] of [
      [320, 568, 0.3],
      [360, 640, 0.25],
      [768, 900, 0.15],
      [1440, 900, 0.15],
      [320, 256, 0.27],
    ] as const) {
      await page.setViewportSize({ width, height });
      const box = await player(page).boundingBox();
      expect(box?.width).toBe(width);
      expect(box?.height ?? height).toBeLessThan(height * share);
      for (const target of await player(page)
        .getByRole('button')
        .or(player(page).getByRole('combobox'))
        .all()) {
        const size = await target.boundingBox();
        expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(44);
        expect((size?.x ?? 0) + (size?.width ?? 0)).toBeLessThanOrEqual(width);
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
        width,
      );
    }
  });
});
