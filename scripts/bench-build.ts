/**
 * `npm run bench:build`: how long the build takes, and how much memory, with ever more articles. What
 * the options do stands in `usage`.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readLedger } from '../src/ledger/read.ts';
import { copyProject } from '../tests/site/lib/project-copy.ts';
import { generateExplainers, writeExplainers } from './bench/explainers.ts';
import { measured, type Measured } from './bench/measure.ts';
import { codeOf, Failure, runMain } from './lib/failure.mjs';
import { root } from './lib/project.mjs';

const usage = `npm run bench:build -- [options]
  --sizes LIST   how many articles are made and added to those of the site, by default
                 0,100,1000,3000,10000
  --images       draw the preview images too, with an empty store; without it each is one byte
  --profile DIR  write a CPU profile of each build`;

/** Node's own bound on its heap is far below what a machine with memory has. */
const heap = '--max-old-space-size=8192';

/** In place of what draws the preview images. */
const noImages = `import { parentPort } from 'node:worker_threads';
parentPort?.on('message', () => parentPort?.postMessage(new Uint8Array(1)));
`;

await runMain(async () => {
  const { sizes, images, profile } = readOptions();
  const { ledger } = readLedger(root);
  console.log(
    `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), ${gigabytes(totalmem())} GB, load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}, Node ${process.versions.node}, ${images ? 'with' : 'without'} preview images\n`,
  );
  console.log(
    ['articles', 'pages', 'seconds', 'CPU s', 'all GB', 'one GB', 'ms/article', 'CPU ms/article']
      .map((name) => name.padStart(15))
      .join(''),
  );
  let before: { count: number; taken: Measured } | undefined;
  for (const count of sizes) {
    const taken = await build(count, ledger, { images, profile });
    const more = count - (before?.count ?? 0);
    const growth = (of: (one: Measured) => number): string =>
      before && more > 0 ? (((of(taken) - of(before.taken)) / more) * 1000).toFixed(1) : '';
    console.log(
      [
        String(count),
        /(\d+) page\(s\) built/.exec(taken.output)?.[1] ?? '?',
        taken.seconds.toFixed(1),
        taken.cpuSeconds > 0 ? taken.cpuSeconds.toFixed(1) : '?',
        taken.peakBytes > 0 ? gigabytes(taken.peakBytes) : '?',
        taken.largestBytes > 0 ? gigabytes(taken.largestBytes) : '?',
        growth(({ seconds }) => seconds),
        growth(({ cpuSeconds }) => cpuSeconds),
      ]
        .map((cell) => cell.padStart(15))
        .join(''),
    );
    before = { count, taken };
  }
  console.log(
    '\nMemory: the most that the build and Pagefind had together, and that one of them had alone.\nThe last two columns are what each further article takes, against the row above; one article is\nfive files: the page, its leaflet, two citations and a code for phones.',
  );
});

/** Builds a copy of the project with more articles, and removes it again. */
async function build(
  count: number,
  ledger: ReturnType<typeof readLedger>['ledger'],
  { images, profile }: { readonly images: boolean; readonly profile: string | undefined },
): Promise<Measured> {
  const copy = copyProject();
  try {
    // The store of images is the project's; a copy begins without one.
    rmSync(join(copy.root, 'node_modules/.cache'), { force: true });
    writeExplainers(copy.root, generateExplainers(ledger, count));
    // Each image is then one byte, and everything around it as it is.
    if (!images) writeFileSync(join(copy.root, 'src/share/cards/worker.ts'), noImages);
    const taken = await measured(
      process.execPath,
      [
        heap,
        ...(profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}/${count}`]),
        join(copy.root, 'node_modules/astro/bin/astro.mjs'),
        'build',
      ],
      { cwd: copy.root, env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' } },
    );
    if (taken.code === 0) return taken;
    throw new Failure(
      `The build of ${count} articles failed:\n${taken.output.split('\n').slice(-20).join('\n')}`,
    );
  } finally {
    copy.remove();
  }
}

function gigabytes(bytes: number): string {
  return (bytes / 1e9).toFixed(2);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        sizes: { type: 'string', default: '0,100,1000,3000,10000' },
        images: { type: 'boolean', default: false },
        profile: { type: 'string' },
      },
    });
    const sizes = values.sizes.split(',').map(Number);
    if (!sizes.every((size) => Number.isInteger(size) && size >= 0 && size !== 1)) {
      throw new Failure('--sizes must be whole numbers with commas between them, none of them 1.');
    }
    return { sizes, images: values.images, profile: values.profile };
  } catch (error) {
    if (!codeOf(error).startsWith('ERR_PARSE_ARGS')) throw error;
    throw new Failure(usage);
  }
}
