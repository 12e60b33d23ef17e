/** The first and the last step of a build: where it is made, and what it is known by. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { articleTexts } from './article-texts.ts';
import { filesBelow, hashOf, manifestOf } from './folder.ts';
import { discard, placesOf, putInPlace, recover, type Places } from './in-place.ts';
import { formatManifest, manifestFile, shortFingerprint } from './manifest.ts';
import { missingParts } from './missing-parts.ts';

/**
 * Builds into a folder beside the site, so that a build that fails leaves the last one as it was.
 * Must come after whatever else writes into the site: the folder has moved then.
 *
 * @throws Error from the hook, where the site cannot be put in its place
 */
export function lastGoodSite(): AstroIntegration {
  let places: Places | undefined;
  let isBuilding = false;
  return {
    name: 'last-good-site',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        const built = placesOf(fileURLToPath(config.outDir));
        recover(built);
        updateConfig({ outDir: pathToFileURL(`${built.unfinished}/`) });
        places = built;
        isBuilding = true;
        process.once('exit', () => {
          if (!isBuilding) return;
          discard(built);
          console.error(`The build failed; ${built.site} is as it was before.`);
          process.exitCode ||= 1;
        });
      },
      'astro:build:done': ({ logger }) => {
        if (!places) return;
        putInPlace(places);
        isBuilding = false;
        logger.info(`the site is in ${places.site}`);
      },
    },
  };
}

/**
 * Writes the texts of articles, and the list of all files with their SHA-256. Must come after
 * whatever else changes a file; compressed forms of files may come later.
 *
 * @param publicKey the key with which the list will be signed
 * @throws Error where a page needs a file that is not there, or a file cannot be listed
 */
export function fileList(publicKey: string | undefined): AstroIntegration {
  let root = { origin: '', base: '/' };
  return {
    name: 'file-list',
    hooks: {
      'astro:config:setup': ({ config }) => {
        root = { origin: config.site ?? '', base: config.base };
      },
      'astro:build:start': () => {
        articleTexts().clear();
      },
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        for (const [file, text] of articleTexts()) {
          mkdirSync(dirname(join(folder, file)), { recursive: true });
          writeFileSync(join(folder, file), text);
        }
        refuseMissingParts(folder, root);
        const files = manifestOf(folder);
        const list = formatManifest(files);
        writeFileSync(join(folder, manifestFile), list);
        const about = `${files.size} files, fingerprint ${shortFingerprint(hashOf(Buffer.from(list)))}`;
        logger.info(
          publicKey === undefined
            ? `${about}; NOT SIGNED: there is no PUBLIC_KEY (docs/integrity.md)`
            : `${about}; not signed yet: npm run sign -- --key FILE`,
        );
      },
    },
  };
}

function refuseMissingParts(folder: string, root: { origin: string; base: string }): void {
  const files = filesBelow(folder);
  const all = new Set(files);
  const missing = files
    .filter((file) => file.endsWith('.html'))
    .flatMap((page) =>
      missingParts(readFileSync(join(folder, page), 'utf8'), root, (file) => all.has(file)).map(
        (file) => `${page} needs ${file}, which is missing.`,
      ),
    );
  if (missing.length > 0) {
    const more = missing.length > 10 ? [`And ${missing.length - 10} more.`] : [];
    throw new Error([...missing.slice(0, 10), ...more].join('\n'));
  }
}
