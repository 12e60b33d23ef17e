// @ts-check
/** Finds the Chromium that the browser tests run in, or brings one. */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { Failure } from './lib/failure.mjs';
import { capture, interrupted } from './lib/run.mjs';

const require = createRequire(import.meta.url);

/** How long Playwright may try to download: where its host cannot be reached it tries for long. */
const downloadLimitMs = 120_000;

/**
 * Finds a Chromium that is already there: the one CHROMIUM_PATH names, else one on the system, else
 * the one Playwright has downloaded.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | null} the path of its program; null where there is none
 * @throws {Failure} where CHROMIUM_PATH names no file
 */
export function findBrowser(env = process.env) {
  return systemBrowser(env) ?? playwrightBrowser();
}

/**
 * Finds a Chromium, or installs one: Playwright's download, then the package of the system.
 *
 * @returns {Promise<string>} the path of its program
 * @throws {Failure} where none can be had
 */
export async function ensureBrowser() {
  const found = systemBrowser(process.env) ?? (await startingPlaywrightBrowser());
  if (found) return found;

  console.log('Looking for a browser for the tests: trying to download Chromium with Playwright.');
  const cli = playwrightFile('cli.js');
  if (cli) {
    await tried(process.execPath, [cli, 'install', 'chromium'], { timeoutMs: downloadLimitMs });
    const downloaded = await startingPlaywrightBrowser();
    if (downloaded) return downloaded;
  }

  if (process.getuid?.() === 0 && onPath('apt-get', process.env)) {
    console.log('Installing Chromium with apt-get; this takes a minute or two.');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    // Another installation may be running: wait for it.
    const apt = ['-o', 'DPkg::Lock::Timeout=300', '-y', '--no-install-recommends'];
    await tried('apt-get', [...apt, 'update'], { env });
    await tried('apt-get', [...apt, 'install', 'chromium'], { env });
    const installed = systemBrowser(process.env);
    if (installed) return installed;
  }
  throw new Failure(
    'The browser tests need Chromium or Chrome, and none was found or could be installed; ' +
      'install one, or set CHROMIUM_PATH to its program.',
  );
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | null}
 */
function systemBrowser(env) {
  const named = env['CHROMIUM_PATH'];
  if (named) {
    if (statSync(named, { throwIfNoEntry: false })?.isFile()) return named;
    throw new Failure(
      `CHROMIUM_PATH is "${named}", which is not a file; set it to the program of Chromium or Chrome, or unset it.`,
    );
  }
  for (const name of ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']) {
    const program = onPath(name, env);
    if (program) return program;
  }
  return usualPlaces(env).find((place) => existsSync(place)) ?? null;
}

/**
 * @param {string} name of a program
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | null} its path
 */
export function onPath(name, env) {
  for (const folder of (env['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    const program = join(folder, name);
    try {
      accessSync(program, constants.X_OK);
      if (statSync(program).isFile()) return program;
    } catch {
      // Not here: look in the next folder.
    }
  }
  return null;
}

/**
 * Where browsers are on macOS and Windows, which have none on the PATH.
 *
 * @param {NodeJS.ProcessEnv} env
 */
function usualPlaces(env) {
  if (process.platform === 'darwin') {
    return ['/', homedir()].flatMap((home) =>
      ['Chromium', 'Google Chrome'].map((name) =>
        join(home, 'Applications', `${name}.app`, 'Contents', 'MacOS', name),
      ),
    );
  }
  if (process.platform !== 'win32') return [];
  return ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA']
    .flatMap((name) => env[name] ?? [])
    .flatMap((folder) => [
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    ]);
}

/** The path of the Chromium that Playwright has downloaded, or null. */
function playwrightBrowser() {
  try {
    const program = require('playwright').chromium.executablePath();
    return existsSync(program) ? program : null;
  } catch {
    // Playwright is not installed, or has no browser for this system.
    return null;
  }
}

/** The same, if it starts: on a bare system a download lacks libraries that a package brings. */
async function startingPlaywrightBrowser() {
  const program = playwrightBrowser();
  return program && (await tried(program, ['--version'])) ? program : null;
}

/**
 * @param {string} name of a file in Playwright's package
 * @returns {string | null} its path
 */
function playwrightFile(name) {
  try {
    return join(dirname(require.resolve('playwright/package.json')), name);
  } catch {
    return null;
  }
}

/**
 * Runs a program for its effect; that it failed shows in what is there afterwards.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options]
 * @returns {Promise<boolean>} whether it succeeded
 * @throws {Failure} where it was stopped with Ctrl+C
 */
async function tried(command, args, options) {
  const { code } = await capture(command, args, options);
  if (code === interrupted) throw new Failure('Stopped.', code);
  return code === 0;
}
