/** Copies of the project in which something can be changed and built without a trace. */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { projectRoot } from './site.ts';

/** What a build reads, without the packages. */
const needed = [
  'src',
  'public',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  '.npmrc',
];

/** What Astro and Vite keep among the packages: a copy has its own, or builds would share state. */
const kept = new Set(['.astro', '.vite']);

/** How a program ended, and what it said on both streams, without colours. */
export interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

export interface ProjectCopy {
  /** Its folder. */
  readonly root: string;
  /** Brings the sources back to what they are in the project. */
  readonly restore: () => void;
  /** Runs npm in it, with more environment variables. */
  readonly npm: (
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
  ) => Promise<Outcome>;
  readonly remove: () => void;
}

/**
 * Copies the project into a new folder of the system's temporary ones.
 *
 * @param isClean whether it does without what earlier builds keep among the packages for later ones
 */
export function copyProject(isClean = false): ProjectCopy {
  const root = mkdtempSync(join(tmpdir(), 'guarantees-copy-'));
  for (const name of needed) {
    cpSync(join(projectRoot, name), join(root, name), { recursive: true });
  }
  // Each package by itself, because the folder of packages must be the copy's own.
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync(join(projectRoot, 'node_modules'))) {
    if (kept.has(name) || (isClean && name === '.cache')) continue;
    const target = join(projectRoot, 'node_modules', name);
    symlinkSync(target, join(root, 'node_modules', name), 'junction');
  }
  return {
    root,
    restore() {
      rmSync(join(root, 'src'), { recursive: true, force: true });
      cpSync(join(projectRoot, 'src'), join(root, 'src'), { recursive: true });
    },
    npm: (args, env = {}) => npm(root, args, env),
    remove() {
      rmSync(root, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

function npm(
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, {
      cwd,
      // Nothing is to be asked of the network, and nothing to stand between the words of a message.
      env: {
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: '1',
        npm_config_offline: 'true',
        NO_COLOR: '1',
        FORCE_COLOR: '0',
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm is a .cmd file on Windows, which only a shell can run.
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (output += text));
    }
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, output });
    });
  });
}
