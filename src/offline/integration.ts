/** Builds the worker, once everything else is there: its version is made from the whole site. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { filesBelow, hashOf } from '../integrity/folder.ts';
import { manifestFile, signatureFile, type Manifest } from '../integrity/manifest.ts';
import { offlinePage, searchListFile, workerFile } from './names.ts';

/**
 * Writes the worker and the lists of the search's files into the build. Must come after whatever
 * else writes into it.
 *
 * @param isOn whether pages are kept; if not, the worker written is the one that ends all others
 * @param hashes where it puts the hashes of all files that it does not write
 * @throws Error where the worker cannot be built
 */
export function offlineWorker(isOn: boolean, hashes: Map<string, string>): AstroIntegration {
  return {
    name: 'offline-worker',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { define: { 'import.meta.env.KEEPS_PAGES': String(isOn) } } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const version = await writeWorker(fileURLToPath(dir), isOn, hashes);
        logger.info(isOn ? `version ${version}` : 'pages are not kept (OFFLINE=off)');
      },
    },
  };
}

/**
 * Writes the worker and the lists of the search's files into a finished site.
 *
 * @param hashes where it puts the hashes of all files that it does not write
 * @returns the version, which is another where a single file is
 */
export async function writeWorker(
  dist: string,
  isOn: boolean,
  hashes = new Map<string, string>(),
): Promise<string> {
  const files = filesBelow(dist).filter((file) => !isMadeHere(file));
  for (const file of files) hashes.set(file, hashOf(readFileSync(join(dist, file))));
  const lists = isOn ? writeSearchLists(dist, files) : {};
  const version = isOn ? versionOf(hashes, lists) : '';
  const code = await bundleWorker(isOn ? 'worker' : 'off', {
    version,
    shell: shellOf(dist, files),
  });
  writeFileSync(join(dist, workerFile), code);
  return version;
}

/** What is written here, or made from that. */
function isMadeHere(file: string): boolean {
  return (
    file === workerFile ||
    file === manifestFile ||
    file === signatureFile ||
    file.endsWith(`search/${searchListFile}`)
  );
}

/** The pages of stored pages, and the scripts that they load. */
function shellOf(dist: string, files: readonly string[]): string[] {
  const pages = files.filter((file) =>
    new RegExp(`^([a-z]{2}/)?${offlinePage}index\\.html$`).test(file),
  );
  if (pages.length === 0) throw new Error(`There is no page "${offlinePage}" in the build.`);
  const assets = pages.flatMap((file) => assetsOf(dist, file));
  return [...new Set([...pages.map((file) => file.replace(/index\.html$/, '')), ...assets])];
}

/** The files under `_assets/` that a page names. */
function assetsOf(dist: string, file: string): string[] {
  return readFileSync(join(dist, file), 'utf8').match(/_assets\/[\w./-]+/g) ?? [];
}

/**
 * Lists the files of each edition's search beside its lexicon: the page, its scripts, the lexicon and
 * the part of Pagefind that is in its language. What never changes comes first, so that an index is
 * whole when the file that leads to it is stored.
 *
 * @returns the lists, by file
 */
function writeSearchLists(dist: string, files: readonly string[]): Record<string, string> {
  const lists: Record<string, string> = {};
  for (const lexicon of files.filter((file) => /^([a-z]{2}\/)?search\/lexicon\.json$/.test(file))) {
    const folder = dirname(lexicon);
    const page = `${folder}/index.html`;
    if (!existsSync(join(dist, page))) throw new Error(`${page} is missing beside ${lexicon}.`);
    const language = /<html lang="(\w+)"/.exec(readFileSync(join(dist, page), 'utf8'))?.[1] ?? '';
    const engine = files.filter(
      (file) =>
        file.startsWith('pagefind/') &&
        (file.includes(`/${language}_`) ||
          file.includes(`.${language}`) ||
          /\/pagefind(-entry|-worker)?\.js(on)?$/.test(file)),
    );
    const list = JSON.stringify([
      ...assetsOf(dist, page),
      ...engine.toSorted((a, b) => Number(b.includes('.pf_')) - Number(a.includes('.pf_'))),
      lexicon,
      `${folder}/`,
    ]);
    lists[`${folder}/${searchListFile}`] = list;
    writeFileSync(join(dist, folder, searchListFile), list);
  }
  return lists;
}

/** A short name for everything that the build holds. */
function versionOf(hashes: Manifest, lists: Readonly<Record<string, string>>): string {
  const all = [...hashes].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return hashOf(Buffer.from(JSON.stringify([all, lists]))).slice(0, 12);
}

/** One file without imports, for browsers know no modules in workers everywhere. */
export async function bundleWorker(entry: 'worker' | 'off', about: object): Promise<string> {
  const built = await build({
    configFile: false,
    envDir: false,
    publicDir: false,
    logLevel: 'warn',
    root: fileURLToPath(new URL('.', import.meta.url)),
    define: { OFFLINE: JSON.stringify(about) },
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL(`${entry}.ts`, import.meta.url)),
        formats: ['iife'],
        name: 'offline',
        fileName: () => workerFile,
      },
    },
  });
  const [bundled] = [built].flat();
  const chunks = bundled && 'output' in bundled ? bundled.output : [];
  const code = chunks.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
  if (chunks.length !== 1 || code === '') {
    throw new Error(`The worker was built as ${chunks.length} files, expected one.`);
  }
  return code;
}
