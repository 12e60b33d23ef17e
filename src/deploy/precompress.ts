/**
 * Compressed forms beside the files of a built site, for hosts that send such forms as they are. Why
 * this is no part of the build: docs/decisions/deployment.md.
 */
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { gzipSync } from 'fflate';
import { isCompressible } from '../../scripts/lib/content-types.mjs';

const brotli = promisify(brotliCompress);

/** Below this size nothing is gained: the answer is one packet either way. In bytes. */
const least = 500;

/** The endings of compressed forms, as nginx and others look for them. */
const forms = ['.br', '.gz'] as const;

/** What came of it: how many files have a form, and bytes of them before and after. */
export interface Precompressed {
  readonly files: number;
  readonly plain: number;
  readonly br: number;
  readonly gz: number;
}

/**
 * Writes the forms of every file that is worth it, and takes away those of an earlier time.
 *
 * @param folder of the built site
 * @param isWanted leaves out files; by default there are none
 * @throws Error where a file cannot be read or written; no form is then half there
 */
export async function precompress(
  folder: string,
  isWanted: (file: string) => boolean = () => true,
): Promise<Precompressed> {
  const files = filesIn(folder);
  // After a change of a file, its old form would be sent in its place.
  for (const file of compressedForms(files)) rmSync(join(folder, file));
  const queue = files.filter((file) => isCompressible(file) && isWanted(file)).toReversed();
  const sum = { files: 0, plain: 0, br: 0, gz: 0 };
  const work = async (): Promise<void> => {
    for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
      const plain = readFileSync(join(folder, file));
      if (plain.length < least) continue;
      const { br, gz } = await compressed(plain);
      if (br.length >= plain.length || gz.length >= plain.length) continue;
      write(join(folder, `${file}.br`), br);
      write(join(folder, `${file}.gz`), gz);
      sum.files += 1;
      sum.plain += plain.length;
      sum.br += br.length;
      sum.gz += gz.length;
    }
  };
  // Brotli works in Node's own pool of threads; this keeps it busy.
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, work));
  return sum;
}

/**
 * Both forms of a file, as small as they get: Brotli at quality 11, gzip at level 9.
 *
 * The same bytes give the same forms: gzip has no time in it and is made by a library in JavaScript,
 * because Node's own uses other instructions on other processors, and with them other matches.
 */
export async function compressed(plain: Uint8Array): Promise<{ br: Uint8Array; gz: Uint8Array }> {
  const br = await brotli(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
    },
  });
  return { br, gz: gzipSync(plain, { level: 9, mtime: 0 }) };
}

/** Every file, with `/` between folders, sorted. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.startsWith('.git/'))
    .toSorted();
}

/** The compressed forms among files: what has the name of another file and one more ending. */
export function compressedForms(files: readonly string[]): string[] {
  const all = new Set(files);
  return files.filter((file) =>
    forms.some((form) => file.endsWith(form) && all.has(file.slice(0, -form.length))),
  );
}

/** Under another name at first: a form that is half written would be sent as well. */
function write(file: string, bytes: Uint8Array): void {
  const unfinished = `${file}.unfinished`;
  try {
    writeFileSync(unfinished, bytes);
    renameSync(unfinished, file);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}
