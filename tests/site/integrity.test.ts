/** The built site is known by its list of files, and each article by a fingerprint of its words. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { test } from 'node:test';

import { copyAt } from '../../src/integrity/copies.ts';
import { manifestFile, parseManifest } from '../../src/integrity/manifest.ts';
import { verifyCopy } from '../../src/integrity/verify.ts';
import { settings } from '../../src/site.ts';

import { assertEach, assertNone } from './lib/findings.ts';
import { all, attribute, projectRoot, readSite, recordPages, textOf } from './lib/site.ts';

const site = readSite();
const articles = recordPages(site, 'explainers').filter(({ file }) => !/leaflet/.test(file));
const folder = resolve(projectRoot, process.env['SITE_DIR'] ?? 'dist');

/** Letters alone: how many spaces and line ends stand between them is not the matter. */
const letters = (text: string) => text.replace(/\s+/g, '');

test('the list names every file as it is', async () => {
  const { listed, differ, missing, extra } = await verifyCopy(copyAt(folder), undefined);
  assertNone([...differ, ...missing, ...(extra ?? [])].map((file) => `${file}: is not as listed`));
  assert.ok(listed > 1000, `${listed} files are listed`);
  const order = [...parseManifest(site.read(manifestFile)).keys()];
  assert.deepEqual(order, order.toSorted());
});

test('the fingerprint of an article is that of its text, which says what the page says', () => {
  assertEach(articles, ({ file, path, document }) => {
    const link = document.querySelector(`#pass-it-on ~ * a[href="${path}text.txt"]`);
    const text = site.read(file.replace(/index\.html$/, 'text.txt'));
    const hash = createHash('sha256').update(text).digest('hex');
    const expected = `Fingerprint ${hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')}`;
    const lines = text.split('\n');
    const body = document.querySelector('.prose')?.cloneNode(true) as Element;
    for (const other of all(body, '[popover], .vh, sup, svg, nav, form')) other.remove();
    const facts = all(
      document,
      'section[aria-labelledby=key-facts] li .measure, section[aria-labelledby=key-facts] li',
    );
    return [
      textOf(link) !== expected && `says "${textOf(link)}", expected "${expected}"`,
      lines[0] !== textOf(document.querySelector('h1')) &&
        `the text begins with "${lines[0] ?? ''}"`,
      lines[1] !== textOf(document.querySelector('.lead')) && 'the text lacks the answer',
      facts.length === 0 && 'has no key facts',
      !letters(text).endsWith(letters(body.textContent)) &&
        `the text ends "…${text.slice(-60)}", expected the words of the page, "…${textOf(body).slice(-60)}"`,
      /[<>]|&\w+;/.test(text) && 'the text has mark-up in it',
    ];
  });
});

test('the page about genuine copies says whether this one is signed', () => {
  const page = site.pages.find(({ file }) => file === 'genuine/index.html');
  assert.ok(page);
  const said = textOf(page.document.querySelector('main'));
  if (settings.publicKey === undefined) {
    assert.match(said, /This copy is not signed/);
    assert.match(said, /THE-KEY/);
  } else {
    assert.doesNotMatch(said, /This copy is not signed/);
    assert.ok(said.includes(settings.publicKey));
  }
  const linked = new Set(all(page.document, 'a').map((link) => attribute(link, 'href')));
  assert.ok(linked.has(`${site.base}${manifestFile}`), 'the list is linked');
});

test('every page leads to it', () => {
  const address = `${site.base}genuine/`;
  assertEach(site.pages, ({ document }) => [
    !all(document, 'body > footer a').some((link) => attribute(link, 'href') === address) &&
      `its footer has no link to ${address}`,
  ]);
});
