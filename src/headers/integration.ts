/** Seals the finished pages, and writes the headers for hosts into the build. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withSleepingScript } from '../layouts/later.ts';
import { headersFile } from './hosts.ts';
import { headerRules, type BuiltFiles } from './rules.ts';
import { sealed } from './seal.ts';

/**
 * Must come after whatever else changes a page, or its hashes are wrong, and before what is made from
 * the whole site.
 *
 * @throws Error from a hook, where a page cannot be sealed or a host would not read the headers
 */
export function pageHeaders(): AstroIntegration {
  let base = '/';
  return {
    name: 'page-headers',
    hooks: {
      'astro:config:setup': ({ config }) => {
        ({ base } = config);
      },
      'astro:build:done': ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const site = builtFiles(dist, base);
        for (const file of site.files.filter((name) => name.endsWith('.html'))) {
          const html = withSleepingScript(site.read(file));
          writeFileSync(
            join(dist, file),
            sealed(html, (address) => scriptAt(dist, base, address)),
          );
        }
        const rules = headerRules(site);
        writeFileSync(join(dist, '_headers'), headersFile(rules));
        logger.info(`${rules.length} rules for response headers`);
      },
    },
  };
}

/** A built site on disk. @param base the path below which it lies */
export function builtFiles(dist: string, base: string): BuiltFiles {
  return {
    base,
    files: readdirSync(dist, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(dist.length).replaceAll('\\', '/'))
      .map((file) => file.replace(/^\//, ''))
      .toSorted(),
    read: (file) => readFileSync(join(dist, file), 'utf8'),
  };
}

function scriptAt(dist: string, base: string, address: string): Uint8Array {
  const file = join(dist, address.slice(base.length));
  if (!address.startsWith(base) || !existsSync(file)) {
    throw new Error(`A page loads the script ${address}, which is not in the build.`);
  }
  return readFileSync(file);
}
