/** `npm run archive`: the built site in one file, for offline mirrors and libraries. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { writeArchive } from '../src/integrity/archive.ts';
import { copyAt, CopyError } from '../src/integrity/copies.ts';
import { ManifestError, manifestFile, shortFingerprint } from '../src/integrity/manifest.ts';
import { SignatureError } from '../src/integrity/signature.ts';
import { verifyCopy } from '../src/integrity/verify.ts';
import { codeOf, Failure, runMain } from './lib/failure.mjs';
import { dist, root } from './lib/project.mjs';

/** The file, and the folder in it. */
const name = 'guarantees-explained';

const usage = `npm run archive -- [FOLDER] [--out FILE]
  FOLDER      the built site; by default dist/
  --out FILE  the archive; by default ${name}.zip in the folder of the project`;

await runMain(async () => {
  const { folder, out } = readOptions();
  if (!existsSync(folder))
    throw new Failure(`No built site in "${folder}": run "npm run build" first.`);
  try {
    const {
      differ,
      missing,
      extra = [],
      signed,
      fingerprint,
    } = await verifyCopy(copyAt(folder), undefined);
    const wrong = [...differ, ...missing, ...extra];
    if (wrong.length > 0) {
      throw new Failure(
        `${folder} is not as ${manifestFile} says (${wrong.slice(0, 3).join(', ')}${wrong.length > 3 ? ' …' : ''}); build it again.`,
      );
    }
    const { files, bytes, hash } = writeArchive(folder, out, name);
    console.log(`${out}: ${files} files, ${bytes} bytes.`);
    console.log(`Its SHA-256 is ${hash}.`);
    console.log(`The fingerprint of its list is ${shortFingerprint(fingerprint)}.`);
    console.log(
      signed.state === 'none'
        ? 'Its list is NOT SIGNED: sign the site first, if people are to know that it is yours.'
        : `Unpack it, then: npm run verify -- ${name} --key KEY`,
    );
  } catch (error) {
    const isKnown = [CopyError, ManifestError, SignatureError].some(
      (kind) => error instanceof kind,
    );
    throw isKnown ? new Failure((error as Error).message) : error;
  }
});

function readOptions(): { folder: string; out: string } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { out: { type: 'string' } },
    });
    const [folder = dist, ...more] = positionals;
    if (more.length > 0) throw new Failure(usage);
    return { folder: resolve(folder), out: resolve(values.out ?? `${root}/${name}.zip`) };
  } catch (error) {
    if (!codeOf(error).startsWith('ERR_PARSE_ARGS')) throw error;
    throw new Failure(usage);
  }
}
