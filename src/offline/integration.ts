/** Builds the worker, once everything else is there: its version is made from the whole site. */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { manifestFile, signatureFile } from '../integrity/manifest.ts';
import { offlinePage, searchListFile, workerFile } from './names.ts';

/**
 * Writes the worker and the lists of the search's files into the build. Must come after whatever
 * else writes into it.
 *
 * @param isOn whether pages are kept; if not, the worker written is the one that ends all others
 * @throws Error where the worker cannot be built
 */
export function offlineWorker(isOn: boolean): AstroIntegration {
  return {
    name: 'offline-worker',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { define: { 'import.meta.env.KEEPS_PAGES': String(isOn) } } });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const version = await writeWorker(fileURLToPath(dir), isOn);
        logger.info(isOn ? `version ${version}` : 'pages are not kept (OFFLINE=off)');
      },
    },
  };
}

/**
 * Writes the worker and the lists of the search's files into a finished site.
 *
 * @returns the version, which is another where a single file is
 */
export async function writeWorker(dist: string, isOn: boolean): Promise<string> {
  const files = filesIn(dist);
  const version = isOn ? versionOf(dist, files, writeSearchLists(dist, files)) : '';
  const code = await bundleWorker(isOn ? 'worker' : 'off', {
    version,
    shell: shellOf(dist, files),
  });
  writeFileSync(join(dist, workerFile), code);
  return version;
}

const madeLater: ReadonlySet<string> = new Set([workerFile, manifestFile, signatureFile]);

/**
 * Every file of the build in an order that is the same everywhere, but for what is written here and
 * what is made from that.
 */
function filesIn(dist: string): string[] {
  return globSync('**/*', { cwd: dist })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !madeLater.has(file) && !file.endsWith(`search/${searchListFile}`))
    .filter((file) => statSync(join(dist, file)).isFile())
    .toSorted();
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
function versionOf(
  dist: string,
  files: readonly string[],
  lists: Readonly<Record<string, string>>,
): string {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(dist, file)));
  return hash.update(JSON.stringify(lists)).digest('hex').slice(0, 12);
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
