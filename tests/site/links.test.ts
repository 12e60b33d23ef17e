/** Every link leads somewhere, and none leads to what is not to be spread. */
import { test } from 'node:test';

import { bareAddress, dossier } from './lib/dossier.ts';
import { assertNone } from './lib/findings.ts';
import { addressesOn, brokenAddresses, brokenIdReferences, isInternal } from './lib/links.ts';
import { all, attribute, readSite, show } from './lib/site.ts';

const site = readSite();

test('every address leads to a page, a file or an id that exists, and is well written', () => {
  assertNone(brokenAddresses(site));
});

/** Words that could stand on any link. */
const saysNothing = new Set(
  (
    'click here, click this, go, here, this, start, right here, information, more, more info, ' +
    'more information, learn more, read more, see more, find out more, link'
  ).split(', '),
);

test('every link says where it leads even when it is read alone', () => {
  assertNone(
    site.pages.flatMap(({ file, document }) =>
      all(document, 'a[href]')
        .map((link) => (link.getAttribute('aria-label') ?? link.textContent).trim())
        .filter((name) => saysNothing.has(name.toLowerCase()))
        .map((name) => `${file}: a link is called “${name}”`),
    ),
  );
});

test('every attribute that names an id names one that the page has', () => {
  assertNone(brokenIdReferences(site));
});

test('the search page names the folder in which its index lies', () => {
  const [app, ...more] = site.pages.flatMap(({ document }) => all(document, '[data-bundle]'));
  assertNone([
    ...(app ? [] : ['no page has data-bundle, expected the search page to']),
    ...more.map((element) => `${show(element)} is a second search page`),
  ]);
  const folder = attribute(app, 'data-bundle').slice(site.base.length);
  assertNone(
    site.files.has(`${folder}pagefind.js`)
      ? []
      : [`${folder}pagefind.js does not exist, expected the program of the search`],
  );
});

test('no page leads to a source that only shows that a claim was made', () => {
  const sources = dossier.sources.filter(({ kind }) => kind === 'claim-only');
  const unwanted = new Map(sources.map(({ id, url }) => [bareAddress(url), id]));
  assertNone(sources.length === 0 ? ['no source is claim-only, so nothing was checked'] : []);
  assertNone(
    addressesOn(site)
      .filter(({ value }) => !isInternal(value, site) && /^https?:/.test(value))
      .flatMap(({ page, value }) => {
        const id = unwanted.get(bareAddress(value));
        return id === undefined
          ? []
          : [`${page.file}: links to ${value}, expected no link (${id} is claim-only)`];
      }),
  );
  // Feeds, and addresses that are written out instead of linked.
  assertNone(
    [...site.files]
      .filter((file) => /\.(html|xml|txt|json)$/.test(file))
      .flatMap((file) => {
        const text = site.read(file).replaceAll('&amp;', '&');
        return sources
          .filter(({ url }) => text.includes(url))
          .map(({ id, url }) => `${file}: holds ${url}, expected it nowhere (${id} is claim-only)`);
      }),
  );
});
