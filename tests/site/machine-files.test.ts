/** What search engines, browsers and the search read: sitemap, index and so on. Feeds: feeds.test.ts. */
import { test } from 'node:test';

import { DOMParser } from 'linkedom';
import sax from 'sax';

import { assertEach, assertNone, differences, repeated } from './lib/findings.ts';
import { attribute, isListed, readSite, recordPages } from './lib/site.ts';

const site = readSite();

/** The elements that a selector finds in an XML file, which must be well-formed. */
function elementsIn(file: string, selector: string): Element[] {
  const xml = site.read(file);
  // linkedom forgives every mistake, and a feed reader forgives none.
  const strict = sax.parser(true);
  strict.onerror = (error) => {
    throw new Error(`${file}: ${error.message.replace(/\s*\n\s*/g, ', ')}`);
  };
  strict.write(xml).close();
  const document = new DOMParser().parseFromString(xml, 'text/xml') as unknown as Document;
  return [...document.querySelectorAll(selector)];
}

const textsIn = (file: string, selector: string) =>
  elementsIn(file, selector).map((element) => element.textContent.trim());

const attributesIn = (file: string, selector: string, name: string) =>
  elementsIn(file, selector).map((element) => attribute(element, name));

test('the sitemap lists every listed page, and nothing else', () => {
  const root = site.origin + site.base;
  const listed = textsIn('sitemap-index.xml', 'sitemap > loc').flatMap((address) =>
    textsIn(address.replace(root, ''), 'url > loc'),
  );
  const pages = site.pages.filter(isListed).map(({ path }) => site.origin + path);
  assertNone([
    ...differences(listed, pages, 'sitemap'),
    ...repeated(listed).map((address) => `sitemap: ${address} stands twice, expected once`),
  ]);
});

test('a browser can ask the search from its address bar', () => {
  const file = 'opensearch.xml';
  const [name = ''] = textsIn(file, 'OpenSearchDescription > ShortName');
  const [template = ''] = attributesIn(file, 'OpenSearchDescription > Url', 'template');
  const root = site.origin + site.base;
  const page = `${template.replace(/\?.*$/, '').replace(root, '')}index.html`;
  assertNone([
    ...(name !== '' && name.length <= 16 ? [] : [`${file}: "${name}", expected 1 to 16 letters`]),
    ...(template === `${root}search/?q={searchTerms}`
      ? []
      : [`${file}: the template "${template}", expected the search page of the site`]),
    ...(site.files.has(page) ? [] : [`${file}: ${page} does not exist, expected the page`]),
    ...['Description', 'Language', 'InputEncoding']
      .filter((element) => !textsIn(file, `OpenSearchDescription > ${element}`)[0])
      .map((element) => `${file}: has no ${element}, expected one`),
  ]);
});

test('robots.txt names the sitemap and shuts nobody out', () => {
  const lines = site.read('robots.txt').split('\n');
  const sitemap = `Sitemap: ${site.origin}${site.base}sitemap-index.xml`;
  assertNone([
    ...(lines.includes(sitemap) ? [] : [`robots.txt: lacks "${sitemap}"`]),
    ...lines
      .filter((line) => /^disallow:\s*\S/i.test(line))
      .map((line) => `robots.txt: "${line}", expected nothing to be shut`),
  ]);
});

test('there is a page for unknown addresses', () => {
  assertNone(site.files.has('404.html') ? [] : ['404.html: is missing, expected the page']);
});

test('the search knows articles, terms, claims and countries, but neither facts nor sources', () => {
  const searched = (section: string) => recordPages(site, section);
  const isSearched = ({ document }: { document: Document }) =>
    document.querySelector('[data-pagefind-body]') !== null;
  assertEach(['explainers', 'terms', 'claims', 'countries'].flatMap(searched), (page) => [
    !isSearched(page) && 'is not searched, expected data-pagefind-body',
  ]);
  assertEach(
    site.pages.filter(({ file }) => /(^|\/)(facts|sources)\//.test(file)),
    (page) => [isSearched(page) && 'is searched, expected no data-pagefind-body'],
  );
  const { languages } = JSON.parse(site.read('pagefind/pagefind-entry.json')) as {
    languages: Record<string, { page_count: number }>;
  };
  const indexed = Object.values(languages).reduce((sum, { page_count: n }) => sum + n, 0);
  const expected = site.pages.filter(isSearched).length;
  assertNone(
    indexed === expected ? [] : [`pagefind/: ${indexed} pages indexed, expected ${expected}`],
  );
});
