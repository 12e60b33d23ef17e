/**
 * Serves a built site to the bench: compressed as a good file host does, counted, and on demand as
 * slow as a phone far from the mast.
 */
import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Content types, and whether a host compresses them. Pagefind's own files are compressed already. */
const types: Readonly<Record<string, readonly [type: string, compressed: boolean]>> = {
  '.css': ['text/css; charset=utf-8', true],
  '.html': ['text/html; charset=utf-8', true],
  '.js': ['text/javascript; charset=utf-8', true],
  '.json': ['application/json', true],
  '.png': ['image/png', false],
  '.svg': ['image/svg+xml', true],
  '.txt': ['text/plain; charset=utf-8', true],
  '.wasm': ['application/wasm', true],
  '.webp': ['image/webp', false],
  '.woff2': ['font/woff2', false],
  '.xml': ['application/xml; charset=utf-8', true],
};

/** A line to the server. */
export interface Link {
  /** Round trip, in milliseconds. */
  readonly rttMs: number;
  /** Bytes a second, of all connections together. */
  readonly bytesPerSecond: number;
}

/** "Slow 4G" as in Lighthouse's simulated throttling: 150 ms round trip, 1.6 Mbit/s down. */
export const slow4g: Link = { rttMs: 150, bytesPerSecond: 1_600_000 / 8 };

/** What was asked for since the last reset. */
export interface Traffic {
  /** The path of each request, in order, and the bytes of its body as sent. Headers are not counted. */
  readonly requests: readonly { readonly path: string; readonly bytes: number }[];
  readonly bytes: number;
}

export interface BenchServer {
  /** `http://127.0.0.1:40123`, without a slash at the end. */
  readonly origin: string;
  traffic(): Traffic;
  reset(): void;
  /** Makes the line slow, or with `null` as fast as it goes. */
  throttle(link: Link | null): void;
  close(): Promise<void>;
}

/**
 * Serves folders on 127.0.0.1, on a free port.
 *
 * @param folders by the path they lie under: `{ '/': 'dist' }`; the longest path that fits is taken
 */
export async function serveBench(folders: Readonly<Record<string, string>>): Promise<BenchServer> {
  const packed = new Map<string, Buffer>();
  const seen = new WeakSet<Socket>();
  let requests: { path: string; bytes: number }[] = [];
  let link: Link | null = null;
  /** When the line will have sent all that waits for it, on the clock of `performance`. */
  let freeAt = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'http://site.invalid');
    const file = fileOf(folders, decodeURIComponent(pathname));
    const accepted = [request.headers['accept-encoding'] ?? ''].join();
    const { body, headers } = bodyOf(packed, file, accepted);
    requests.push({ path: pathname, bytes: body.length });
    const slow = link;
    // A new connection costs a round trip before its first request.
    const trips = seen.has(request.socket) ? 1 : 2;
    seen.add(request.socket);
    if (slow) await sleep(slow.rttMs * trips);
    response.writeHead(file === undefined ? 404 : 200, {
      ...headers,
      'Content-Length': body.length,
      'Cache-Control': 'no-cache',
    });
    for (let at = 0; slow && at < body.length; at += chunk) {
      const piece = body.subarray(at, at + chunk);
      freeAt = Math.max(freeAt, performance.now()) + (piece.length / slow.bytesPerSecond) * 1000;
      await sleep(Math.max(0, freeAt - performance.now()));
      response.write(piece);
    }
    response.end(slow ? undefined : body);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    traffic: () => ({
      requests: [...requests],
      bytes: requests.reduce((sum, { bytes }) => sum + bytes, 0),
    }),
    reset: () => {
      requests = [];
    },
    throttle: (to) => {
      link = to;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** How much the slow line sends at a time, in bytes: connections take turns. */
const chunk = 4096;

function fileOf(folders: Readonly<Record<string, string>>, path: string): string | undefined {
  const prefix = Object.keys(folders)
    .toSorted((a, b) => b.length - a.length)
    .find((one) => path.startsWith(one));
  const folder = prefix === undefined ? undefined : folders[prefix];
  if (prefix === undefined || folder === undefined) return undefined;
  const below = normalize(`/${path.slice(prefix.length)}`);
  const file = join(folder, below, below.endsWith('/') ? 'index.html' : '');
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

function bodyOf(
  packed: Map<string, Buffer>,
  file: string | undefined,
  accepted: string,
): { body: Buffer; headers: Record<string, string> } {
  if (file === undefined) return { body: Buffer.from('404\n'), headers: {} };
  const [type, compressed] = types[extname(file)] ?? ['application/octet-stream', false];
  const encoding = (compressed && ['br', 'gzip'].find((one) => accepted.includes(one))) || '';
  const key = `${encoding}:${file}`;
  let body = packed.get(key);
  if (body === undefined) {
    const plain = readFileSync(file);
    body = encoding === 'br' ? brotliCompressSync(plain) : encoding ? gzipSync(plain) : plain;
    packed.set(key, body);
  }
  return {
    body,
    headers: { 'Content-Type': type, ...(encoding && { 'Content-Encoding': encoding }) },
  };
}
