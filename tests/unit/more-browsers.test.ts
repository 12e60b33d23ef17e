import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, mock, test } from 'node:test';
import vm from 'node:vm';
import { ensureMoreBrowsers, findFirefox, findWebKit } from '../../scripts/lib/more-browsers.mjs';
import { expressionOf } from '../browsers/lib/browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'browsers-'));
after(() => {
  rmSync(folder, { recursive: true });
});
const program = (name: string): string => {
  const file = join(folder, name);
  writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, 0o755);
  return file;
};

test('Firefox is the one that is named, else the long-term release, else any', () => {
  assert.equal(findFirefox({ PATH: folder }), null);
  const usual = program('firefox');
  assert.equal(findFirefox({ PATH: folder }), usual);
  const longTerm = program('firefox-esr');
  assert.equal(findFirefox({ PATH: folder }), longTerm);
  assert.equal(findFirefox({ PATH: folder, FIREFOX_PATH: '/opt/firefox' }), '/opt/firefox');
});

test('WebKitGTK is there only with its driver and a screen', () => {
  assert.equal(findWebKit({ PATH: folder }), null);
  program('WebKitWebDriver');
  assert.equal(findWebKit({ PATH: folder }), null);
});

test('nothing is installed on the machine of a person', async () => {
  const log = mock.method(console, 'log', () => undefined);
  for (const CI of [undefined, '', 'false', '0']) await ensureMoreBrowsers({ PATH: '', CI });
  assert.equal(log.mock.callCount(), 0);
  await ensureMoreBrowsers({ PATH: '', CI: 'true' });
  assert.match(String(log.mock.calls[0]?.arguments[0]), /no tests with Firefox and WebKitGTK/);
  log.mock.restore();
});

test('a question to a page is the same in every engine, whatever is given with it', () => {
  const asked = expressionOf(
    (one: string, two: null) => `${one}${String(two)}`,
    ['quote " and line \u2028', undefined],
  );
  assert.equal(vm.runInNewContext(asked), 'quote " and line \u2028null');
});
