// @ts-check
/** Finds a server its port. */
import { once } from 'node:events';
import { Failure, codeOf } from './failure.mjs';

/** How many ports after the wanted one are tried. */
const attempts = 100;

/**
 * Makes a server listen.
 *
 * @param {import('node:http').Server} server
 * @param {{ port: number, host: string, nextFree: boolean }} where `nextFree`: if the port is taken,
 *   take the next one that is free; port 0 is any free one
 * @returns {Promise<number>} the port it listens on
 * @throws {Failure} where it cannot
 */
export async function listen(server, { port, host, nextFree }) {
  const last = nextFree ? Math.min(port + attempts, 65_535) : port;
  for (let candidate = port; candidate <= last; candidate += 1) {
    try {
      server.listen(candidate, host);
      await once(server, 'listening');
      const address = server.address();
      return typeof address === 'object' && address ? address.port : candidate;
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE') throw explained(error, candidate, host);
    }
  }
  const taken = port === last ? `Port ${port} is taken` : `Ports ${port} to ${last} are taken`;
  throw new Failure(`${taken}; choose a free one.`);
}

/**
 * Reads a port number.
 *
 * @param {string | undefined} text as it was given
 * @param {number} fallback where there is none
 * @returns {number}
 * @throws {Failure} where it is not a port
 */
export function readPort(text, fallback) {
  if (text === undefined || text === '') return fallback;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Failure(`"${text}" is not a port; choose a whole number from 0 to 65535.`);
}

/**
 * @param {unknown} error
 * @param {number} port
 * @param {string} host
 */
function explained(error, port, host) {
  const code = codeOf(error);
  if (code === 'EACCES') {
    return new Failure(`This user may not use port ${port}; choose one above 1023.`);
  }
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(code)) {
    return new Failure(`"${host}" is not an address of this machine; use 0.0.0.0 for all of them.`);
  }
  return error;
}
