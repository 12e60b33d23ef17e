/** Serves a built site with Brotli 11, as a host with precompressed files does; any site in the same way. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { listen } from '../lib/listen.mjs';

const compress = promisify(brotliCompress);

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/** Packed already; Brotli would make them no smaller. */
const packed = new Set(['.ico', '.png', '.webp', '.woff2']);

/** Folders in which a name changes with what it names: Astro's own, and this site's. */
const immutable = /^\/(?:_astro|_assets)\//;

/**
 * Serves a folder on this machine alone.
 *
 * @returns its address without a slash at the end, and how to end it
 * @throws Failure where there is no free port
 */
export async function serveCompressed(
  root: string,
): Promise<{ readonly origin: string; readonly close: () => void }> {
  /** Each file is compressed once, or a page would be measured with the work of the server. */
  const bodies = new Map<string, Promise<Buffer>>();
  const bodyOf = (file: string): Promise<Buffer> => {
    const known = bodies.get(file);
    if (known) return known;
    const body = readFile(join(root, file)).then((bytes) =>
      packed.has(extname(file))
        ? bytes
        : compress(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }),
    );
    bodies.set(file, body);
    return body;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = normalize(decodeURIComponent(pathname));
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const extension = extname(file);
    bodyOf(file).then(
      (body) => {
        response
          .writeHead(200, {
            'Content-Type': types[extension] ?? 'application/octet-stream',
            'Content-Length': body.length,
            ...(!packed.has(extension) && { 'Content-Encoding': 'br' }),
            'Cache-Control': immutable.test(path) ? 'max-age=31536000, immutable' : 'no-cache',
          })
          .end(body);
      },
      () => response.writeHead(404).end(),
    );
  });
  const port = await listen(server, { port: 0, host: '127.0.0.1', nextFree: false });
  return {
    origin: `http://127.0.0.1:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
