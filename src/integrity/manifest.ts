/**
 * The list of every file of a copy with its SHA-256, in the form that `sha256sum -c` reads. Knows
 * neither disk nor network, so that commands and browsers share it.
 */

/** Where the list lies, below the folder of the site. */
export const manifestFile = 'manifest.sha256';

/** Where its signature lies. */
export const signatureFile = `${manifestFile}.minisig`;

/** The SHA-256 of files in small hexadecimal letters, by path: `explainers/is-it-nato/index.html`. */
export type Manifest = ReadonlyMap<string, string>;

/** What is wrong with a list; the message is one sentence. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

/** Names that mean the same on every system, in addresses and in a shell. */
const safePath = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))(?:[\w.~+@-]+\/)*[\w.~+@-]+$/;

const row = /^([0-9a-f]{64}) {2}(\S.*)$/;

/**
 * Writes a list, sorted by the code of the letters.
 *
 * @throws ManifestError where a path cannot be listed
 */
export function formatManifest(manifest: Manifest): string {
  return [...manifest]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, hash]) => `${hash}  ${listable(path)}\n`)
    .join('');
}

/**
 * Reads a list, which may come from anybody.
 *
 * @throws ManifestError where a line is broken, a path leads out of the copy or stands twice, or
 *   there is none
 */
export function parseManifest(text: string): Manifest {
  const found = new Map<string, string>();
  for (const [index, line] of text.split('\n').entries()) {
    if (line === '') continue;
    const [, hash, path] = row.exec(line) ?? [];
    const place = `Line ${index + 1} of ${manifestFile}`;
    if (hash === undefined || path === undefined) {
      throw new ManifestError(`${place} is not a SHA-256, two spaces and a path.`);
    }
    if (!safePath.test(path) || isOwn(path)) {
      throw new ManifestError(
        `${place} names ${JSON.stringify(path)}, which cannot be a file of a copy.`,
      );
    }
    if (found.has(path)) throw new ManifestError(`${place} names ${path} a second time.`);
    found.set(path, hash);
  }
  if (found.size === 0) throw new ManifestError(`${manifestFile} lists no file.`);
  return found;
}

/** Whether a file is the list or its signature, which no list can hold. */
export function isOwn(path: string): boolean {
  return path === manifestFile || path === signatureFile;
}

/** The file that a compressed one stands for: `index.html` for `index.html.br`. */
export function uncompressed(path: string): string | undefined {
  return /^(.+)\.(?:br|gz)$/.exec(path)?.[1];
}

/** Whether a file belongs on the list: not the list itself, nor a compressed form of another file. */
export function isListed(path: string, all: ReadonlySet<string>): boolean {
  const plain = uncompressed(path);
  return !isOwn(path) && !(plain !== undefined && (all.has(plain) || isOwn(plain)));
}

/** The beginning of a SHA-256 as people compare it: `3f9a 2c41 77e0 b1d2`. */
export function shortFingerprint(hash: string): string {
  return hash.slice(0, 16).replace(/.{4}(?=.)/g, '$& ');
}

/** A SHA-256 in small hexadecimal letters. Browsers have it on safe connections only. */
export async function sha256(bytes: BufferSource): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}

/** Bytes in small hexadecimal letters. */
export function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function listable(path: string): string {
  if (safePath.test(path) && !isOwn(path)) return path;
  throw new ManifestError(
    `${JSON.stringify(path)} cannot stand in ${manifestFile}: a name may have Latin letters, digits and . _ ~ + @ - only.`,
  );
}
