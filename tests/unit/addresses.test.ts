import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import {
  absolute,
  addressesOf,
  countrySlug,
  pathOf,
  sectionNames,
  type RecordSection,
} from '../../src/i18n/addresses.ts';
import { editions, languages, rootLanguage } from '../../src/i18n/languages.ts';
import { editionPaths, recordPaths } from '../../src/i18n/paths.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import { settings } from '../../src/site.ts';

import { realLedger } from './lib/records.ts';

const { base, origin } = settings;

describe('paths', () => {
  test('English stands at the root, other editions below their code', () => {
    assert.equal(pathOf('en', 'home'), '');
    assert.equal(pathOf('fr', 'home'), 'fr/');
    assert.equal(pathOf('en', 'about'), 'about/');
    assert.equal(pathOf('uk', 'about'), 'uk/about/');
    assert.equal(pathOf('en', 'corrections'), 'about/corrections/');
  });

  test('a record stands below its section', () => {
    assert.equal(pathOf('en', 'terms', 'backstop'), 'terms/backstop/');
    assert.equal(pathOf('fr', 'explainers', 'who-pays'), 'fr/explainers/who-pays/');
  });

  test('what machines read is a file, every other path ends with a slash', () => {
    assert.equal(pathOf('en', 'feed'), 'feed.xml');
    assert.equal(pathOf('fr', 'opensearch'), 'fr/opensearch.xml');
    assert.equal(pathOf('fr', 'feedJson'), 'fr/feed.json');
    assert.equal(pathOf('en', 'factsSchema'), 'data/facts.schema.json');
    const forMachines = /^(feed|opensearch)|(Data|Schema)$/;
    for (const section of sectionNames.filter((name) => name !== 'home')) {
      const form = forMachines.test(section)
        ? /^fr\/([a-z]+\/)?[a-z.]+\.(xml|json|csv)$/
        : /^fr\/([a-z]+\/)+$/;
      assert.match(pathOf('fr', section), form);
    }
  });

  test('no two pages have the same path', () => {
    const paths = languages.flatMap((language) =>
      sectionNames.map((section) => pathOf(language, section)),
    );
    assert.equal(new Set(paths).size, paths.length);
  });

  test('the root language is the first edition, and every edition is a language', () => {
    assert.equal(editions[0], rootLanguage);
    for (const edition of editions) assert.ok(languages.includes(edition));
  });
});

describe('addresses', () => {
  test('every address begins with the base', () => {
    const to = addressesOf('fr');
    assert.equal(to.page('terms'), `${base}fr/terms/`);
    assert.equal(to.record('terms', 'backstop'), `${base}fr/terms/backstop/`);
    assert.equal(to.source('elysee-text'), `${base}fr/sources/#elysee-text`);
    assert.equal(addressesOf('en').page('home'), base);
    assert.equal(addressesOf('en').record('facts', 'pd-signed'), `${base}facts/pd-signed/`);
  });

  test('a base that the operator sets stands before every address', () => {
    const script = `
      import { absolute, addressesOf } from './src/i18n/addresses.ts';
      const to = addressesOf('fr');
      const all = [to.page('home'), to.record('terms', 'x'), to.source('y'), absolute(to.page('feed'))];
      console.log(JSON.stringify(all));`;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--no-warnings', '--input-type=module', '--eval', script],
      {
        cwd: new URL('../../', import.meta.url),
        encoding: 'utf8',
        env: { ...process.env, SITE_URL: 'https://copy.example', BASE_PATH: 'guarantees' },
      },
    );
    assert.equal(status, 0, stderr);
    assert.deepEqual(JSON.parse(stdout), [
      '/guarantees/fr/',
      '/guarantees/fr/terms/x/',
      '/guarantees/fr/sources/#y',
      'https://copy.example/guarantees/fr/feed.xml',
    ]);
  });

  test('an absolute address has the origin, and keeps the fragment', () => {
    assert.equal(absolute('/'), `${origin}/`);
    assert.equal(absolute('/fr/terms/'), `${origin}/fr/terms/`);
    assert.equal(absolute('/sources/#a'), `${origin}/sources/#a`);
  });

  test('the address of a record is a path of plain slugs, whatever the record', () => {
    const slug = fc.stringMatching(/^[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}$/);
    const sections: RecordSection[] = ['explainers', 'countries', 'terms', 'claims', 'facts'];
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        fc.constantFrom(...sections),
        slug,
        (language, section, id) => {
          const address = addressesOf(language).record(section, id);
          assert.ok(address.startsWith(base) && address.endsWith(`/${id}/`));
          assert.equal(absolute(address), origin + address);
        },
      ),
    );
  });
});

describe('slugs of countries', () => {
  test('a name becomes lower-case Latin letters and hyphens', () => {
    assert.equal(countrySlug('United Kingdom'), 'united-kingdom');
    assert.equal(countrySlug('Türkiye'), 'turkiye');
    assert.equal(countrySlug('Côte d’Ivoire'), 'cote-d-ivoire');
    assert.equal(countrySlug('NATO'), 'nato');
    assert.equal(countrySlug('Bosnia & Herzegovina (BiH)'), 'bosnia-herzegovina-bih');
  });

  test('a name that is composed in another way has the same slug', () => {
    assert.equal(countrySlug('Tu\u0308rkiye'), countrySlug('T\u00fcrkiye'));
  });

  test('every country of the real ledger has a slug of its own', () => {
    const slugs = realLedger().ledger.countries.map(({ words }) => countrySlug(words.en.name));
    assert.equal(new Set(slugs).size, slugs.length);
    for (const slug of slugs) assert.match(slug, /^[a-z]+(-[a-z]+)*$/);
  });
});

describe('static paths', () => {
  test('each edition has one page, and the root language has no part in the address', () => {
    assert.deepEqual(editionPaths()[0], { params: { lang: undefined }, props: { language: 'en' } });
    assert.equal(editionPaths().length, editions.length);
  });

  test('each record has one page in each edition, with its properties', () => {
    const asked: string[] = [];
    const paths = recordPaths((language) => {
      asked.push(language);
      return [
        { slug: 'a', props: { title: 'A' } },
        { slug: 'b', props: { title: 'B' } },
      ];
    });
    assert.deepEqual(asked, [...editions]);
    assert.deepEqual(paths.slice(0, 2), [
      { params: { lang: undefined, slug: 'a' }, props: { language: 'en', title: 'A' } },
      { params: { lang: undefined, slug: 'b' }, props: { language: 'en', title: 'B' } },
    ]);
    assert.equal(paths.length, 2 * editions.length);
  });
});

describe('interface words', () => {
  test('every edition has its words', () => {
    for (const edition of editions) assert.ok(wordsOf(edition).site.name.length > 0);
  });

  test('a language without an edition stops with a sentence', () => {
    assert.throws(() => wordsOf('uk'), { message: /no interface words for "uk"/ });
  });

  test('numbers of things are said in the right form', () => {
    const { notes } = wordsOf('en');
    assert.equal(notes.moreSources(0), '0\u00a0more sources');
    assert.equal(notes.moreSources(1), '1\u00a0more source');
    assert.equal(notes.moreSources(1234), '1,234\u00a0more sources');
  });
});
