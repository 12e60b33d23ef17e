/** A build that is killed, finds the disk full or lacks a font leaves the last good site, and says so. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, beforeEach, describe, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

import { filesBelow } from '../../src/integrity/folder.ts';

import { copyProject } from './lib/project-copy.ts';
import { projectRoot } from './lib/site.ts';

const copy = copyProject();
const dist = join(copy.root, 'dist');
const astro = join(copy.root, 'node_modules/astro/bin/astro.mjs');

/** How long a build may take before it has written a page. */
const longest = 180_000;

/** A file system of its own that is too small for the site, for one command. */
const smallDisk = (folder: string, command: string) =>
  ['-Urm', 'sh', '-c', `mount -t tmpfs -o size=6m tmpfs "${folder}" && ${command}`] as const;

const lastGood = () => ({
  files: filesBelow(dist),
  page: readFileSync(join(dist, 'index.html'), 'utf8'),
});
const expected = { files: ['index.html'], page: 'the last good site' };

describe('the last good site stays', () => {
  beforeEach(() => {
    mkdirSync(dist, { recursive: true });
    writeFileSync(join(dist, 'index.html'), expected.page);
  });

  after(() => {
    copy.remove();
  });

  test('where the build is killed while it writes', async () => {
    const unfinished = `${dist}.unfinished`;
    const child = spawn(process.execPath, [astro, 'build'], {
      cwd: copy.root,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
      stdio: 'ignore',
    });
    const ended = new Promise<NodeJS.Signals | null>((resolve) => {
      child.once('close', (_code, signal) => {
        resolve(signal);
      });
    });
    const until = Date.now() + longest;
    while (!existsSync(join(unfinished, '404.html')) && child.exitCode === null) {
      assert.ok(Date.now() < until, 'no page was written');
      await wait(50);
    }
    child.kill('SIGKILL');
    assert.equal(await ended, 'SIGKILL');
    assert.ok(existsSync(unfinished), 'it was killed on the way');
    assert.deepEqual(lastGood(), expected);
    rmSync(unfinished, { recursive: true, force: true });
  });

  const probe = join(copy.root, 'probe');
  mkdirSync(probe);
  const canMount = spawnSync('unshare', smallDisk(probe, 'true')).status === 0;
  const skip = canMount
    ? false
    : 'no small disk can be made here: it takes Linux and user namespaces';

  test('where the disk is full', { skip }, () => {
    const folder = join(copy.root, 'small');
    mkdirSync(folder);
    const steps = [
      `mkdir small/dist`,
      `cp dist/index.html small/dist/`,
      `{ "${process.execPath}" "${astro}" build --outDir small/dist; echo "code $?"; ls small; cat small/dist/index.html; }`,
    ];
    const { stdout, stderr } = spawnSync('unshare', smallDisk(folder, steps.join(' && ')), {
      cwd: copy.root,
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
      encoding: 'utf8',
    });
    const output = stdout + stderr;
    assert.match(output, /ENOSPC: no space left on device/);
    assert.match(output, /The build failed; .*small\/dist is as it was before\./);
    assert.match(stdout, /code [1-9]\d*\ndist\nthe last good site$/, output);
  });

  test('where a font is missing, before anything is built', async () => {
    // The packages are links: only this copy loses the font.
    const fonts = join(copy.root, 'node_modules/@fontsource');
    rmSync(fonts, { recursive: true });
    mkdirSync(fonts);
    const packages = join(projectRoot, 'node_modules/@fontsource');
    for (const name of readdirSync(packages).filter((font) => font !== 'source-serif-4')) {
      symlinkSync(join(packages, name), join(fonts, name), 'junction');
    }
    const { code, output } = await copy.npm(['run', 'build']);
    assert.notEqual(code, 0);
    assert.match(output, /need the font @fontsource\/source-serif-4\/.* is missing: run "npm ci"/);
    assert.match(output, /The build failed; .*dist is as it was before\./);
    assert.deepEqual(lastGood(), expected);
  });
});
