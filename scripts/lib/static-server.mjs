// @ts-check
/**
 * Serves the built site as a file host would that reads the site's `_headers`: for `npm start`, `npm run preview` and the
 * browser tests. Node's own `http` is enough: what the libraries for this leave to be written
 * around them (redirects, the 404 page, the base path, symbolic links, character sets) is most of
 * this file.
 */
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, sep } from 'node:path';
import { contentType } from './content-types.mjs';
import { Failure } from './failure.mjs';
import { listen } from './listen.mjs';
import { headersAt, readHeaders } from './site-headers.mjs';

/**
 * What to answer: a status, and a file to send, words to send, or an address to go to.
 * @typedef {{ status: number, file?: string, text?: string, location?: string, allow?: string }} Answer
 */

/**
 * Serves a folder.
 *
 * @param {object} options
 * @param {string} options.root the folder; it must hold an index.html
 * @param {number} [options.port] 0, the default, is any free one
 * @param {string} [options.host] the address to listen on; by default only this machine can reach it
 * @param {string} [options.base] the path below which the site lies: `/guarantees/`
 * @param {boolean} [options.nextFree] if the port is taken, take the next free one
 * @returns {Promise<{ url: string, port: number, close: () => Promise<void> }>} the address of the
 *   front page, and how to end the server
 * @throws {Failure} where there is no site, or no port
 */
export async function serve({ root, port = 0, host = '127.0.0.1', base = '/', nextFree = false }) {
  const folder = await inside(root, join(root, 'index.html')).then(
    (file) => file && realpath(root),
  );
  if (!folder) {
    throw new Failure(`No built site in "${root}": run "npm run build" first.`);
  }
  const site = { root: folder, base: `/${base}/`.replace(/\/+/g, '/') };
  const rules = await readHeaders(folder);
  const server = createServer((request, response) => {
    const target = request.url ?? '';
    answer(site, request.method ?? '', target)
      .then((found) => {
        // A page for what is not there is no answer that may be kept, whatever was asked for.
        const path = found.status === 404 ? `${site.base}404.html` : target.replace(/\?.*/s, '');
        return send(response, found, headersAt(rules, path));
      })
      .catch((error) => {
        console.error(error);
        response.writeHead(500).end();
      });
  });
  const taken = await listen(server, { port, host, nextFree });
  return {
    url: `http://${reachable(host)}:${taken}${site.base}`,
    port: taken,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * @param {{ root: string, base: string }} site
 * @param {string} method
 * @param {string} target path and query, as they were sent
 * @returns {Promise<Answer>}
 */
async function answer({ root, base }, method, target) {
  if (method !== 'GET' && method !== 'HEAD') return { status: 405, allow: 'GET, HEAD' };
  const end = target.indexOf('?');
  const path = decoded(end < 0 ? target : target.slice(0, end));
  const query = end < 0 ? '' : target.slice(end);
  if (path === null) return { status: 400 };

  if (path === '/' && base !== '/') return { status: 307, location: base + query };
  if (`${path}/` === base) return { status: 308, location: base + query };
  if (!path.startsWith(base)) return notFound(root);

  const segments = path.slice(base.length).split('/');
  const asFolder = segments.at(-1) === '';
  if (asFolder) segments.pop();
  if (segments.some((segment) => /^\.{0,2}$|\\/.test(segment))) return notFound(root);

  const file = await inside(root, join(root, ...segments));
  if (file && (await stat(file)).isFile()) return asFolder ? notFound(root) : { status: 200, file };
  const index = file && (await inside(root, join(file, 'index.html')));
  if (!index) return notFound(root);
  if (asFolder || segments.length === 0) return { status: 200, file: index };
  // Built from the checked segments: a path that begins with two slashes would lead to another host.
  const location = `${base}${segments.map(encodeURIComponent).join('/')}/${query}`;
  return { status: 308, location };
}

/**
 * @param {string} root
 * @returns {Promise<Answer>}
 */
async function notFound(root) {
  const file = await inside(root, join(root, '404.html'));
  return file ? { status: 404, file } : { status: 404 };
}

/**
 * @param {string} path
 * @returns {string | null} null where it is no path, or not written as one
 */
function decoded(path) {
  try {
    const plain = decodeURIComponent(path);
    return plain.startsWith('/') && !plain.includes('\0') ? plain : null;
  } catch {
    return null;
  }
}

/**
 * Where a file really is. A symbolic link that leads out of the folder counts as missing.
 *
 * @param {string} root
 * @param {string} file
 * @returns {Promise<string | null>} null where there is none inside `root`
 */
async function inside(root, file) {
  try {
    const [folder, real] = await Promise.all([realpath(root), realpath(file)]);
    return real === folder || real.startsWith(folder + sep) ? real : null;
  } catch {
    return null;
  }
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {Answer} answer
 * @param {Record<string, string>} headers that the site asks for
 */
async function send(response, { status, file, location, allow }, headers) {
  const body = file ? await readFile(file) : `${status}\n`;
  response.writeHead(status, {
    'Content-Type': contentType(file ?? '.txt'),
    'Content-Length': Buffer.byteLength(body),
    // A page must never be older than the last build, nor a redirect outlive this server.
    'Cache-Control': 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
    ...(location && { Location: location }),
    ...(allow && { Allow: allow }),
  });
  response.end(body);
}

/**
 * @param {string} host what the server listens on
 * @returns {string} the same for an address bar
 */
function reachable(host) {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}
