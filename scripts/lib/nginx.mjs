// @ts-check
/** Runs nginx on this machine alone, with a configuration of the site: for its test and its bench. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onPath } from '../browser.mjs';
import { Failure } from './failure.mjs';

/** Where programs for administrators are; not everybody has these on the PATH. */
const moreFolders = ['/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'];

/** How long nginx may take to begin or to end, in milliseconds. */
const patience = 10_000;

/**
 * nginx on this machine, and the module that sends `.br` files.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {{ program: string, brotli: string | null } | null} null where there is no nginx
 */
export function findNginx(env = process.env) {
  const program =
    onPath('nginx', env) ??
    moreFolders.map((folder) => join(folder, 'nginx')).find((file) => existsSync(file));
  if (!program) return null;
  const { stderr } = spawnSync(program, ['-V'], { encoding: 'utf8' });
  const folder = /--modules-path=(\S+)/.exec(stderr)?.[1] ?? '/usr/lib/nginx/modules';
  const brotli = join(folder, 'ngx_http_brotli_static_module.so');
  return { program, brotli: existsSync(brotli) ? brotli : null };
}

/**
 * Starts nginx.
 *
 * @param {object} options
 * @param {{ program: string, brotli: string | null }} options.nginx
 * @param {(listen: string) => string} options.site its configuration, when it is known where to listen
 * @param {number} [options.workers]
 * @returns {Promise<{ origin: string, errors: () => string, cpuSeconds: () => number, stop: () => Promise<void> }>}
 *   its address without a slash at the end, what it complains of, the time of processors it took (0
 *   where the system does not tell), and how to end it
 * @throws {Failure} where it does not start, with what it says
 */
export async function startNginx({ nginx, site, workers = 1 }) {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const log = join(folder, 'error.log');
  const listen = `127.0.0.1:${await freePort()}`;
  for (const name of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'site.conf'), site(listen));
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${nginx.brotli ? `load_module "${nginx.brotli}";\n` : ''}${
      // Started by root, its workers would be somebody else, who cannot read the folder.
      process.getuid?.() === 0 ? 'user root;\n' : ''
    }daemon off;
worker_processes ${workers};
pid nginx.pid;
error_log error.log warn;
pcre_jit on;
events { worker_connections 1024; }
http {
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  include site.conf;
}
`,
  );
  const child = spawn(nginx.program, ['-p', folder, '-e', log, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (said += text));
  }
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve((said += error.message)));
    child.once('close', resolve);
  });
  let isRunning = true;
  ended.then(() => (isRunning = false));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  const stop = async () => {
    const kill = setTimeout(() => child.kill('SIGKILL'), patience);
    if (isRunning) child.kill('SIGTERM');
    await ended;
    clearTimeout(kill);
    remove();
  };

  const origin = `http://${listen}`;
  const end = performance.now() + patience;
  while (isRunning && performance.now() < end) {
    if (await fetch(origin, { method: 'HEAD', redirect: 'manual' }).catch(() => null)) {
      const errors = () => (existsSync(log) ? readFileSync(log, 'utf8') : '');
      return { origin, errors, cpuSeconds: () => cpuSecondsOf(child.pid), stop };
    }
    await sleep(50);
  }
  await stop();
  throw new Failure(`nginx did not start: ${said.trim() || `no answer in ${patience / 1000} s`}`);
}

/** USER_HZ, which is 100 on every Linux that Node runs on (proc(5)). */
const ticksPerSecond = 100;

/**
 * The time of processors that the children of a process took, which is what does not grow when others
 * use the machine.
 *
 * @param {number | undefined} pid
 */
function cpuSecondsOf(pid) {
  const children = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(children)) return 0;
  const ticks = readFileSync(children, 'utf8')
    .trim()
    .split(' ')
    .map((child) =>
      readFileSync(`/proc/${child}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' '),
    )
    .map((stat) => Number(stat[11]) + Number(stat[12]));
  return ticks.reduce((sum, one) => sum + one, 0) / ticksPerSecond;
}

/** @returns {Promise<number>} a port that nobody listens on now */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
