/**
 * A second build in another folder, another time zone and another language, with nothing kept from
 * the first, gives the same bytes. The first is the site that the other tests look at.
 */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { after, test } from 'node:test';
import { join } from 'node:path';

import { manifestOf } from '../../src/integrity/folder.ts';

import { assertNone } from './lib/findings.ts';
import { copyProject } from './lib/project-copy.ts';
import { projectRoot } from './lib/site.ts';

const copy = copyProject(true);

after(() => {
  copy.remove();
});

test('two clean builds are the same, byte for byte', async () => {
  const { code, output } = await copy.npm(['run', 'build'], {
    // A day ahead of the other side of the earth, and a language whose I is another letter.
    TZ: 'Pacific/Kiritimati',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
  });
  assert.equal(code, 0, output);
  assert.match(output, /(\d+) preview images, \1 of them rendered anew/, 'nothing was kept');
  const first = manifestOf(resolve(projectRoot, process.env['SITE_DIR'] ?? 'dist'));
  const second = manifestOf(join(copy.root, 'dist'));
  assert.ok(second.size > 1000, `${second.size} files`);
  assertNone(
    [...new Set([...first.keys(), ...second.keys()])]
      .filter((file) => first.get(file) !== second.get(file))
      .map(
        (file) =>
          `${file}: ${second.has(file) ? (first.has(file) ? 'differs' : 'is new') : 'is missing'}`,
      ),
  );
});
