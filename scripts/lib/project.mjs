// @ts-check
/** Where this project is, and whether a file is run or imported. */
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json: commands work from wherever they are called. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The folder of the built site. */
export const dist = join(root, 'dist');

/**
 * Whether a module is the command itself, not an import of another.
 *
 * @param {string} moduleUrl its `import.meta.url`
 * @returns {boolean}
 */
export function isCommand(moduleUrl) {
  const started = process.argv[1];
  return started !== undefined && realpathSync(started) === realpathSync(fileURLToPath(moduleUrl));
}
