/** Files of a copy on disk. */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isListed, type Manifest } from './manifest.ts';

/** Every file below a folder with `/` between folders, sorted. A link counts as a file. */
export function filesBelow(folder: string): string[] {
  const walk = (within: string): string[] =>
    readdirSync(join(folder, within), { withFileTypes: true }).flatMap((entry) => {
      const path = within === '' ? entry.name : `${within}/${entry.name}`;
      return entry.isDirectory() ? walk(path) : [path];
    });
  return walk('').toSorted();
}

/**
 * What the list of a folder must say.
 *
 * @param known hashes of files that are not read again
 */
export function manifestOf(folder: string, known: Manifest = new Map()): Manifest {
  const files = filesBelow(folder).filter((file) => !isOfGit(file));
  const all = new Set(files);
  return new Map(
    files
      .filter((file) => isListed(file, all))
      .map((file) => [file, known.get(file) ?? hashOf(readFileSync(join(folder, file)))]),
  );
}

/** Whether a path is of a repository that somebody keeps in the folder; Astro leaves it alone too. */
export function isOfGit(path: string): boolean {
  return path === '.git' || path.startsWith('.git/');
}

/** Whether a path is a file itself: a link could lead out of the folder. */
export function isPlainFile(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** A SHA-256 in small hexadecimal letters. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
