/** Holds a copy against its list of files and the signature of that list. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { CopyError, type Copy } from './copies.ts';
import { hashOf } from './folder.ts';
import {
  isListed,
  isOwn,
  manifestFile,
  parseManifest,
  signatureFile,
  uncompressed,
  type Manifest,
} from './manifest.ts';
import { isSignedBy, parseSignature, type PublicKey } from './signature.ts';

/** What is known of the signature. */
export type Signed =
  | { readonly state: 'good'; readonly remark: string }
  /** Not by the key that was given, or not of this list. */
  | { readonly state: 'wrong' }
  /** There is one, but no key to check it with. */
  | { readonly state: 'unchecked' }
  | { readonly state: 'none' };

/** What came out. Paths are those of the list. */
export interface Findings {
  readonly listed: number;
  /** The SHA-256 of the list itself: the same for every genuine copy. */
  readonly fingerprint: string;
  readonly signed: Signed;
  readonly differ: readonly string[];
  readonly missing: readonly string[];
  /** Known of folders only. */
  readonly extra: readonly string[] | undefined;
  /** Rules that hosts read and do not show. */
  readonly hidden: readonly string[];
  /** What could not be asked for, each with the reason. */
  readonly unread: readonly string[];
}

/** Files of rules for hosts, which some of them keep to themselves. */
const forHosts = /^(_headers|_redirects|\.nojekyll|CNAME)$/;

/** How many files are asked for at once. */
const atOnce = 12;

/**
 * Checks a copy.
 *
 * @param key to check the signature with; without one nothing is known of who made the copy
 * @throws CopyError where the list is missing or cannot be read, ManifestError where it is broken,
 *   SignatureError where the signature is
 */
export async function verifyCopy(copy: Copy, key: PublicKey | undefined): Promise<Findings> {
  const bytes = await copy.read(manifestFile);
  if (!bytes) {
    throw new CopyError(
      `${copy.name} has no ${manifestFile}: it is no copy of the site, or not a whole one.`,
    );
  }
  const manifest = parseManifest(new TextDecoder().decode(bytes));
  const signed = await signatureOf(copy, bytes, key);
  const differ: string[] = [];
  const missing: string[] = [];
  const hidden: string[] = [];
  const unread: string[] = [];
  const queue = [...manifest].toReversed();
  const work = async (): Promise<void> => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [path, hash] = next;
      try {
        const found = await copy.read(path);
        if (found) {
          if (hashOf(found) !== hash) differ.push(path);
        } else if (!copy.files && forHosts.test(path)) hidden.push(path);
        else missing.push(path);
      } catch (error) {
        if (!(error instanceof CopyError)) throw error;
        unread.push(error.message);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  const besides = copy.files && (await filesBesides(copy, copy.files, manifest));
  return {
    listed: manifest.size,
    fingerprint: hashOf(bytes),
    signed,
    differ: [...differ, ...(besides?.differ ?? [])].toSorted(),
    missing: missing.toSorted(),
    extra: besides?.extra,
    hidden: hidden.toSorted(),
    unread: unread.toSorted(),
  };
}

async function signatureOf(
  copy: Copy,
  list: Uint8Array<ArrayBuffer>,
  key: PublicKey | undefined,
): Promise<Signed> {
  const bytes = await copy.read(signatureFile);
  if (!bytes) return { state: 'none' };
  const signature = parseSignature(new TextDecoder().decode(bytes));
  if (!key) return { state: 'unchecked' };
  const isGood = await isSignedBy(key, list, signature);
  return isGood ? { state: 'good', remark: signature.remark } : { state: 'wrong' };
}

/** Files of a folder that are not on the list. A compressed one must hold the file that is. */
async function filesBesides(
  copy: Copy,
  files: readonly string[],
  manifest: Manifest,
): Promise<{ differ: string[]; extra: string[] }> {
  const all = new Set([...manifest.keys(), ...files.filter(isOwn)]);
  const extra: string[] = [];
  const differ: string[] = [];
  for (const file of files.filter((file) => !manifest.has(file) && !isOwn(file))) {
    if (isListed(file, all)) extra.push(file);
    else if (!(await holds(copy, file, manifest))) differ.push(file);
  }
  return { differ, extra };
}

/** Whether a compressed file unpacks to the file it stands for. */
async function holds(copy: Copy, file: string, manifest: Manifest): Promise<boolean> {
  const plain = uncompressed(file) ?? '';
  const [packed, expected] = await Promise.all([copy.read(file), copy.read(plain)]);
  if (!packed || !expected) return false;
  const hash = manifest.get(plain) ?? hashOf(expected);
  // No more than the file has, however much was packed.
  const options = { maxOutputLength: Math.max(1, expected.length) };
  try {
    const unpack = file.endsWith('.br') ? brotliDecompressSync : gunzipSync;
    return hashOf(unpack(packed, options)) === hash;
  } catch {
    return false;
  }
}
