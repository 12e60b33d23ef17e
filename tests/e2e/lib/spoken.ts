/**
 * What a screen reader says on a page, as a text to read: one line for each thing that a reader comes
 * to with the arrow key. Made by @guidepup/virtual-screen-reader in the real browser, so that what
 * the style sheet hides is not said.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright/test';

const reader = readFileSync(
  fileURLToPath(import.meta.resolve('@guidepup/virtual-screen-reader/browser.js')),
  'utf8',
);

/** How many entries of a list are written down; the rest is like them, and changes with the content. */
const shown = 2;

/** How many lines of a page are written down, for the same reason. */
const most = 120;

/** What only says how words are set, or is said by the words in it. */
const passedOver = /^(superscript|subscript|strong|emphasis|code|mark|insertion|deletion)$/;

/** What begins a line of its own and has nothing to say itself. */
const silent = /^(document|paragraph|rowgroup|generic|row)\b/;

/** What is said before its words, in their line. */
const inLine = /^(link|term|definition|cell|columnheader|rowheader|caption)\b/;

/** What stands in a line of its own. */
const alone =
  /^(main|banner|contentinfo|navigation|region|search|article|heading|button|searchbox|textbox|combobox|option|radio|checkbox|status|group|figure|image|img|table|list|separator|form|complementary|blockquote)(, |$)/;

/** Every phrase that is said from the beginning of an element to its end. */
export async function phrases(page: Page, selector: string): Promise<string[]> {
  await page.route('**/virtual-screen-reader.js', (route) =>
    route.fulfill({ body: reader, contentType: 'text/javascript' }),
  );
  return page.evaluate(async (place) => {
    const container = document.querySelector<HTMLElement>(place);
    if (!container) throw new Error(`There is no ${place}.`);
    const { virtual } = (await import(
      /* @vite-ignore */ new URL('/virtual-screen-reader.js', location.href).href
    )) as typeof import('@guidepup/virtual-screen-reader');
    // Without scripts only; the reader does not know that.
    for (const element of document.querySelectorAll('noscript')) element.remove();
    // Nor what a browser knows: a button's value is for what is sent, and an image is one thing.
    for (const button of document.querySelectorAll('button[value]'))
      button.removeAttribute('value');
    for (const image of document.querySelectorAll('svg[role=img]')) image.replaceChildren();
    await virtual.start({ container });
    for (let steps = 0; steps < 20_000; steps += 1) {
      await virtual.next();
      const last = await virtual.lastSpokenPhrase();
      // It begins again where it has come to the end.
      if ((await virtual.spokenPhraseLog())[0] === last) break;
    }
    const log = await virtual.spokenPhraseLog();
    await virtual.stop();
    return log.slice(0, -1);
  }, selector);
}

/**
 * Phrases as a text to read: what stands in one paragraph in one line, levels of lists by indents, of
 * each list the first entries, dates as "(date)" and the address of the test's
 * server as "(this site)", so that the text changes only where the page does.
 */
export function transcript(log: readonly string[]): string {
  const said = log.map((phrase) =>
    phrase.replaceAll('\u00a0', ' ').replace(/http:\/\/127\.0\.0\.1:\d+/g, '(this site)'),
  );
  const lines: string[] = [];
  /** For each open list, how many of its entries were there; what stands in the others is left out. */
  const lists: number[] = [];
  let options = 0;
  let words: string[] = [];
  const isLeftOut = (): boolean => lists.some((count) => count > shown);
  const write = (line: string): void => {
    if (line !== '' && !isLeftOut()) lines.push('  '.repeat(lists.length) + line);
  };
  const finish = (): void => {
    write(
      words
        .join(' ')
        .replace(/ ([,.;:])/g, '$1')
        .trim(),
    );
    words = [];
  };
  const rest = '… more of the same kind';

  for (let index = 0; index < said.length; index += 1) {
    const phrase = said[index] ?? '';
    /** Where what begins here ends; nothing where it has only its name. */
    const end = (): number => {
      const found = said.indexOf(`end of ${phrase}`, index);
      const again = said.indexOf(phrase, index + 1);
      return found > index && (again < 0 || found < again) ? found : index;
    };
    if (phrase === 'time') {
      words.push('(date)');
      index = end();
    } else if (phrase === 'list') {
      finish();
      lists.push(0);
    } else if (phrase === 'end of list') {
      finish();
      const isLong = (lists.pop() ?? 0) > shown;
      if (isLong) write(`  ${rest}`);
    } else if (phrase.startsWith('listitem, ')) {
      finish();
      lists.push((lists.pop() ?? 0) + 1);
      words.push('•');
    } else if (phrase.startsWith('option, ')) {
      options += 1;
      if (options <= shown) write(`[${phrase.replace(/, set size.*/, '')}]`);
      else if (options === shown + 1) write(rest);
    } else if (passedOver.test(phrase.replace(/^end of /, ''))) {
      continue;
    } else if (phrase.startsWith('end of ')) {
      if (!phrase.startsWith('end of link')) finish();
    } else if (silent.test(phrase)) {
      finish();
    } else if (phrase.startsWith('link, ')) {
      words.push(`[${phrase}]`);
      index = end();
    } else if (inLine.test(phrase)) {
      finish();
      const role = /^[a-z]+/.exec(phrase)?.[0] ?? '';
      const name = phrase.slice(role.length + 2);
      words.push(`[${role}]`);
      if (end() === index) words.push(name);
    } else if (alone.test(phrase) && words.at(-1) !== '[term]') {
      finish();
      write(`[${phrase}]`);
    } else if (lines.at(-1)?.trim().startsWith(`[heading, ${phrase},`) !== true) words.push(phrase);
  }
  finish();
  const text = lines.length > most ? [...lines.slice(0, most), rest] : lines;
  return `${text.join('\n')}\n`;
}
