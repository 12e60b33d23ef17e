/**
 * `npm run bench:serve`: how many requests a second nginx answers with the site's configuration, on
 * this machine alone. What the options do stands in `usage`.
 */
import { existsSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { nginxConfig } from '../src/deploy/nginx.ts';
import { hostedSite } from '../src/deploy/site.ts';
import { loadOf } from './bench/wrk.ts';
import { onPath } from './browser.mjs';
import { codeOf, Failure, runMain } from './lib/failure.mjs';
import { findNginx, startNginx } from './lib/nginx.mjs';
import { dist } from './lib/project.mjs';
import { capture } from './lib/run.mjs';

const usage = `npm run bench:serve -- [options]; needs a site without a base path, built and precompressed
  --path ADDRESS     the page that is asked for, by default /explainers/will-my-child-be-drafted/
  --seconds N        for how long, by default 10
  --connections N    how many at once, by default 50
  --encoding NAME    what the client accepts, by default br`;

/** Requests a second, on two processors that have nothing else to do. */
const goal = 50_000;

const packages = 'apt install nginx libnginx-mod-http-brotli-static wrk';

await runMain(async () => {
  const { path, seconds, connections, encoding } = readOptions();
  const nginx = findNginx();
  const wrk = onPath('wrk', process.env);
  if (!nginx || !wrk) {
    throw new Failure(`${nginx ? 'wrk' : 'nginx'} is not installed (on Debian: ${packages}).`);
  }
  if (!nginx.brotli) throw new Failure(`nginx has no module for Brotli (on Debian: ${packages}).`);
  const page = join(dist, path.slice(1), 'index.html');
  if (!existsSync(page)) throw new Failure(`There is no ${page}: run "npm run build" first.`);
  if (!existsSync(`${page}.br`)) {
    throw new Failure(`There is no ${page}.br: run "npm run precompress" first.`);
  }
  const site = await hostedSite(dist);
  const server = await startNginx({
    nginx,
    workers: 2,
    site: (listen) => nginxConfig({ names: ['localhost'], root: dist, brotli: true, listen }, site),
  });
  try {
    const address = server.origin + path;
    const headers = { 'Accept-Encoding': encoding };
    const { status, headers: answered } = await fetch(address, { headers });
    const sent = answered.get('content-encoding') ?? 'nothing';
    if (status !== 200) throw new Failure(`${path} is answered with ${status}.`);
    console.log(
      `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), load before ${loadavg()
        .map((load) => load.toFixed(1))
        .join(' ')}; nginx with 2 workers, wrk with 2 threads and ${connections} connections`,
    );
    console.log(`${path}: ${answered.get('content-length') ?? '?'} B, encoded with ${sent}`);
    // What is not in the memory yet is read now.
    await capture(wrk, ['-t2', `-c${connections}`, '-d1s', address]);
    const before = server.cpuSeconds();
    const { output } = await capture(wrk, [
      '-t2',
      `-c${connections}`,
      `-d${seconds}s`,
      '--latency',
      '-H',
      `Accept-Encoding: ${encoding}`,
      address,
    ]);
    const load = loadOf(output);
    const taken = server.cpuSeconds() - before;
    console.log(
      `${Math.round(load.perSecond)} requests a second, half of them within ${load.median}, 99 of 100 within ${load.p99}; ${load.failed} of ${load.requests} failed`,
    );
    if (taken > 0) {
      console.log(
        `nginx took ${taken.toFixed(1)} s of processors: ${Math.round(load.requests / taken)} requests for each second of one`,
      );
    }
    console.log(`The goal of ${goal} is ${load.perSecond >= goal ? 'reached' : 'missed'}.`);
    if (load.failed > 0) throw new Failure(`${load.failed} requests failed.`);
  } finally {
    await server.stop();
  }
});

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        path: { type: 'string', default: '/explainers/will-my-child-be-drafted/' },
        seconds: { type: 'string', default: '10' },
        connections: { type: 'string', default: '50' },
        encoding: { type: 'string', default: 'br' },
      },
    });
    const whole = (value: string) => /^[1-9]\d*$/.test(value);
    if (!whole(values.seconds) || !whole(values.connections) || !/^\/.*\/$/.test(values.path)) {
      throw new Failure(usage);
    }
    return values;
  } catch (error) {
    if (!codeOf(error).startsWith('ERR_PARSE_ARGS')) throw error;
    throw new Failure(usage);
  }
}
