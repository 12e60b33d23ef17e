// @ts-check
/**
 * `npm test`: installs what is missing, builds the site and runs every test. Only the Node version
 * is checked here: an old Node could not even read the rest.
 */
import { nodeTooOld } from './lib/node-version.mjs';

const problem = nodeTooOld(process.versions.node);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  import('./lib/test-site.mjs');
}
