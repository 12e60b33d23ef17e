// @ts-check
/**
 * Finds Firefox and WebKitGTK, in which the smoke suite runs beside Chromium, and nginx, with which the
 * files for hosts are tested. On a person's machine they are used where they are; only CI installs
 * them.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { onPath } from '../browser.mjs';
import { findNginx } from './nginx.mjs';
import { capture, interrupted } from './run.mjs';
import { Failure } from './failure.mjs';

/** What brings them on Debian and Ubuntu; Ubuntu's Firefox is a snap, which CI cannot use. */
const packages = [
  ...['firefox-esr', 'webkit2gtk-driver', 'xvfb'],
  ...['nginx', 'libnginx-mod-http-brotli-static'],
];

/** Where distributions put WebKitGTK, and folders of Debian's for a kind of processor. */
const libraries = ['/usr/lib', '/usr/lib64', '/usr/libexec'];

/**
 * Firefox on this machine.
 *
 * @param {NodeJS.ProcessEnv} [env] FIREFOX_PATH names another one than that on the PATH
 * @returns {string | null} the path of its program
 */
export function findFirefox(env = process.env) {
  return env['FIREFOX_PATH'] || (onPath('firefox-esr', env) ?? onPath('firefox', env));
}

/**
 * WebKitGTK on this machine: its driver, its browser, and the screen it is shown on.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{ driver: string, browser: string, screen: string } | null} null where one is missing
 */
export function findWebKit(env = process.env) {
  const driver = onPath('WebKitWebDriver', env);
  const screen = onPath('Xvfb', env);
  const browser = miniBrowser();
  return driver && screen && browser ? { driver, browser, screen } : null;
}

/**
 * Installs Firefox, WebKitGTK and nginx where this is CI and it can be done, and says what came of it.
 * That one is missing is no failure: its tests then say so.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @throws {Failure} where it was stopped with Ctrl+C
 */
export async function ensureMoreBrowsers(env = process.env) {
  const isWanted = ![undefined, '', '0', 'false'].includes(env['CI']);
  if (!isWanted || missing(env).length === 0) return;
  const names = missing(env).join(' and ');
  if (process.getuid?.() !== 0 || !onPath('apt-get', env)) {
    console.log(`There will be no tests with ${names}: only root on Debian can install them.`);
    return;
  }
  console.log(`Installing ${names} for the tests with apt-get; this takes a minute.`);
  const begun = performance.now();
  const quiet = { ...env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another installation may be running: wait for it.
  const apt = ['-o', 'DPkg::Lock::Timeout=300', '-y', '--no-install-recommends'];
  for (const args of [['update'], ['install', ...packages]]) {
    const { code } = await capture('apt-get', [...apt, ...args], {
      env: quiet,
      timeoutMs: 300_000,
    });
    if (code === interrupted) throw new Failure('Stopped.', code);
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  const left = missing(env).join(' and ');
  console.log(
    left === ''
      ? `Installed in ${seconds} s.`
      : `${left} could not be installed (${seconds} s): there will be no tests with it.`,
  );
}

/** WebKitGTK's own browser, the newest: it is for tests only, and so not on the PATH. */
function miniBrowser() {
  return libraries
    .flatMap((folder) => [folder, ...foldersIn(folder, /^\w+-linux-gnu\w*$/)])
    .flatMap((folder) => foldersIn(folder, /^webkit2?gtk-[\d.]+$/))
    .map((folder) => join(folder, 'MiniBrowser'))
    .filter((program) => existsSync(program))
    .sort()
    .at(-1);
}

/**
 * @param {string} folder
 * @param {RegExp} name
 */
function foldersIn(folder, name) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((entry) => name.test(entry))
    .map((entry) => join(folder, entry));
}

/** @param {NodeJS.ProcessEnv} env */
function missing(env) {
  return [
    ...(findFirefox(env) ? [] : ['Firefox']),
    ...(findWebKit(env) ? [] : ['WebKitGTK']),
    ...(findNginx(env)?.brotli ? [] : ['nginx']),
  ];
}
