/**
 * WebKitGTK, a near relative of Safari, driven by its own driver with the WebDriver protocol
 * (https://www.w3.org/TR/webdriver2/), on a screen that nobody sees.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { findWebKit } from '../../../scripts/lib/more-browsers.mjs';
import type { Driver } from './browser.ts';

/** How WebDriver writes the keys that have no letter. */
const keyCodes: Readonly<Record<string, string>> = {
  Enter: '\uE007',
  Escape: '\uE00C',
  Tab: '\uE004',
  Shift: '\uE008',
  Control: '\uE009',
  Space: ' ',
};

/** How long the driver may take to answer at first, in milliseconds. */
const patience = 20_000;

/**
 * Keeps what goes wrong in a page. This driver has no console and can run nothing before a page's own
 * scripts: what fails while they load shows only in what the tests then miss.
 */
const listening = `
  (() => {
    window.complaints = [];
    addEventListener('error', ({ message }) => window.complaints.push(message));
    addEventListener('unhandledrejection', ({ reason }) => window.complaints.push(String(reason)));
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      window.complaints.push('Refused by ' + violatedDirective + ': ' + blockedURI));
  })()`;

/** Starts WebKitGTK. Throws where it, its driver or a screen for it is missing. */
export async function startWebKit(): Promise<Driver> {
  const found = findWebKit();
  if (found === null) throw new Error('WebKitGTK is not installed.');
  const started: ChildProcess[] = [];
  try {
    // It finds itself a free number, and writes it.
    const screen = spawn(
      found.screen,
      ['-displayfd', '1', '-nolisten', 'tcp', '-screen', '0', '1400x1000x24'],
      { stdio: ['ignore', 'pipe', 'ignore'], detached: true },
    );
    started.push(screen);
    const display = await firstLine(screen);
    const port = await freePort();
    const driver = spawn(found.driver, [`--port=${port}`, '--host=127.0.0.1'], {
      env: {
        ...process.env,
        DISPLAY: `:${display}`,
        // No desktop is there to be asked.
        GDK_BACKEND: 'x11',
        GTK_A11Y: 'none',
        NO_AT_BRIDGE: '1',
        LIBGL_ALWAYS_SOFTWARE: '1',
        LANGUAGE: 'en_GB',
      },
      stdio: 'ignore',
      // A group of its own, as the screen is: it is ended with the browser it started.
      detached: true,
    });
    started.push(driver);
    const session = await startSession(`http://127.0.0.1:${port}`, found.browser);
    return driverOf(session, () => {
      end(started);
    });
  } catch (error) {
    end(started);
    throw error;
  }
}

interface Session {
  /** With its version. */
  readonly name: string;
  /** Asks the driver: the method, the path below the session, and what to send. */
  readonly ask: (method: string, path: string, body?: unknown) => Promise<unknown>;
}

async function startSession(origin: string, binary: string): Promise<Session> {
  const begin = Date.now();
  const capabilities = {
    alwaysMatch: {
      'webkitgtk:browserOptions': {
        binary,
        args: ['--automation'],
      },
    },
  };
  for (;;) {
    try {
      const { sessionId, capabilities: has } = (await request(origin, 'POST', '/session', {
        capabilities,
      })) as { sessionId: string; capabilities: { browserVersion: string } };
      return {
        name: `WebKitGTK ${has.browserVersion}`,
        ask: (method, path, body) => request(origin, method, `/session/${sessionId}${path}`, body),
      };
    } catch (error) {
      // The driver does not listen yet.
      if (!(error instanceof TypeError) || Date.now() - begin > patience) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

function driverOf({ name, ask }: Session, stop: () => void): Driver {
  const evaluate = (expression: string): Promise<unknown> =>
    ask('POST', '/execute/sync', { script: `return ${expression.trim()}`, args: [] });
  const keys = (list: readonly object[]): Promise<unknown> =>
    ask('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions: list }] });
  return {
    name,
    goto: async (url) => {
      await ask('POST', '/url', { url });
      await evaluate(listening);
    },
    evaluate,
    clickAt: async (x, y) => {
      const actions = [
        { type: 'pointerMove', duration: 0, x, y, origin: 'viewport' },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      const parameters = { pointerType: 'mouse' };
      await ask('POST', '/actions', {
        actions: [{ type: 'pointer', id: 'mouse', parameters, actions }],
      });
    },
    press: async (names) => {
      const values = names.map((key) => keyCodes[key] ?? key);
      await keys([
        ...values.map((value) => ({ type: 'keyDown', value })),
        ...values.toReversed().map((value) => ({ type: 'keyUp', value })),
      ]);
    },
    type: async (text) => {
      for (const value of text) {
        await keys([
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ]);
      }
    },
    resize: async (width, height) => {
      // The window has a frame of its own around the page.
      for (let tries = 0; tries < 3; tries += 1) {
        const [outer, inner] = [
          (await ask('GET', '/window/rect')) as { width: number; height: number },
          (await evaluate('{ width: innerWidth, height: innerHeight }')) as {
            width: number;
            height: number;
          },
        ];
        if (inner.width === width && inner.height === height) return;
        await ask('POST', '/window/rect', {
          width: width + outer.width - inner.width,
          height: height + outer.height - inner.height,
        });
      }
    },
    screenshot: async () => Buffer.from(String(await ask('GET', '/screenshot')), 'base64'),
    complaints: async () => (await evaluate('window.complaints ?? []')) as string[],
    close: async () => {
      await ask('DELETE', '').catch(() => undefined);
      stop();
    },
  };
}

/** One question to the driver. Throws what it says where it cannot do it. */
async function request(
  origin: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const response = await fetch(origin + path, {
    method,
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    headers: { 'Content-Type': 'application/json' },
  });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`WebKit’s driver: ${error} ${message} (${method} ${path})`);
}

/** What a program writes first; throws where it ends before. */
async function firstLine(program: ChildProcess): Promise<string> {
  if (!program.stdout) throw new Error('Its output is not read.');
  for await (const line of createInterface({ input: program.stdout })) return line;
  throw new Error(`${program.spawnfile} did not start.`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Ends the programs, the last one first: a browser complains when its screen goes. */
function end(programs: readonly ChildProcess[]): void {
  for (const { pid } of programs.toReversed()) {
    if (pid === undefined) continue;
    try {
      process.kill(-pid, 'SIGTERM');
    } catch {
      // It is gone already.
    }
  }
}
