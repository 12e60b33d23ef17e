/** Where a copy is read from: a folder, or an address. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, isOfGit, isPlainFile } from './folder.ts';

/** A copy of the site, wherever it is. */
export interface Copy {
  /** As it is shown. */
  readonly name: string;
  /**
   * A file's bytes; nothing where there is none.
   *
   * @throws CopyError where it cannot be read
   */
  readonly read: (path: string) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Every file that is there; only a folder knows. */
  readonly files?: readonly string[];
}

/** A copy that cannot be read; the message is one sentence. */
export class CopyError extends Error {
  override readonly name = 'CopyError';
}

/** The most bytes of one file, so that a hostile mirror cannot fill the memory. */
const mostBytes = 256 * 1024 * 1024;

/** How long a mirror may take for one file, in milliseconds. */
const longest = 60_000;

/**
 * A copy in a folder or at an address.
 *
 * @param place `dist`, or `https://mirror.example/guarantees/`
 * @throws CopyError where it is neither
 */
export function copyAt(place: string): Copy {
  if (/^https?:\/\//i.test(place)) return copyOnline(place);
  if (statSync(place, { throwIfNoEntry: false })?.isDirectory()) return copyInFolder(place);
  throw new CopyError(
    `"${place}" is neither a folder nor an address that begins with https:// or http://.`,
  );
}

function copyInFolder(folder: string): Copy {
  const files = filesBelow(folder).filter((file) => !isOfGit(file));
  return {
    name: folder,
    files,
    read(path) {
      const file = join(folder, path);
      // A link could lead to another copy, or out of this one.
      if (!isPlainFile(file)) return Promise.resolve(undefined);
      return Promise.resolve(new Uint8Array(readFileSync(file)));
    },
  };
}

function copyOnline(address: string): Copy {
  if (!URL.canParse(address)) throw new CopyError(`"${address}" is not an address.`);
  const root = new URL(address);
  if (root.search !== '' || root.hash !== '') {
    throw new CopyError(`Give the address of the front page, without "?" and "#": "${address}".`);
  }
  root.pathname = root.pathname.replace(/(^|\/)(index\.html)?$/, '$1').replace(/\/?$/, '/');
  return { name: root.href, read: (path) => fetched(root, path) };
}

/** Asks a mirror for a file, and once more where the line fails. */
async function fetched(
  root: URL,
  path: string,
  again = true,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  // Hosts send readers of index.html to the folder; readers ask for that.
  const asked = path.replace(/(^|\/)index\.html$/, '$1');
  const address = new URL(asked.split('/').map(encodeURIComponent).join('/'), root);
  try {
    const response = await fetch(address, {
      signal: AbortSignal.timeout(longest),
      headers: { 'Cache-Control': 'no-cache' },
    });
    if (new URL(response.url).origin !== root.origin) {
      throw new CopyError(`${address.href} leads to another site, ${response.url}.`);
    }
    // The page for unknown addresses comes with 404 from some hosts.
    if (response.status === 404 && path === '404.html') return await bytesOf(response);
    if (response.status === 404 || response.status === 410) return undefined;
    if (!response.ok) throw new CopyError(`${address.href} answers with ${response.status}.`);
    return await bytesOf(response);
  } catch (error) {
    if (error instanceof CopyError) throw error;
    if (again) return fetched(root, path, false);
    throw new CopyError(`${address.href} cannot be reached (${reasonOf(error)}).`);
  }
}

async function bytesOf(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > mostBytes) throw new CopyError(`${response.url} has no end.`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** `ECONNREFUSED` or `TimeoutError`: what people look for. */
function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: unknown } };
  if (typeof cause?.code === 'string') return cause.code;
  return error instanceof Error ? error.name : String(error);
}
