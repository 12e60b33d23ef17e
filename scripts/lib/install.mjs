// @ts-check
/** Brings node_modules to what package-lock.json says, and a Node that is new enough. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Failure } from './failure.mjs';
import { neededInScripts, runsTypeScript } from './node-version.mjs';
import { root } from './project.mjs';
import { capture, interrupted } from './run.mjs';

/**
 * A package in a lock file, as far as this file reads it.
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean,
 *   devOptional?: boolean, os?: string | string[], cpu?: string | string[], libc?: string | string[] }} Locked
 */

/** No package runs a script: npm 10 does not know the list of those that may, `allowScripts`. */
const npmCi = ['ci', '--include=dev', '--include=optional', '--ignore-scripts', '--loglevel=error'];

/**
 * Installs what is missing, and makes sure that npm scripts get a Node that can build the site.
 *
 * @throws {Failure} where that is not possible
 */
export async function prepare() {
  if (missingPackages(root).length > 0) {
    console.log('Installing the packages (npm ci); this takes a minute or so.');
    await install();
    // npm leaves out optional packages, such as the compiled parts of Astro, that do not know the
    // Node it runs on. The Node that has just been installed gets them.
    const ownIsOld = !runsTypeScript(process.versions.node);
    if (ownIsOld && missingPackages(root).length > 0 && linkNode(root)) await install();
  }
  linkNode(root);
  const version = nodeInScripts();
  if (version && runsTypeScript(version)) return;
  const found = version ? `npm scripts run Node ${version} here` : 'the one here does not start';
  throw new Failure(
    `The build needs Node ${neededInScripts} or newer, and ${found}; install a newer Node and run this again.`,
  );
}

async function install() {
  const { code, output } = await capture('npm', npmCi, { env: scriptEnvironment() });
  if (code === interrupted) throw new Failure('Stopped.', code);
  if (code !== 0) throw new Failure(installFailure(code, output));
}

/**
 * The packages that package-lock.json asks for on this machine and node_modules lacks or has in
 * another version. It compares npm's own record of what it installed, which an interrupted
 * installation never has; times of files say nothing after a `git checkout`.
 *
 * @param {string} folder of package-lock.json
 * @param {{ os: string, cpu: string, libc: string }} [machine]
 * @returns {string[]} their places: `node_modules/astro`
 */
export function missingPackages(folder, machine = thisMachine()) {
  const wanted = lockedIn(join(folder, 'package-lock.json'));
  const installed = lockedIn(join(folder, 'node_modules', '.package-lock.json'));
  return Object.keys(wanted).filter((place) => {
    const want = wanted[place];
    const have = installed[place];
    if (place === '' || !want || want.link) return false;
    if (have) return have.version !== want.version || have.integrity !== want.integrity;
    if (!want.optional && !want.devOptional) return true;
    const forSomeMachines = want.os ?? want.cpu ?? want.libc;
    return (
      forSomeMachines !== undefined &&
      allows(want.os, machine.os) &&
      allows(want.cpu, machine.cpu) &&
      allows(want.libc, machine.libc)
    );
  });
}

/**
 * The sentence for an `npm ci` that failed.
 *
 * @param {number} code with which it ended
 * @param {string} output what it printed
 * @returns {string} where the network is not at fault, followed by npm's last lines
 */
export function installFailure(code, output) {
  const unreachable =
    /\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT)\b/.exec(
      output,
    );
  if (unreachable) {
    return `"npm ci" failed because the network or the package registry could not be reached (${unreachable[1]}).`;
  }
  // The list of options that npm adds to some errors would push the reason out of sight.
  const [reason = ''] = output.split(/^npm (?:error|ERR!) Usage:/m);
  const lines = reason.split('\n').filter((line) => !/^(npm (error|ERR!))?\s*$/.test(line));
  return [
    `"npm ci" failed with exit code ${code}; npm's last lines were:`,
    ...lines.slice(-8),
  ].join('\n  ');
}

/**
 * Puts the Node that came as a package where npm scripts find it. npm 10 removes that link again:
 * the package for the other kind of processor has a link of the same name, and goes.
 *
 * @param {string} folder of node_modules
 * @returns {boolean} whether there is such a Node
 */
export function linkNode(folder) {
  const name = `node-${process.platform}-${process.arch}`;
  const modules = join(folder, 'node_modules');
  if (!existsSync(join(modules, name, 'bin', 'node'))) return false;
  const link = join(modules, '.bin', 'node');
  mkdirSync(join(modules, '.bin'), { recursive: true });
  if (existsSync(link)) return true;
  rmSync(link, { force: true });
  symlinkSync(join('..', name, 'bin', 'node'), link);
  return true;
}

/** The version of the Node that npm scripts run, or null where it does not start. */
function nodeInScripts() {
  const { status, stdout } = spawnSync('node', ['-p', 'process.versions.node'], {
    env: scriptEnvironment(),
    encoding: 'utf8',
  });
  return status === 0 ? stdout.trim() : null;
}

/** The environment npm gives its scripts: the project's own programs come first. */
function scriptEnvironment() {
  if (process.platform === 'win32') return process.env;
  const path = [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
  return { ...process.env, PATH: path };
}

/**
 * @param {string} file
 * @returns {Record<string, Locked>} none where the file is missing or broken
 */
function lockedIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** What a package may ask of a machine. The standard C library is a question on Linux only. */
function thisMachine() {
  // Without this the report lists network addresses, which can take long.
  const { getReport } = Object.assign(process.report, { excludeNetwork: true });
  const { header } = /** @type {{ header: { glibcVersionRuntime?: string } }} */ (getReport());
  const libc = header.glibcVersionRuntime ? 'glibc' : 'musl';
  return { os: process.platform, cpu: process.arch, libc };
}

/**
 * Whether a package's list of systems allows one: `["linux"]`, `["!win32"]`, or none at all.
 *
 * @param {string | string[] | undefined} list
 * @param {string} value
 */
function allows(list, value) {
  const names = list === undefined ? [] : [list].flat();
  if (names.includes(`!${value}`)) return false;
  const positive = names.filter((name) => !name.startsWith('!'));
  return positive.length === 0 || positive.includes(value);
}
