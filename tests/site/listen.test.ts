/** What is read aloud of an article is the whole of it and nothing else. */
import { test } from 'node:test';

import { spokenLanguage } from '../../src/listen/languages/languages.ts';
import { countWords, minutesToHear } from '../../src/listen/minutes.ts';
import { scriptOf, type Piece, type Script } from '../../src/listen/script.ts';
import { assertEach } from './lib/findings.ts';
import { all, attribute, readSite, recordPages, textOf } from './lib/site.ts';

const site = readSite();
const english = spokenLanguage('en');
const articles = recordPages(site, 'explainers');

const articleOf = (document: Document): Element => {
  const article = document.querySelector('article');
  if (!article) throw new Error('A page of an explainer has no article.');
  return article;
};

const scripts = new Map<Document, Script>();

/** What is read of a page; worked out once. */
function heardOf(document: Document): Script {
  const script = scripts.get(document) ?? scriptOf(articleOf(document), english);
  scripts.set(document, script);
  return script;
}

/** Parts of an article that nobody wants to hear. */
const furniture =
  'nav, form, sup, svg, .provenance, .definition, .listen, .live, [hidden], [aria-labelledby=related], section[aria-labelledby=sources], section[aria-labelledby=changes], [aria-labelledby=pass-it-on]';

/** What a picture says for the eye only: its row of headings, its key and its own address. */
const picture = 'thead, .bars-key, figcaption > a';

const letters = (text: string): string => text.replace(/\s+/g, '');
const markedIn = ({ parts }: Piece): string =>
  parts.map(({ node, start, end }) => node.data.slice(start, end)).join('');

test('every word of the text is read, once and in its order', () => {
  assertEach(articles, ({ document }) => {
    const script = heardOf(document);
    const copy = articleOf(document).cloneNode(true) as Element;
    for (const element of all(copy, `${furniture}, ${picture}`)) element.remove();
    const expected = letters(copy.textContent);
    const heard = letters(script.pieces.map(markedIn).join(''));
    let at = 0;
    while (at < expected.length && expected[at] === heard[at]) at += 1;
    return [
      heard !== expected &&
        `reads "${heard.slice(at, at + 40)}", expected "${expected.slice(at, at + 40)}"`,
    ];
  });
});

test('no furniture is read', () => {
  assertEach(articles, ({ document }) =>
    heardOf(document)
      .pieces.filter(({ parts }) =>
        parts.some(({ node }) => node.parentElement?.closest(furniture)),
      )
      .map(({ said }) => `reads "${said}", expected nothing of it`),
  );
});

test('the sections are the question, the key facts, what comes first, and every heading', () => {
  assertEach(articles, ({ document }) => {
    const script = heardOf(document);
    const title = textOf(document.querySelector('h1'));
    const headings = all(document, '.prose h2').map(textOf);
    const opensWithText = document.querySelector('.prose > :first-child')?.tagName !== 'H2';
    const expected = [title, 'Key facts', ...(opensWithText ? [title] : []), ...headings];
    return [
      script.sections.join(' | ') !== expected.join(' | ') &&
        `sections ${script.sections.join(' | ')}, expected ${expected.join(' | ')}`,
    ];
  });
});

test('nothing said is too long for a voice, empty, or written for the eye', () => {
  assertEach(articles, ({ document }) =>
    heardOf(document)
      .pieces.filter(
        ({ said }) =>
          said.length > 260 || !/[\p{L}\p{N}]/u.test(said) || /[€£$%…[\]<>]|\bnote \d/.test(said),
      )
      .map(({ said }) => `says "${said}"`),
  );
});

test('the button says how many minutes it takes, and where its player is', () => {
  assertEach(articles, ({ document }) => {
    const script = heardOf(document);
    const button = document.querySelector('.listen');
    const minutes = minutesToHear(countWords(script.pieces.map(markedIn).join(' ')));
    const expected = `Listen, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
    const file = attribute(button, 'value').slice(site.base.length);
    return [
      textOf(button) !== expected && `the button says "${textOf(button)}", expected "${expected}"`,
      !button?.hasAttribute('hidden') &&
        'the button is shown, expected hidden until there is a voice',
      !site.files.has(file) && `the player "${file}" is not there`,
    ];
  });
});
