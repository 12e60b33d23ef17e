/** Every article has the parts that readers rely on, and every number in it leads to a source. */
import { test } from 'node:test';

import { assertEach, assertNone, differences, repeated } from './lib/findings.ts';
import { all, attribute, readSite, recordPages, show, textOf } from './lib/site.ts';

const articles = recordPages(readSite(), 'explainers');

/** How many numbers an article has in its text at least. */
const fewestCitations = 5;

test('the parts stand in their order', () => {
  const parts: readonly (readonly [name: string, selector: string])[] = [
    ['heading', 'h1'],
    ['short answer', '.lead'],
    ['provenance', '.provenance'],
    ['key facts', 'section[aria-labelledby=key-facts]'],
    ['contents', 'nav.toc'],
    ['text', '.prose'],
    ['what is not known yet', '.prose .not-known'],
    ['related questions', '[aria-labelledby=related]'],
    ['sources', 'section[aria-labelledby=sources]'],
    ['changes', 'section[aria-labelledby=changes]'],
    ['pass it on', '[aria-labelledby=pass-it-on]'],
  ];
  const expected = parts.map(([name]) => name).join(', ');
  const anyPart = parts.map(([, selector]) => `article ${selector}`).join(', ');
  assertEach(articles, ({ document }) => {
    const found = all(document, anyPart)
      .map((element) => parts.find(([, selector]) => element.matches(`article ${selector}`))?.[0])
      .join(', ');
    return [found !== expected && `has ${found}; expected ${expected}`];
  });
});

test('what is not known yet is the last section of the text, with a list', () => {
  assertEach(articles, ({ document }) => {
    const section = document.querySelector('.prose > .not-known');
    const after = all(document, '.prose > *')
      .slice(section ? all(document, '.prose > *').indexOf(section) + 1 : 0)
      .filter((element) => !element.hasAttribute('popover'));
    return [
      textOf(section?.querySelector('h2')) !== 'What is not known yet' &&
        `the heading is "${textOf(section?.querySelector('h2'))}", expected "What is not known yet"`,
      !section?.querySelector('li') && 'what is not known has no list, expected one',
      ...after.map((element) => `${show(element)} comes after it, expected nothing`),
    ];
  });
});

test('the contents list every section of the text, and the sources', () => {
  assertEach(articles, ({ document }) => {
    const listed = all(document, 'nav.toc a').map((link) => attribute(link, 'href'));
    const sections = [...all(document, '.prose h2').map(({ id }) => `#${id}`), '#sources'];
    return [
      listed.join(' ') !== sections.join(' ') &&
        `contents ${listed.join(' ')}, expected ${sections.join(' ')}`,
    ];
  });
});

test('there are key facts, each with its note', () => {
  assertEach(articles, ({ document }) => {
    const items = all(document, 'section[aria-labelledby=key-facts] li');
    return [
      items.length < 2 && `${items.length} key facts, expected at least 2`,
      ...items.map(
        (item) =>
          !item.querySelector('a.cite[href^="#n"]') &&
          `the key fact "${textOf(item).slice(0, 60)}" has no number, expected one`,
      ),
    ];
  });
});

test('the text cites', () => {
  assertEach(articles, ({ document }) => {
    // A checked claim is a record with sources too; its page is the proof.
    const citations = all(document, '.prose :is(a.cite[href^="#n"], a[href*="/claims/"])').length;
    return [
      citations < fewestCitations &&
        `${citations} citations in the text, expected at least ${fewestCitations}`,
    ];
  });
});

test('notes are numbered from 1 without gaps, in the order in which they are first cited', () => {
  assertEach(articles, ({ document }) => {
    const notes = all(document, 'ol.notes > li').map(({ id }) => id);
    const numbers = notes.map((_, index) => `n${index + 1}`);
    const cited = all(document, 'a.cite').map((link) => attribute(link, 'href').slice(1));
    const order = [...new Set(cited)];
    return [
      notes.length === 0 && 'no notes, expected some',
      notes.join(' ') !== numbers.join(' ') &&
        `notes ${notes.join(' ')}, expected ${numbers.join(' ')}`,
      order.join(' ') !== notes.join(' ') &&
        `first cited in the order ${order.join(' ')}, expected ${notes.join(' ')}`,
      ...all(document, 'a.cite').map((link) => {
        const number = textOf(link.querySelector('sup')).replace(/\D/g, '');
        const expected = attribute(link, 'href').slice(2);
        return number !== expected && `${show(link)} shows ${number}, expected ${expected}`;
      }),
    ];
  });
});

test('every note says what it rests on, and leads to its fact and back to the text', () => {
  assertEach(articles, ({ document }) =>
    all(document, 'ol.notes > li').flatMap((note) => {
      const number = note.id.slice(1);
      const source = note.querySelector('a[href^=http], cite');
      const factPage = all(note, 'a')
        .map((link) => attribute(link, 'href'))
        .find((href) => /\/facts\/[a-z\d-]+\/$/.test(href));
      const back = note.querySelector(`a[href="#c${number}"]`);
      const place = document.querySelector(`#c${number}`);
      return [
        textOf(source) === '' && `note ${number} names no source, expected one`,
        factPage === undefined && `note ${number} leads to no fact, expected its page`,
        !back && `note ${number} does not lead back, expected a link to #c${number}`,
        attribute(place, 'href') !== `#n${number}` &&
          `#c${number} is not where note ${number} is first cited, expected the citation`,
      ];
    }),
  );
});

test('every link to a source says where it leads, and opens where the reader is', () => {
  assertEach(articles, ({ document }) =>
    all(document, 'ol.notes a[href^=http]').flatMap((link) => {
      const host = new URL(attribute(link, 'href')).hostname.replace(/^www\./, '');
      const words = textOf(link.parentElement);
      return [
        !words.includes(host) && `"${textOf(link)}" does not say that it leads to ${host}`,
        link.hasAttribute('target') && `"${textOf(link)}" opens elsewhere`,
      ];
    }),
  );
});

test('a term is explained once, and never in a heading or a link', () => {
  assertEach(articles, ({ document }) => {
    const words = all(document, 'a.term');
    const targets = words.map((word) => attribute(word, 'href').slice(1));
    const popovers = all(document, '[popover]').map(({ id }) => id);
    return [
      ...repeated(targets).map((id) => `${id} is explained twice, expected once`),
      ...differences(popovers, targets, 'explained terms'),
      ...words.map(
        (word) =>
          word.parentElement?.closest('a, h1, h2, h3, h4, h5, h6, summary, [popover]') !== null &&
          `"${textOf(word)}" is explained in a heading or link, expected in the text only`,
      ),
      ...all(document, '[popover]').map(
        (popover) =>
          !(popover.querySelector('dfn') && popover.querySelector('a[href*="/terms/"]')) &&
          `${popover.id} has no term or does not lead to its page, expected both`,
      ),
    ];
  });
});

test('articles on the whole explain terms', () => {
  const words = articles.flatMap(({ document }) => all(document, 'a.term')).length;
  assertNone(
    words < articles.length
      ? [`${words} explained terms in ${articles.length} articles, expected more`]
      : [],
  );
});
