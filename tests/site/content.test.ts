/** Every record has its place on the site, and the site says how fresh it is. */
import { describe, test } from 'node:test';

import { countrySlug } from '../../src/i18n/addresses.ts';
import { formatDate } from '../../src/i18n/dates.ts';
import { newestSource } from '../../src/site.ts';

import { answersOf, countryNames, dossier, explainerSlugs } from './lib/dossier.ts';
import { assertEach, assertNone, differences } from './lib/findings.ts';
import { all, attribute, readSite, recordPages, textOf } from './lib/site.ts';

const site = readSite();

/** The slugs of the pages of a section of the edition at the root. */
const slugsIn = (section: string) =>
  recordPages(site, section)
    .filter(({ file }) => file.startsWith(`${section}/`))
    .map(({ file }) => file.split('/').at(-2) ?? '');

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);

describe('every record has its page', () => {
  const expected = {
    explainers: explainerSlugs,
    facts: idsOf(dossier.facts),
    terms: idsOf(dossier.terms),
    claims: idsOf(dossier.claims),
    countries: Object.values(countryNames).map(({ name }) => countrySlug(name)),
  };
  for (const [section, slugs] of Object.entries(expected)) {
    test(section, () => {
      assertNone(differences(slugsIn(section), slugs, `${section}/`));
    });
  }

  test('every section lists all its pages', () => {
    assertEach(
      site.pages.filter(({ file }) => Object.hasOwn(expected, file.replace('/index.html', ''))),
      ({ document, path }) => {
        const section = path.slice(site.base.length, -1) as keyof typeof expected;
        const links = new Set(all(document, 'main a').map((link) => attribute(link, 'href')));
        return expected[section]
          .filter((slug) => !links.has(`${path}${slug}/`))
          .map((slug) => `does not link to ${path}${slug}/, expected every page of the section`);
      },
    );
  });

  test('every source has its place on the page of sources, with its title', () => {
    const [page, ...more] = site.pages.filter(({ file }) => file === 'sources/index.html');
    assertNone(page && more.length === 0 ? [] : ['sources/index.html: expected one such page']);
    const places = page ? all(page.document, 'main li[id]') : [];
    assertNone(
      differences(
        places.map(({ id }) => id),
        idsOf(dossier.sources),
        'sources/index.html',
      ),
    );
    assertNone(
      places
        .filter((place) => textOf(place.querySelector('a[href^=http], cite')) === '')
        .map(({ id }) => `sources/index.html: "${id}" has no title, expected one`),
    );
  });

  test('every tip stands on the page of claims', () => {
    assertEach(
      site.pages.filter(({ file }) => file === 'claims/index.html'),
      ({ document }) => {
        const tips = all(document, 'section[aria-labelledby=tips] > ul > li').length;
        const expectedTips = dossier.tips.length;
        return [tips !== expectedTips && `${tips} tips, expected ${expectedTips}`];
      },
    );
  });
});

describe('freshness', () => {
  test('home and every article say up to when the sources reach', () => {
    const home = site.pages.filter(({ file }) => file === 'index.html');
    const expected = `up to ${formatDate('en', newestSource)}`;
    assertEach([...home, ...recordPages(site, 'explainers')], ({ document }) => {
      const text = textOf(document.querySelector('.provenance'));
      return [!text.includes(expected) && `"${text}" in provenance, expected "${expected}"`];
    });
  });

  test('that is the date of the newest source', () => {
    const dates = dossier.sources.flatMap(({ published }) => published ?? []);
    const newest = dates.toSorted().at(-1) ?? 'none';
    assertNone(
      newest === newestSource
        ? []
        : [`src/site.ts: newestSource is ${newestSource}, expected ${newest} as in sources.yaml`],
    );
  });
});

describe('every question of readers', () => {
  test('is answered on a page that exists, in a section that exists', () => {
    const answers = explainerSlugs.flatMap((slug) => answersOf(slug));
    const found = answers.map(({ question }) => question);
    assertNone(differences(found, idsOf(dossier.questions), 'answers'));
    assertNone(
      answers.flatMap(({ question, slug, section }) => {
        const page = site.pages.find(({ file }) => file === `explainers/${slug}/index.html`);
        if (!page) return [`${question}: explainers/${slug}/ is missing, expected a page`];
        if (section === undefined || page.document.querySelector(`h2#${section}`)) return [];
        return [`${question}: explainers/${slug}/ has no section "${section}", expected one`];
      }),
    );
  });

  test('that a section answers is linked from the index of explainers', () => {
    assertEach(
      site.pages.filter(({ file }) => file === 'explainers/index.html'),
      ({ document, path }) => {
        const links = new Set(all(document, 'main a').map((link) => attribute(link, 'href')));
        return explainerSlugs.flatMap((slug) =>
          answersOf(slug)
            .filter(({ section }) => section !== undefined)
            .map(({ section = '' }) => `${path}${slug}/#${section}`)
            .filter((address) => !links.has(address))
            .map((address) => `does not link to ${address}`),
        );
      },
    );
  });
});
