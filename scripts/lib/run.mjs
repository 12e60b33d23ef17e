// @ts-check
/** Runs other programs: with their output on the screen (`run`) or kept back (`capture`). */
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { Failure, codeOf } from './failure.mjs';
import { root } from './project.mjs';

const onWindows = process.platform === 'win32';

/** What a program that was stopped with Ctrl+C ends with. */
export const interrupted = 128 + constants.signals.SIGINT;

/**
 * Runs a program in the project's folder, its output on the screen.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} its exit code
 * @throws {Failure} where the program does not exist
 */
export async function run(command, args, env = process.env) {
  const child = start(command, args, { cwd: root, env, stdio: 'inherit' });
  // Ctrl+C reaches the child by itself: it shares the terminal.
  return outcome(child, command, (signal) => signal === 'SIGTERM' && child.kill(signal));
}

/**
 * Runs a program in the project's folder and keeps its output.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, timeoutMs?: number }} [options] after `timeoutMs` it is stopped
 * @returns {Promise<{ code: number, output: string }>} its exit code, and what it printed
 * @throws {Failure} where the program does not exist
 */
export async function capture(command, args, { env = process.env, timeoutMs } = {}) {
  // A process group of its own, so that a download is stopped with all its helpers.
  const child = start(command, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !onWindows,
  });
  const stop = () => {
    if (onWindows || child.pid === undefined) child.kill();
    else if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid);
  };
  const timer = timeoutMs === undefined ? undefined : setTimeout(stop, timeoutMs);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => (output += text));
  }
  try {
    return { code: await outcome(child, command, stop), output };
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
function start(command, args, options) {
  if (!onWindows || command !== 'npm') return spawn(command, args, options);
  // npm is a .cmd file there, which only a shell can run; so nothing may need quoting.
  const unsafe = args.find((arg) => !/^[\w.:=@/-]+$/.test(arg));
  if (unsafe !== undefined) throw new Error(`"${unsafe}" cannot be handed to a shell.`);
  return spawn([command, ...args].join(' '), { ...options, shell: true });
}

/**
 * Waits for a program to end; meanwhile a signal to us is first the program's to deal with.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} command
 * @param {(signal: NodeJS.Signals) => unknown} onSignal
 * @returns {Promise<number>}
 */
function outcome(child, command, onSignal) {
  return new Promise((resolve, reject) => {
    /** @type {NodeJS.Signals | null} */
    let received = null;
    /** @param {NodeJS.Signals} signal */
    const receive = (signal) => {
      received = signal;
      onSignal(signal);
    };
    const ended = () => process.off('SIGINT', receive).off('SIGTERM', receive);
    process.on('SIGINT', receive).on('SIGTERM', receive);
    child.once('error', (error) => {
      ended();
      if (codeOf(error) !== 'ENOENT') reject(error);
      else reject(new Failure(`The command "${command}" was not found; install it and try again.`));
    });
    child.once('close', (code, signal) => {
      ended();
      const by = received ?? signal;
      resolve(by ? 128 + constants.signals[by] : (code ?? 1));
    });
  });
}
