/** The site also works below a path: no link forgets the base. */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { readSettings } from '../../src/site.ts';

import { explainerSlugs } from './lib/dossier.ts';
import { assertEach, assertNone } from './lib/findings.ts';
import { brokenAddresses, brokenIdReferences } from './lib/links.ts';
import { copyProject, type ProjectCopy } from './lib/project-copy.ts';
import { all, attribute, isListed, readSite, type Page, type Site } from './lib/site.ts';

const origin = 'https://mirror.example';
const base = '/guarantees/';

const oldPage = 'explainers/an-old-question/';
const newPage = `explainers/${explainerSlugs[0] ?? ''}/`;
const newPlace = `${newPage}#sources`;

describe('a mirror below a path', () => {
  let copy: ProjectCopy;
  let site: Site;

  before(async () => {
    copy = copyProject();
    // Two addresses that moved, so that what leads on is seen with a base too.
    writeFileSync(
      join(copy.root, 'src/redirects.yaml'),
      `${oldPage}: ${newPlace}\n${newPage}#an-old-part: about/#how\n`,
    );
    const folder = join(copy.root, 'mirror');
    const { code, output } = await copy.npm(['run', 'build', '--', '--outDir', folder], {
      SITE_URL: origin,
      BASE_PATH: base,
      CONTACT: 'security@mirror.example',
    });
    assert.equal(code, 0, output);
    site = readSite({ folder, origin, base });
  });

  after(() => {
    copy.remove();
  });

  /** What a page runs. */
  const scriptsOf = ({ document }: Page): string =>
    all(document, 'script[src]')
      .map((script) => site.read(attribute(script, 'src').slice(base.length)))
      .join('\n');

  test('every address leads somewhere, and none lacks the base', () => {
    assertNone(brokenAddresses(site));
    assertNone(brokenIdReferences(site));
  });

  test('no file names the place for which the site is built by default', () => {
    const { host } = new URL(readSettings({}).origin);
    assertNone(
      [...site.files]
        .filter((file) => /\.(html|xml|txt|js|json|csv)$/.test(file))
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
      'feed.json',
      'data/facts.json',
      'data/facts.schema.json',
      'data/promises.csv',
      'opensearch.xml',
      'robots.txt',
    ];
    assertNone(
      files.flatMap((file) => {
        const addresses = site.read(file).match(/https:\/\/mirror\.example[^\s<"&\\]*/g) ?? [];
        return [
          ...(addresses.length === 0 ? [`${file}: names no address, expected ${origin}…`] : []),
          ...addresses
            .filter((address) => !address.startsWith(origin + base))
            .map((address) => `${file}: names ${address}, expected ${origin + base}…`),
        ];
      }),
    );
  });

  test('an old page leads on without a script, by its host or by itself', () => {
    const [page, ...more] = site.redirects;
    assert.ok(page && more.length === 0, 'one page that leads on');
    const { document } = page;
    const to = `${base}${newPlace}`;
    assert.equal(page.path, base + oldPage);
    assert.equal(
      attribute(document.querySelector('meta[http-equiv=refresh]'), 'content'),
      `0; url=${to}`,
    );
    assert.equal(attribute(document.querySelector('link[rel=canonical]'), 'href'), origin + to);
    assert.equal(isListed(page), false);
    assert.deepEqual(
      all(document, 'a').map((link) => attribute(link, 'href')),
      [to],
    );
    assert.equal(site.read('_redirects'), `${base}${oldPage} ${to} 301\n`);
    assert.ok(!site.read('sitemap-0.xml').includes(oldPage), 'not in the sitemap');
  });

  test('an old part of a page keeps its id, with a link to where it went', () => {
    const page = site.pages.find(({ path }) => path === base + newPage);
    const old = page?.document.getElementById('an-old-part');
    assert.equal(attribute(old?.querySelector('a'), 'href'), `${base}about/#how`);
  });

  test('the worker is registered, and knows its files, below the base', () => {
    assertEach(site.pages, (page) => {
      const script = scriptsOf(page);
      return [
        !script.includes(`\`${base}sw.js\``) && `registers no ${base}sw.js, expected it`,
        script.includes('`/sw.js`') && 'registers /sw.js, expected it below the base',
      ];
    });
    const worker = site.read('sw.js');
    assert.ok(worker.includes('`offline/`') && !worker.includes(base), 'paths below the scope');
    const files = JSON.parse(site.read('search/offline.json')) as string[];
    assertNone(
      files
        .filter((file) => !site.files.has(file.replace(/\/$/, '/index.html')))
        .map((file) => `search/offline.json: ${file} does not exist`),
    );
  });

  test('headers are for addresses below the base, and are those of its pages', () => {
    const paths = site
      .read('_headers')
      .split('\n')
      .filter((line) => line.startsWith('/'));
    assert.ok(paths.includes(`${base}*`) && paths.includes(`${base}sw.js`), paths.join(' '));
    assertNone(
      paths
        .filter((path) => !path.startsWith(base))
        .map((path) => `_headers: ${path}, expected it below the base`),
    );
    assertEach(site.pages, (page) => [
      !scriptsOf(page).includes(`\`${base}pagefind/pagefind-worker.js\``) &&
        'lets no worker of the search start below the base',
    ]);
  });

  test('security.txt names whom to write to, and itself', () => {
    const file = '.well-known/security.txt';
    const text = readFileSync(join(copy.root, 'mirror', file), 'utf8');
    assert.match(text, /^Contact: mailto:security@mirror\.example$/m);
    assert.ok(text.includes(`Canonical: ${origin}${base}${file}\n`), text);
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
