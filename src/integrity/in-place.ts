/**
 * Builds beside the site that is there, and changes the two over when everything is done: a build
 * that fails leaves the last good site as it was.
 */
import { cpSync, existsSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, isOfGit } from './folder.ts';

/** The folders of a build. */
export interface Places {
  /** Where the site lies in the end. */
  readonly site: string;
  /** Where it is built. */
  readonly unfinished: string;
  /** Where the last site is while the two change places. */
  readonly last: string;
}

/** What a rename ends with where a folder cannot move: it is in use, or mounted. */
const cannotMove = new Set(['EBUSY', 'EPERM', 'EACCES', 'EXDEV']);

/**
 * The folders of a build. They are neighbours, because only then a move is one step.
 *
 * @param site where the site is wanted; may be a link to a folder
 */
export function placesOf(site: string): Places {
  const plain = site.replace(/[\\/]+$/, '');
  const real = existsSync(plain) ? realpathSync(plain) : plain;
  return { site: real, unfinished: `${real}.unfinished`, last: `${real}.last` };
}

/** Brings the last site back where a build was ended between the two moves. */
export function recover({ site, last }: Places): void {
  if (!existsSync(site) && existsSync(last)) renameSync(last, site);
}

/** Takes away what a build that failed has left. */
export function discard({ unfinished }: Places): void {
  rmSync(unfinished, { recursive: true, force: true, maxRetries: 3 });
}

/**
 * Puts a finished site in the place of the last one.
 *
 * @throws Error where neither moving nor copying is possible; the last site is then in its place
 */
export function putInPlace({ site, unfinished, last }: Places): void {
  rmSync(last, { recursive: true, force: true, maxRetries: 3 });
  const hadSite = existsSync(site);
  if (hadSite && !moved(site, last)) {
    copyOver(unfinished, site);
    return;
  }
  try {
    renameSync(unfinished, site);
  } catch (error) {
    if (hadSite) renameSync(last, site);
    throw error;
  }
  // Some keep the folder in a repository of its own, to publish from.
  if (existsSync(join(last, '.git'))) renameSync(join(last, '.git'), join(site, '.git'));
  rmSync(last, { recursive: true, force: true, maxRetries: 3 });
}

function moved(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (cannotMove.has(String((error as { code?: unknown }).code))) return false;
    throw error;
  }
}

/** For a folder that cannot move: new files first, so that what pages need is there before them. */
function copyOver(from: string, to: string): void {
  const wanted = new Set(filesBelow(from));
  cpSync(from, to, { recursive: true, force: true });
  for (const file of filesBelow(to)) {
    if (!wanted.has(file) && !isOfGit(file)) rmSync(join(to, file));
  }
  rmSync(from, { recursive: true, force: true, maxRetries: 3 });
}
