/**
 * What a reading mode makes of an article: the library behind that of Firefox takes the text out of
 * the built page. Every word of the text must survive, and nothing that belongs to the site alone.
 */
import { test } from 'node:test';

import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';

import { wordsOf } from '../../src/i18n/words.ts';
import { assertEach } from './lib/findings.ts';
import { all, attribute, readSite, recordPages, textOf, type Page } from './lib/site.ts';

const articles = recordPages(readSite(), 'explainers');
const words = wordsOf('en');

/** Readability takes the document apart, so it gets one of its own. */
const readingMode = ({ html }: Page) => new Readability(parseHTML(html).document).parse();

/** Text without the white space by which two serialisations differ. */
const bare = (text: string) => text.replace(/\s+/g, '');

test('it finds title, author line, date, language and short answer', () => {
  assertEach(articles, (page) => {
    const { document } = page;
    const found = readingMode(page);
    const expected = {
      title: textOf(document.querySelector('h1')),
      byline: words.site.name,
      excerpt: attribute(document.querySelector('meta[name=description]'), 'content'),
      lang: 'en',
      publishedTime: attribute(
        document.querySelector('meta[property="article:published_time"]'),
        'content',
      ),
    };
    return (Object.keys(expected) as (keyof typeof expected)[]).map(
      (name) =>
        found?.[name] !== expected[name] &&
        `${name} is "${found?.[name]}", expected "${expected[name]}"`,
    );
  });
});

test('it keeps the answer, the key facts, every block of the text and every source', () => {
  assertEach(articles, (page) => {
    const kept = bare(readingMode(page)?.textContent ?? '');
    const blocks = all(
      page.document,
      '.lead, [aria-labelledby=key-facts] li, .prose :is(h2, h3, p, li, th, td, dfn), ol.notes a[href^=http]',
    );
    return blocks
      .filter((block) => block.closest('svg, .bars-key, [popover] p + p') === null)
      .map(
        (block) =>
          !kept.includes(bare(block.textContent)) &&
          `"${textOf(block)}" is lost, expected to read it`,
      );
  });
});

test('it shows nothing of the site around the text', () => {
  const { explainers, share, site } = words;
  const furniture = [
    explainers.related,
    explainers.passItOn,
    explainers.onThisPage,
    explainers.reportMistake,
    explainers.askAnother,
    ...Object.values(explainers.shareBy),
    share.copy,
    site.skip,
    site.footer.linesTitle,
  ];
  assertEach(articles, (page) => {
    const kept = readingMode(page)?.textContent ?? '';
    return furniture.map(
      (text) => kept.includes(text) && `"${text}" is shown, expected the text alone`,
    );
  });
});
