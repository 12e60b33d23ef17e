/** The site also works below a path: no link forgets the base. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { readSettings } from '../../src/site.ts';

import { assertEach, assertNone } from './lib/findings.ts';
import { brokenAddresses, brokenIdReferences } from './lib/links.ts';
import { copyProject, type ProjectCopy } from './lib/project-copy.ts';
import { all, attribute, isListed, readSite, type Site } from './lib/site.ts';

const origin = 'https://mirror.example';
const base = '/guarantees/';

describe('a mirror below a path', () => {
  let copy: ProjectCopy;
  let site: Site;

  before(async () => {
    copy = copyProject();
    const folder = join(copy.root, 'mirror');
    const { code, output } = await copy.npm(['run', 'build', '--', '--outDir', folder], {
      SITE_URL: origin,
      BASE_PATH: base,
    });
    assert.equal(code, 0, output);
    site = readSite({ folder, origin, base });
  });

  after(() => {
    copy.remove();
  });

  test('every address leads somewhere, and none lacks the base', () => {
    assertNone(brokenAddresses(site));
    assertNone(brokenIdReferences(site));
  });

  test('no file names the place for which the site is built by default', () => {
    const { host } = new URL(readSettings({}).origin);
    assertNone(
      [...site.files]
        .filter((file) => /\.(html|xml|txt|js)$/.test(file))
        .filter((file) => site.read(file).includes(host))
        .map((file) => `${file}: names ${host}, expected ${origin}`),
    );
  });

  test('pages, and the files that machines read, name themselves with the base', () => {
    assertEach(site.pages.filter(isListed), ({ document, path }) => {
      const canonical = attribute(document.querySelector('link[rel=canonical]'), 'href');
      const image = attribute(document.querySelector('meta[property="og:image"]'), 'content');
      return [
        canonical !== origin + path && `canonical ${canonical}, expected ${origin + path}`,
        !image.startsWith(`${origin}${base}cards/`) &&
          `og:image ${image}, expected ${origin}${base}cards/…`,
        !site.files.has(image.slice(`${origin}${base}`.length)) && `there is no file for ${image}`,
      ];
    });
    const files = [
      'sitemap-index.xml',
      'sitemap-0.xml',
      'feed.xml',
      'opensearch.xml',
      'robots.txt',
    ];
    assertNone(
      files.flatMap((file) => {
        const addresses = site.read(file).match(/https:\/\/mirror\.example[^\s<]*/g) ?? [];
        return [
          ...(addresses.length === 0 ? [`${file}: names no address, expected ${origin}…`] : []),
          ...addresses
            .filter((address) => !address.startsWith(origin + base))
            .map((address) => `${file}: names ${address}, expected ${origin + base}…`),
        ];
      }),
    );
  });

  test('the search is told the base', () => {
    assertEach(
      site.pages.filter(({ file }) => file === 'search/index.html'),
      ({ document }) =>
        all(document, '#search-app').flatMap((app) => [
          attribute(app, 'data-base') !== base &&
            `data-base="${attribute(app, 'data-base')}", expected "${base}"`,
          attribute(app, 'data-bundle') !== `${base}pagefind/` &&
            `data-bundle="${attribute(app, 'data-bundle')}", expected "${base}pagefind/"`,
          attribute(app, 'data-lexicon') !== `${base}search/lexicon.json` &&
            `data-lexicon="${attribute(app, 'data-lexicon')}", expected "${base}search/lexicon.json"`,
        ]),
    );
  });
});
