// @ts-check
/** Runs one of the scripts of package.json. */
import { run } from './run.mjs';

/**
 * @param {string} name such as `build`
 * @param {NodeJS.ProcessEnv} [env] what to add to the environment
 * @returns {Promise<number>} its exit code
 */
export function npmScript(name, env = {}) {
  // Astro would report its use to its makers; a build here tells nobody.
  return run('npm', ['run', '--loglevel=error', name], {
    ...process.env,
    ASTRO_TELEMETRY_DISABLED: '1',
    ...env,
  });
}
