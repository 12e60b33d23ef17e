/** Reads the licences of packages where npm has put them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askedFor, withNotices, type Locked, type LockFile, type Noticed } from './licences.ts';
import { shipped } from './shipped.ts';

/**
 * @param root the folder of the project
 * @throws Error where the lock file or a notice is missing
 */
export function readLicences(root: string): { packages: Locked[]; published: Noticed[] } {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile;
  const packages = askedFor(lock);
  const published = withNotices(packages, shipped, (name, file) =>
    readFileSync(join(root, 'node_modules', name, file), 'utf8'),
  );
  return { packages, published };
}
