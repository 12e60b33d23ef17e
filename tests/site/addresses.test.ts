/** Addresses are permanent: what was ever recorded leads somewhere, and what is new is recorded. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { readRedirects } from '../../src/addresses/integration.ts';
import { movedPages } from '../../src/addresses/redirects.ts';
import {
  lacking,
  parseAddresses,
  recordCommand,
  recordFile,
  vanished,
} from '../../src/addresses/record.ts';

import { addressesOf } from './lib/addresses.ts';
import { assertNone, differences } from './lib/findings.ts';
import { projectRoot, readSite } from './lib/site.ts';

const site = readSite();
const found = addressesOf(site);
const recorded = parseAddresses(readFileSync(join(projectRoot, recordFile), 'utf8'));
const redirects = readRedirects(pathToFileURL(join(projectRoot, '/')));

test('no recorded address leads nowhere', () => {
  assert.notEqual(recorded.size, 0, `${recordFile} is empty`);
  assertNone(
    vanished(recorded, found, redirects).map(
      (address) =>
        `${address}: was published and is gone; bring it back, or say in src/redirects.yaml where it went`,
    ),
  );
});

test('every address of the site is recorded', () => {
  assertNone(
    lacking(found, recorded).map(
      (address) => `${address}: is new; run "${recordCommand}" and commit ${recordFile}`,
    ),
  );
});

test('a page leads on only where a rule says so', () => {
  assertNone(
    differences(
      site.redirects.map(({ path }) => path.slice(site.base.length)),
      movedPages(redirects).map(({ from }) => from),
      'src/redirects.yaml',
    ),
  );
});

test('the record holds pages, files, sections, records and changes', () => {
  assertNone(
    [
      ['explainers/is-it-nato/', 'not-known'],
      ['sources/', 'president-ua-paris-declaration'],
      ['explainers/is-it-nato/', 'changed-2026-11-23'],
      ['claims/', 'tip-second-source'],
    ].flatMap(([page = '', id = '']) =>
      recorded.get(page)?.has(id) ? [] : [`${recordFile}: lacks ${page}#${id}`],
    ),
  );
  assert.ok(recorded.has('') && recorded.has('feed.xml') && recorded.has('data/facts.json'));
});
