/** Writes the rules for hosts into the build, and stops it where a rule does not fit the site. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { ContentError } from '../ledger/problems.ts';
import {
  misfits,
  movedPages,
  parseRedirects,
  redirectsFile,
  redirectsForHosts,
  splitAddress,
  type Redirect,
} from './redirects.ts';

/**
 * The rules as they lie on disk.
 *
 * @param root the folder of the project, with a slash at the end
 * @throws ContentError where one is broken
 */
export function readRedirects(root: URL): Redirect[] {
  return parseRedirects(readFileSync(new URL(redirectsFile, root), 'utf8'));
}

/** @throws ContentError from a hook, where a rule is broken, leads nowhere or is not needed */
export function addressIntegration(): AstroIntegration {
  let rules: readonly Redirect[] = [];
  let base = '/';
  return {
    name: 'addresses',
    hooks: {
      'astro:config:setup': ({ config }) => {
        rules = readRedirects(config.root);
        base = config.base;
      },
      'astro:build:done': ({ dir }) => {
        if (rules.length === 0) return;
        const dist = fileURLToPath(dir);
        const moved = new Set(rules.map(({ from }) => from));
        const has = (address: string) => {
          const { page, fragment } = splitAddress(address);
          const file = join(dist, page, 'index.html');
          if (!existsSync(file)) return false;
          return fragment === undefined || readFileSync(file, 'utf8').includes(` id="${fragment}"`);
        };
        // An old page or place is there again, as what leads on.
        const problems = misfits(rules, (address) => !moved.has(address) && has(address));
        if (problems.length > 0) throw new ContentError(problems);
        if (movedPages(rules).length > 0) {
          writeFileSync(join(dist, '_redirects'), redirectsForHosts(rules, base));
        }
      },
    },
  };
}
