/** Whom to tell about a hole, by whom the parts of the site are, and which scripts npm may run. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';

import {
  askedFor,
  licencesText,
  packageOf,
  withNotices,
  type LockFile,
} from '../../src/licences/licences.ts';
import { readLicences } from '../../src/licences/read.ts';
import { shipped } from '../../src/licences/shipped.ts';
import { expires, securityText } from '../../src/security/security-txt.ts';

import { root } from '../../scripts/lib/project.mjs';

const json = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'));
const lock = json('package-lock.json') as LockFile & {
  packages: Record<string, { hasInstallScript?: boolean; dev?: boolean; optional?: boolean }>;
};
const day = 24 * 60 * 60 * 1000;

describe('security.txt', () => {
  const at = 'https://a.example/.well-known/security.txt';

  test('has what RFC 9116 asks for, a field a line', () => {
    const text = securityText('mailto:a@b.example', at, ['en', 'fr']) ?? '';
    assert.deepEqual(text.split('\n'), [
      'Contact: mailto:a@b.example',
      `Expires: ${expires}`,
      'Preferred-Languages: en, fr',
      `Canonical: ${at}`,
      '',
    ]);
  });

  test('is not there where there is nobody to write to, or only without https', () => {
    assert.equal(securityText(undefined, at, ['en']), undefined);
    assert.equal(securityText('http://b.example/contact', at, ['en']), undefined);
    assert.ok(securityText('https://b.example/contact', at, ['en']));
  });

  test('is good for 30 days more, and never for more than a year', () => {
    const left = (Date.parse(expires) - Date.now()) / day;
    assert.ok(
      left > 30,
      `security.txt is over in ${Math.floor(left)} days: see that CONTACT still reaches somebody, then move "expires" on in src/security/security-txt.ts.`,
    );
    assert.ok(left <= 366, 'Expires must be less than a year ahead, as RFC 9116 advises.');
    assert.match(expires, /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
  });
});

describe('licences', () => {
  const { packages, published } = readLicences(root);

  test('of what is published allow that it is published with this site', () => {
    for (const { name, licence, text } of published) {
      assert.match(licence, /^(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|OFL-1\.1)$/, name);
      assert.match(text, /copyright|licen[cs]e/i, name);
    }
  });

  test('are those of the packages that are installed', () => {
    for (const { name, version, licence } of packages) {
      const installed = join('node_modules', name, 'package.json');
      let found;
      try {
        found = json(installed) as { version: string; license?: unknown };
      } catch {
        continue; // A package for another machine.
      }
      assert.equal(version, found.version, name);
      if (typeof found.license === 'string') assert.equal(licence, found.license, name);
    }
  });

  test('stand in the file with their texts; tools by name only', () => {
    const text = licencesText('Code: MIT.', published, packages);
    for (const words of [
      'SIL OPEN FONT LICENSE',
      'SCOWL',
      'Copyright 2000-2016 by Kevin Atkinson',
      'pagefind',
      'MIT License',
    ]) {
      assert.ok(text.includes(words), words);
    }
    const [, tools = ''] = text.split('Nothing of these is in it:');
    assert.ok(tools.includes('@resvg/resvg-wasm 2.6.2 (MPL-2.0)'));
    for (const { name } of shipped) assert.ok(!tools.includes(`  ${name} `), name);
    for (const { name } of packages) assert.ok(text.includes(`${name} `), name);
  });

  test('that are missing stop the build', () => {
    const none = { packages: { '': { dependencies: { a: '1.0.0' } }, 'node_modules/a': {} } };
    assert.throws(() => askedFor(none), /no licence of "a"/);
    assert.throws(() => withNotices([], shipped, () => 'text'), /does not ask for/);
    assert.throws(() => withNotices(packages, shipped, () => ' '), /is empty/);
  });

  test('are looked for by the package that a module is of', () => {
    assert.equal(packageOf('/a/node_modules/b/c.js'), 'b');
    assert.equal(packageOf('/a/node_modules/b/node_modules/@c/d/e.js'), '@c/d');
    assert.equal(packageOf('C:\\a\\node_modules\\b\\c.js'), 'b');
    assert.equal(packageOf('/a/src/c.ts'), undefined);
  });
});

test('no package may run a script when it is installed', () => {
  const { allowScripts } = json('package.json') as { allowScripts: Record<string, boolean> };
  const withScripts = Object.entries(lock.packages)
    .filter(([place, { hasInstallScript }]) => place !== '' && hasInstallScript === true)
    .map(([place]) => packageOf(`${place}/`) ?? place);
  assert.ok(!Object.values(allowScripts).includes(true), 'a package may run scripts');
  // Each is named, so that a new one is seen: npm stops where one is not.
  assert.deepEqual([...new Set(withScripts)].toSorted(), Object.keys(allowScripts).toSorted());
  assert.match(readFileSync(join(root, '.npmrc'), 'utf8'), /^strict-allow-scripts=true$/m);
});
