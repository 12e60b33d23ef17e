/** A host for the built site that a test can change, stop, stall and break. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { headersAt, readHeaders } from '../../../scripts/lib/site-headers.mjs';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

export interface Host {
  /** `http://127.0.0.1:40123`, the same after a stop and a start. */
  readonly origin: string;
  /** The paths that were asked for, in their order. */
  readonly asked: string[];
  /** From now on another text stands at a path; undefined where it is gone. */
  readonly change: (path: string, text: (now: string) => string | undefined) => Promise<void>;
  /** Every answer has these headers, besides those that the site asks for. */
  readonly headers: Record<string, string>;
  /** `stall` answers nothing, a number answers with that status. */
  mode: 'well' | 'stall' | number;
  readonly stop: () => Promise<void>;
  readonly start: () => Promise<void>;
}

/** Starts a host; who asks for it stops it. */
export async function startHost(folder = 'dist'): Promise<Host> {
  const changed = new Map<string, string | undefined>();
  const waiting = new Set<ServerResponse>();
  const rules = await readHeaders(folder);
  let server: Server | undefined;
  let port = 0;
  const fileOf = (path: string): string => `${path}${path.endsWith('/') ? 'index.html' : ''}`;
  const bodyOf = async (path: string): Promise<Buffer | string | undefined> =>
    changed.has(path)
      ? changed.get(path)
      : await readFile(join(folder, fileOf(path))).catch(() => undefined);
  const answer = async (path: string, response: ServerResponse): Promise<void> => {
    if (host.mode === 'stall') {
      waiting.add(response);
      return;
    }
    const body = host.mode === 'well' ? await bodyOf(path) : 'Failing';
    const found = body !== undefined;
    response
      .writeHead(host.mode === 'well' ? (found ? 200 : 404) : host.mode, {
        'Content-Type': types[extname(fileOf(path))] ?? 'application/octet-stream',
        'Cache-Control': 'no-cache',
        ...headersAt(rules, path),
        ...host.headers,
      })
      .end(found ? body : 'Not found');
  };
  const host: Host & { origin: string } = {
    origin: '',
    asked: [],
    headers: {},
    mode: 'well',
    async change(path, text) {
      changed.set(path, text(String(await bodyOf(path))));
    },
    async stop() {
      const stopped = new Promise((resolve) => server?.close(resolve));
      server?.closeAllConnections();
      await stopped;
      waiting.clear();
    },
    async start() {
      const started = createServer((request, response) => {
        const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
        host.asked.push(pathname);
        answer(pathname, response).catch((error: unknown) => response.destroy(error as Error));
      });
      server = started;
      await new Promise<void>((resolve, reject) => {
        started.once('error', reject).listen(port, '127.0.0.1', resolve);
      });
      const address = started.address();
      port = typeof address === 'object' && address ? address.port : port;
      host.origin = `http://127.0.0.1:${port}`;
    },
  };
  await host.start();
  return host;
}
