// @ts-check
/** Serves the built site until Ctrl+C, and says where. */
import { networkInterfaces } from 'node:os';
import { parseArgs } from 'node:util';
import { Failure, codeOf } from './failure.mjs';
import { readPort } from './listen.mjs';
import { dist } from './project.mjs';
import { serve } from './static-server.mjs';

const usualPort = 4321;

/** Noted when this file is loaded: by the time the site is served the parent may be gone. */
const parent = process.ppid;

/**
 * Serves `dist/`.
 *
 * @param {ReturnType<typeof readSettings>} settings
 * @returns {Promise<void>} settled when the site is served; the process then lives until a signal
 * @throws {Failure} where there is no site to serve, or no port
 */
export async function serveSite(settings) {
  const { url, port, close } = await serve({ root: dist, ...settings });

  if (settings.port !== 0 && port !== settings.port) {
    console.log(`Port ${settings.port} is taken, so the site is on port ${port}.`);
  }
  if (settings.host !== '127.0.0.1') {
    console.log(`Listening on ${settings.host}: other devices in this network can open the site.`);
    for (const address of addressesOf(settings.host)) {
      console.log(`On a phone: ${url.replace(/\/\/.*?:\d+/, `//${address}:${port}`)}`);
    }
  }
  console.log(`The site is at ${url} (Ctrl+C ends it)`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, close);
  // When npm is told to end, its shell goes but this process stays: notice that, and go too.
  const orphaned = () => process.ppid !== parent && close();
  if (process.env['npm_lifecycle_event']) setInterval(orphaned, 1000).unref();
}

/**
 * Reads where to serve: PORT (the next free one if it is taken) or `--port number` (exactly that
 * one: who names it will look there), HOST or `--host [address]`, BASE_PATH.
 *
 * @param {string[]} [args] of the command line
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{ port: number, nextFree: boolean, host: string, base: string }}
 * @throws {Failure} where an argument is unknown, or a port is none
 */
export function readSettings(args = process.argv.slice(2), env = process.env) {
  // A bare --host means every address of this machine.
  const given = args.map((arg, index) =>
    arg === '--host' && (args[index + 1] ?? '-').startsWith('-') ? '--host=0.0.0.0' : arg,
  );
  const { host, port } = readFlags(given);
  return {
    port: readPort(port ?? env['PORT'], usualPort),
    nextFree: port === undefined,
    host: host || env['HOST'] || '127.0.0.1',
    base: env['BASE_PATH'] || '/',
  };
}

/** @param {string[]} args */
function readFlags(args) {
  try {
    return parseArgs({ args, options: { host: { type: 'string' }, port: { type: 'string' } } })
      .values;
  } catch (error) {
    if (!codeOf(error).startsWith('ERR_PARSE_ARGS')) throw error;
    throw new Failure('The only arguments are --host [address] and --port number.');
  }
}

/**
 * The addresses under which other devices reach this machine.
 *
 * @param {string} host what the server listens on
 */
function addressesOf(host) {
  if (host !== '0.0.0.0' && host !== '::') return [];
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}
