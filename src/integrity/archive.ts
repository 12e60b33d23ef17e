/**
 * The whole site as one ZIP file, byte for byte the same on every machine: files in the order of
 * the list, no dates, and compressed by code of the packages, because the zlib of each Node differs.
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { isPlainFile } from './folder.ts';
import { manifestFile, parseManifest, signatureFile } from './manifest.ts';

/** More files, or bytes, than this a ZIP file cannot hold without its 64-bit form. */
const most = { files: 65_534, bytes: 2 ** 32 - 2 ** 20 };

/** What is compressed already. */
const compressed = /\.(png|jpe?g|webp|woff2?|zip|pf_\w+|pagefind)$/;

/**
 * Writes the files that are on the list of a site, the list, and its signature if there is one.
 *
 * @param name of the folder that the archive unpacks to
 * @throws ManifestError where the list is broken; Error where a file is missing, the disk is full,
 *   or the site is too big for the format
 */
export function writeArchive(
  folder: string,
  archive: string,
  name: string,
): { files: number; bytes: number; hash: string } {
  const listed = [...parseManifest(readFileSync(join(folder, manifestFile), 'utf8')).keys()];
  const own = [manifestFile, signatureFile].filter((file) => isPlainFile(join(folder, file)));
  const files = [...own, ...listed];
  if (files.length > most.files) {
    throw new Error(`A ZIP file holds ${most.files} files, and the site has ${files.length}.`);
  }
  const unfinished = `${archive}.unfinished`;
  const output = openSync(unfinished, 'w');
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      for (let at = 0; at < chunk.length;) at += writeSync(output, chunk, at);
      hash.update(chunk);
      bytes += chunk.length;
      if (bytes > most.bytes) throw new Error('The site is too big for a ZIP file.');
    });
    for (const file of files) {
      const entry = compressed.test(file)
        ? new ZipPassThrough(`${name}/${file}`)
        : new ZipDeflate(`${name}/${file}`, { level: 9 });
      // The library writes the local time: midnight there is midnight everywhere.
      entry.mtime = new Date(1980, 0, 1);
      entry.os = 0;
      zip.add(entry);
      entry.push(new Uint8Array(readFileSync(join(folder, file))), true);
    }
    zip.end();
    closeSync(output);
    renameSync(unfinished, archive);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
  return { files: files.length, bytes, hash: hash.digest('hex') };
}
