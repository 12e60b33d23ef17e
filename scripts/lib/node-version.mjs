// @ts-check
/**
 * Which Node can do what. An old Node must be able to read this file to be told that it is too old,
 * so it uses no syntax newer than Node 12 knows and imports nothing.
 */

/** The Node that runs the build and the tests: the first that runs TypeScript files as they are. */
export const neededInScripts = '22.18';

/**
 * Says whether these commands can start at all.
 *
 * @param {string} version such as `process.versions.node`: `18.20.8`
 * @returns {string | null} the sentence to show, or null when the version is new enough
 */
export function nodeTooOld(version) {
  if (Number(version.split('.')[0]) >= 20) return null;
  return `Node ${version} is too old: install Node 20 or newer and run this again.`;
}

/**
 * Says whether a Node can run the build (Astro) and the tests (TypeScript files as they are).
 *
 * @param {string} version such as `24.21.0`
 * @returns {boolean}
 */
export function runsTypeScript(version) {
  const parts = version.split('.');
  const major = Number(parts[0]);
  const minor = Number(parts[1]);
  return major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}
