/** What a built site says to hosts, read back from its files: so nothing is said twice. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHeaders } from '../../scripts/lib/site-headers.mjs';
import { baseOf, parseHostRedirects, type HostedSite } from './nginx.ts';

/**
 * Reads the files for hosts.
 *
 * @param folder of the built site
 * @throws Error where they are missing, or say what cannot be followed
 */
export async function hostedSite(folder: string): Promise<HostedSite> {
  const rules = await readHeaders(folder);
  const moved = join(folder, '_redirects');
  return {
    base: baseOf(rules),
    rules,
    redirects: parseHostRedirects(existsSync(moved) ? readFileSync(moved, 'utf8') : ''),
  };
}
