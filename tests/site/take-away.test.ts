/** What can be taken along from a page: its print sheet, its code, its citation, and an article's leaflet. */
import { test } from 'node:test';

import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';

import { settings } from '../../src/site.ts';
import { decodeQr } from '../lib/qr.ts';
import { assertEach, assertNone, differences } from './lib/findings.ts';
import { all, attribute, readSite, recordPages, textOf, type Page } from './lib/site.ts';

const site = readSite();

/** The pages of one record each. */
const records = (['explainers', 'countries', 'terms', 'claims', 'facts'] as const).flatMap(
  (section) => recordPages(site, section),
);

const beside = ({ file }: Page, name: string) => file.replace(/index\.html$/, name);

const canonicalOf = ({ document }: Page) =>
  attribute(document.querySelector('link[rel=canonical]'), 'href');

test('every page has the style for print, in it or in the sheet that it names', () => {
  assertEach(site.pages, ({ document }) => {
    const file = attribute(document.querySelector('link[rel=stylesheet]'), 'href');
    const sheet = file.slice(site.base.length);
    const styles = [
      ...all(document, 'style').map(({ textContent }) => textContent),
      ...(site.files.has(sheet) ? [site.read(sheet)] : []),
    ];
    return [!styles.some((css) => css.includes('@page')) && 'has no style with @page'];
  });
});

test('the code beside every record’s page leads to that page', async () => {
  const findings = await Promise.all(
    records.map(async (page) => {
      const file = beside(page, 'qr.svg');
      if (!site.files.has(file)) return [`${file}: is missing, expected the code`];
      const [text, expected] = [await decodeQr(site.read(file)), canonicalOf(page)];
      const image = page.document.querySelector('img.qr[loading=lazy][alt]');
      return [
        ...(text === expected ? [] : [`${file}: says "${text}", expected "${expected}"`]),
        ...(attribute(image, 'src') === site.base + file
          ? []
          : [`${page.file}: shows no code on paper, expected ${file}`]),
      ];
    }),
  );
  assertNone(findings.flat());
});

test('the citations of a page say what the page says', () => {
  assertEach(records, (page) => {
    const title = textOf(page.document.querySelector('title'));
    const link = (name: string) =>
      page.document.querySelector(`a[href="${site.base}${beside(page, name)}"]`);
    return ['cite.bib', 'cite.json'].flatMap((name) => {
      const file = beside(page, name);
      if (!site.files.has(file)) return [`${file} is missing, expected the citation`];
      const [item, ...more] = new Cite(site.read(file)).data;
      const shown = page.document.querySelector('.cite-as');
      const cited = item?.title?.replace(/<\/?span[^>]*>/g, '').replaceAll('\u00a0', ' ') ?? '';
      return [
        more.length > 0 && `${file} holds ${more.length + 1} citations, expected one`,
        !textOf(shown).includes(cited) &&
          `${file} has the title "${cited}", the page is cited as ${textOf(shown)}`,
        cited === '' && `${file} has no title; that of the page is "${title}"`,
        item?.URL !== canonicalOf(page) &&
          `${file} has the address ${item?.URL}, expected ${canonicalOf(page)}`,
        !textOf(shown).includes(item?.note?.replace(/\.$/, '') ?? '–') &&
          `${file} has the note "${item?.note}", expected the day on which it was checked`,
        item?.author?.flatMap((name) => Object.values(name)).join(' ') !== settings.publisher &&
          `${file} names no publisher, expected ${settings.publisher}`,
        item?.accessed !== undefined && `${file} says when it was read, which only a reader knows`,
        !link(name) && `has no link to ${name}, expected one`,
      ];
    });
  });
});

test('the ids of citations tell pages apart', () => {
  const ids = records.map((page) => new Cite(site.read(beside(page, 'cite.json'))).data[0]?.id);
  assertNone(
    new Set(ids).size === ids.length ? [] : ['two citations have one id, expected one each'],
  );
});

test('every article has its leaflet, with its words and nothing that it does not say', () => {
  const leaflets = new Map(site.pages.map((page) => [page.file, page]));
  assertEach(recordPages(site, 'explainers'), (page) => {
    const leaflet = leaflets.get(beside(page, 'leaflet/index.html'));
    if (!leaflet) return ['has no leaflet, expected one'];
    const main = leaflet.document.querySelector('.leaflet');
    const text = (within: Document, selector: string) => textOf(within.querySelector(selector));
    // A key fact without the number of its note.
    const facts = (within: Document) =>
      all(within, '[aria-labelledby=key-facts] li').map((fact) =>
        textOf(fact)
          .replace(/ note \d+$/, '')
          .replace(/\s+/g, ' '),
      );
    const open = textOf(page.document.querySelector('.prose .not-known'));
    return [
      ...['h1', '.lead'].map(
        (selector) =>
          text(leaflet.document, `.leaflet ${selector}`) !== text(page.document, selector) &&
          `the leaflet has "${text(leaflet.document, selector)}", expected "${text(page.document, selector)}"`,
      ),
      ...differences(facts(leaflet.document), facts(page.document), 'key facts of the leaflet'),
      ...all(leaflet.document, '[aria-labelledby=not-known] li')
        .map(textOf)
        .filter((item) => !comparable(open).includes(comparable(item)))
        .map((item) => `the leaflet says "${item}" is not known, the article does not`),
      canonicalOf(leaflet) !== canonicalOf(page) &&
        `the leaflet’s canonical address is ${canonicalOf(leaflet)}, expected ${canonicalOf(page)}`,
      attribute(main?.querySelector('img'), 'src') !== site.base + beside(page, 'qr.svg') &&
        'the leaflet shows no code, expected that of the article',
      !textOf(main).includes(canonicalOf(page)) && 'the leaflet does not say the address',
      text(leaflet.document, '.leaflet .provenance') !== text(page.document, '.provenance') &&
        'the leaflet does not say who speaks and when it was checked as the article does',
      !page.document.querySelector(`a[href="${leaflet.path}"]`) &&
        'has no link to its leaflet, expected one',
    ];
  });
});

/** A text without spaces and the numbers of notes, which stand between the words of an article. */
function comparable(text: string): string {
  return text.replace(/, note \d+|\s|\d/g, '');
}
