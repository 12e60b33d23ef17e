/** The first and the last step of a build: where it is made, and what it is known by. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { articleTexts } from './article-texts.ts';
import { hashOf, manifestOf } from './folder.ts';
import { discard, placesOf, putInPlace, recover, type Places } from './in-place.ts';
import { formatManifest, manifestFile, shortFingerprint, type Manifest } from './manifest.ts';

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

/** Writes the texts of articles, of which the fingerprints on them are made. */
export function textFiles(): AstroIntegration {
  return {
    name: 'text-files',
    hooks: {
      'astro:build:start': () => {
        articleTexts().clear();
      },
      'astro:build:done': ({ dir }) => {
        const folder = fileURLToPath(dir);
        for (const [file, text] of articleTexts()) {
          mkdirSync(dirname(join(folder, file)), { recursive: true });
          writeFileSync(join(folder, file), text);
        }
      },
    },
  };
}

/**
 * Writes the list of all files with their SHA-256. Must come after whatever else changes a file;
 * compressed forms of files may come later.
 *
 * @param publicKey the key with which the list will be signed
 * @param known hashes of files that nothing has changed since
 * @throws Error where a file cannot be listed
 */
export function fileList(publicKey: string | undefined, known: Manifest): AstroIntegration {
  return {
    name: 'file-list',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const files = manifestOf(folder, known);
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
