/** Renders the preview images that the pages asked for, once the pages are built. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';
import type { Card } from './card.ts';
import { fontFiles, readFont } from './fonts.ts';
import { wantedCards } from './registry.ts';

/** What draws; with another version of it every image is rendered anew. */
const drawnBy = ['@resvg/resvg-wasm', 'fflate', 'fontkit'];

/** Images for which it is worth starting one more worker. */
const worthAWorker = 16;

/** An image that is not there yet. */
interface Job {
  /** Where it is wanted, below the folder of the site. */
  readonly file: string;
  /** Where it is kept between builds. */
  readonly kept: string;
  readonly card: Card;
}

/**
 * Writes the preview images into the build. An image is kept among the packages, under a name made
 * of its words and of everything that draws it, and rendered only where none has that name;
 * `npm ci` empties the store.
 *
 * @throws Error where no page asked for an image, a font is missing, or words do not fit
 */
export function previewImages(): AstroIntegration {
  let root = '';
  let design = '';
  return {
    name: 'preview-images',
    hooks: {
      'astro:config:setup': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:start': () => {
        wantedCards().clear();
        // A font that is missing is found before anything is built.
        design = designOf(root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const store = join(root, 'node_modules/.cache/cards');
        mkdirSync(store, { recursive: true });
        const wanted = wantedCards();
        if (wanted.size === 0) throw new Error('No page asked for a preview image.');
        const jobs = [...wanted].map(([file, card]) => ({
          file,
          card,
          kept: join(store, `${hashOf(design, JSON.stringify(card))}.png`),
        }));
        const write = (file: string, png: Uint8Array) => {
          const target = join(fileURLToPath(dir), file);
          mkdirSync(dirname(target), { recursive: true });
          writeFileSync(target, png);
        };
        const missing = jobs.filter(({ file, kept }) => {
          const png = readKept(kept);
          if (png) write(file, png);
          return !png;
        });
        await render(missing, ({ file, kept }, png) => {
          write(file, png);
          keep(kept, png);
        });
        logger.info(`${jobs.length} preview images, ${missing.length} of them rendered anew`);
      },
    },
  };
}

/**
 * Renders images on every core.
 *
 * @param done is called with each image as soon as it is there
 * @throws Error naming the image that could not be rendered
 */
async function render(
  jobs: readonly Job[],
  done: (job: Job, png: Uint8Array) => void,
): Promise<void> {
  const queue = [...jobs];
  const count = Math.min(availableParallelism(), Math.ceil(jobs.length / worthAWorker));
  const work = async () => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    try {
      for (let job = queue.shift(); job; job = queue.shift()) {
        worker.postMessage(job.card);
        try {
          const [png] = (await once(worker, 'message')) as [Uint8Array];
          done(job, png);
        } catch (cause) {
          queue.length = 0;
          const reason = cause instanceof Error ? cause.message : String(cause);
          throw new Error(`The preview image ${job.file} cannot be made. ${reason}`, { cause });
        }
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: count }, work));
}

/** Everything but the words that decides how an image looks: the code beside this file, fonts, libraries. */
function designOf(root: string): string {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const code = globSync('*.ts', { cwd: folder })
    .toSorted()
    .map((file) => readFileSync(join(folder, file)));
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const versions = drawnBy.map((name) => `${name}@${dependencies[name] ?? ''}`);
  return hashOf(...code, ...fontFiles.map(readFont), ...versions);
}

function hashOf(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(createHash('sha256').update(part).digest());
  return hash.digest('hex').slice(0, 32);
}

function readKept(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Several builds may keep the same image at once, so it appears under its name only when it is whole. */
function keep(file: string, png: Uint8Array): void {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, png);
  renameSync(unfinished, file);
}
