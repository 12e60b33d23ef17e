/** `npm run precompress`: writes `.br` and `.gz` beside the files of the built site. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { precompress } from '../src/deploy/precompress.ts';
import { codeOf, Failure, runMain } from './lib/failure.mjs';
import { dist } from './lib/project.mjs';

await runMain(async () => {
  const [given = dist, ...more] = process.argv.slice(2);
  if (more.length > 0 || given.startsWith('-')) {
    throw new Failure('npm run precompress -- [folder]: the folder of a built site, else dist/.');
  }
  const folder = resolve(given);
  if (!existsSync(join(folder, 'index.html'))) {
    throw new Failure(`No built site in "${folder}": run "npm run build" first.`);
  }
  const begun = performance.now();
  const { files, plain, br, gz } = await precompress(folder).catch((error: unknown) => {
    const code = codeOf(error);
    if (code === '') throw error;
    throw new Failure(`The compressed files cannot be written to "${folder}" (${code}).`);
  });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    `${files} files: ${megabytes(plain)} MB, with Brotli ${megabytes(br)} MB, with gzip ${megabytes(gz)} MB (${seconds} s)`,
  );
});

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(2);
}
