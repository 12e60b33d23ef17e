// @ts-check
/** How a command says, in one sentence, that it cannot go on. */

/** A problem that the person at the keyboard can mend; its message is the whole report. */
export class Failure extends Error {
  /**
   * @param {string} sentence what is wrong and what to do about it
   * @param {number} [exitCode] with which the command ends
   */
  constructor(sentence, exitCode = 1) {
    super(sentence);
    this.name = 'Failure';
    this.exitCode = exitCode;
  }
}

/**
 * Runs a command. A `Failure` is printed as its sentence; anything else is a bug and keeps its
 * stack trace.
 *
 * @param {() => unknown} main
 * @returns {Promise<void>}
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    process.exitCode = error.exitCode;
  }
}

/**
 * What the system calls an error: `ENOENT`, `EADDRINUSE` and so on.
 *
 * @param {unknown} error
 * @returns {string} empty where it has no such name
 */
export function codeOf(error) {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
