/** The worker that keeps pages: what it is built of, when it changes, and how it is ended for good. */
import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';

import { writeWorker } from '../../src/offline/integration.ts';

import { assertEach, assertNone } from './lib/findings.ts';
import { copyProject, type ProjectCopy } from './lib/project-copy.ts';
import { all, attribute, projectRoot, readSite, textOf } from './lib/site.ts';

const site = readSite();
const worker = site.read('sw.js');

/** The most bytes that the worker may have, as a server compresses it. */
const mostBytes = 3072;

/** The files of the search of an edition, as the worker reads them. */
const filesOfSearch = JSON.parse(site.read('search/offline.json')) as string[];

test('the worker is one small file that loads nothing', () => {
  const bytes = brotliCompressSync(worker).length;
  assert.ok(bytes <= mostBytes, `${bytes} bytes, expected at most ${mostBytes}`);
  assert.doesNotMatch(worker, /\bimport\b|importScripts|\beval\b|\bFunction\b|sourceMappingURL/);
});

test('it names no address of its own but paths below the site', () => {
  assert.doesNotMatch(worker, /\/\/[a-z]/);
});

test('every page registers it and has the place for its notice', () => {
  assertEach(site.pages, ({ html, document }) => {
    const first = html.indexOf('</header>');
    const scripts = all(document, 'script[src]').map((script) =>
      site.read(attribute(script, 'src').slice(site.base.length)),
    );
    return [
      !scripts.some((code) => code.includes(`\`${site.base}sw.js\``)) &&
        'registers no worker, expected it',
      first < html.indexOf('class="masthead"') && 'the first header is not the masthead',
      first > html.indexOf('<main') && 'the masthead does not end before the text',
      document.querySelector('meta[property="og:title"]')?.getAttribute('content') === '' &&
        'has no title to list it by',
    ];
  });
});

test('the search is stored as a whole, and what leads to the rest of it comes last', () => {
  assertNone(
    filesOfSearch
      .map((file) => file.replace(/\/$/, '/index.html'))
      .filter((file) => !site.files.has(file))
      .map((file) => `search/offline.json: ${file} does not exist, expected the file`),
  );
  const needed = [...site.files].filter((file) => /^pagefind\/.*(en[_.]|\.js)/.test(file));
  assertNone(
    [...needed, 'search/lexicon.json', 'search/']
      .filter((file) => !filesOfSearch.includes(file))
      .map((file) => `search/offline.json: lacks ${file}`),
  );
  const isFixed = (file: string) => file.includes('.pf_') || file.startsWith('_assets/');
  assert.ok(
    filesOfSearch.findLastIndex(isFixed) < filesOfSearch.findIndex((file) => !isFixed(file)),
  );
  const scripts = all(
    site.pages.find(({ file }) => file === 'search/index.html')?.document ?? assert.fail(),
    'script[src]',
  ).map((script) => script.getAttribute('src')?.slice(site.base.length) ?? '');
  assert.notEqual(scripts.length, 0);
  assertNone(scripts.filter((file) => !filesOfSearch.includes(file)));
});

describe('a version', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'guarantees-worker-'));
    cpSync(resolve(projectRoot, process.env['SITE_DIR'] ?? 'dist'), folder, {
      recursive: true,
      // Compressed forms come after the worker, and are no part of its version.
      filter: (source) => !/\.(br|gz)$/.test(source),
    });
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });
  const read = () => readFileSync(join(folder, 'sw.js'), 'utf8');

  test('is the same for the same site, and another where a letter of it is', async () => {
    await writeWorker(folder, true);
    assert.equal(read(), worker);
    appendFileSync(join(folder, 'about/index.html'), '.');
    await writeWorker(folder, true);
    assert.notEqual(read(), worker);
  });
});

describe('built in another place', () => {
  let copy: ProjectCopy;
  before(() => {
    copy = copyProject();
  });
  after(() => {
    copy.remove();
  });

  test('the worker is the same, to the byte', async () => {
    const { code, output } = await copy.npm(['run', 'build']);
    assert.equal(code, 0, output);
    assert.equal(readFileSync(join(copy.root, 'dist/sw.js'), 'utf8'), worker);
  });

  test('with OFFLINE=off it is the one that ends all workers, and no page starts it', async () => {
    const { code, output } = await copy.npm(['run', 'build'], { OFFLINE: 'off' });
    assert.equal(code, 0, output);
    const off = readSite({ folder: join(copy.root, 'dist') });
    const ending = off.read('sw.js');
    assert.match(ending, /unregister\(\)/);
    assert.match(ending, /caches\.delete/);
    assert.doesNotMatch(ending, /`fetch`/);
    assertEach(off.pages, ({ file, document, html }) => [
      (html.includes('serviceWorker') || html.includes('sw.js')) &&
        'starts a worker, expected none',
      file === 'about/index.html' &&
        textOf(document.body).includes('stored on your device') &&
        'says that pages are stored, expected nothing of it',
      file === 'offline/index.html' &&
        !textOf(document.body).includes('stores no pages') &&
        'does not say that nothing is stored',
    ]);
  });

  test('another value of OFFLINE stops the build', async () => {
    const { code, output } = await copy.npm(['run', 'build'], { OFFLINE: 'no' });
    assert.notEqual(code, 0);
    assert.match(output, /OFFLINE must be "on" or "off", not "no"/);
  });
});
