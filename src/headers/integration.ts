/** Seals the finished pages, and writes the headers for hosts into the build. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesBelow } from '../integrity/folder.ts';
import { missingParts } from '../integrity/missing-parts.ts';
import { withSleepingScripts } from '../layouts/later.ts';
import { headersFile } from './hosts.ts';
import { inlinedIn, type Inlined } from './policy.ts';
import { headerRules, type BuiltFiles } from './rules.ts';
import { sealed } from './seal.ts';

/** What each page has written into itself, by file. */
export type InlinedByPage = Map<string, Inlined>;

/**
 * Gives each page its policy. Must come after whatever else changes a page or makes what a page loads.
 * Each page is read here once, for all that is asked of it: a site has thousands.
 *
 * @param inlined where it puts what the headers need to know
 * @throws Error from the hook, where a page cannot be sealed, or needs a file that is not there
 */
export function sealedPages(inlined: InlinedByPage): AstroIntegration {
  let root = { origin: '', base: '/' };
  return {
    name: 'sealed-pages',
    hooks: {
      'astro:config:setup': ({ config }) => {
        root = { origin: config.site ?? '', base: config.base };
      },
      'astro:build:done': ({ dir }) => {
        const dist = fileURLToPath(dir);
        const files = filesBelow(dist);
        const all = new Set(files);
        const missing: string[] = [];
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const written = readFileSync(join(dist, file), 'utf8');
          for (const part of missingParts(written, root, (name) => all.has(name))) {
            missing.push(`${file} needs ${part}, which is missing.`);
          }
          if (missing.length > 0) continue;
          const html = sealed(withSleepingScripts(written), (address) =>
            scriptAt(dist, root.base, address),
          );
          writeFileSync(join(dist, file), html);
          inlined.set(file, inlinedIn(html));
        }
        refuse(missing);
      },
    },
  };
}

/**
 * Writes the headers. Must come after the pages are sealed and all folders are there.
 *
 * @throws Error from the hook, where a host would not read the headers
 */
export function pageHeaders(inlined: InlinedByPage): AstroIntegration {
  let base = '/';
  return {
    name: 'page-headers',
    hooks: {
      'astro:config:setup': ({ config }) => {
        ({ base } = config);
      },
      'astro:build:done': ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const known = builtFiles(dist, base);
        const rules = headerRules({
          ...known,
          inlined: (file) => inlined.get(file) ?? known.inlined(file),
        });
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
    files: filesBelow(dist),
    inlined: (file) => inlinedIn(readFileSync(join(dist, file), 'utf8')),
  };
}

function scriptAt(dist: string, base: string, address: string): Uint8Array {
  const file = join(dist, address.slice(base.length));
  if (!address.startsWith(base) || !existsSync(file)) {
    throw new Error(`A page loads the script ${address}, which is not in the build.`);
  }
  return readFileSync(file);
}

function refuse(missing: readonly string[]): void {
  if (missing.length === 0) return;
  const more = missing.length > 10 ? [`And ${missing.length - 10} more.`] : [];
  throw new Error([...missing.slice(0, 10), ...more].join('\n'));
}
