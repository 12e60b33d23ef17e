/**
 * Checks one page of the copy that a reader is on: its bytes against the list of files, and the
 * list against its signature. Runs in browsers; `fetch` and Web Crypto are all it needs.
 */
import {
  manifestFile,
  ManifestError,
  parseManifest,
  sha256,
  shortFingerprint,
  signatureFile,
  type Manifest,
} from './manifest.ts';
import { isSignedBy, parsePublicKey, parseSignature, SignatureError } from './signature.ts';

/** What came out for the page; what each means stands in `src/i18n/en-genuine.ts`. */
export type PageState =
  'same' | 'differs' | 'unlisted' | 'gone' | 'elsewhere' | 'unreachable' | 'unknown';

/** What came out for the list. */
export type ListState =
  'signed' | 'wrong' | 'unsigned' | 'no-key' | 'no-ed25519' | 'missing' | 'broken' | 'insecure';

/** What a reader is told. */
export interface PageCheck {
  readonly page: PageState;
  /** Nothing where it was not looked at. */
  readonly list?: ListState;
  /** What was signed with the list: the day. */
  readonly remark?: string;
  /** Of the list. */
  readonly fingerprint?: string;
  /** Of the text of the explainer, where the page is one. */
  readonly textFingerprint?: string;
}

/** The copy, as far as its own pages know it. */
export interface Here {
  readonly origin: string;
  /** `/` or `/guarantees/`. */
  readonly base: string;
  /** The public key of this copy; undefined where nobody signs it. */
  readonly key: string | undefined;
}

/** The server did not answer. */
class Unreachable extends Error {}

/**
 * Checks a page.
 *
 * @param address as a reader gave it: whole, or from the first slash on
 */
export async function checkPage(address: string, here: Here): Promise<PageCheck> {
  const files = filesOf(address, here);
  if (!files) return { page: 'elsewhere' };
  // Browsers leave it out where the connection is not safe; its type does not say so.
  if (!(crypto as Partial<Crypto>).subtle) return { page: 'unknown', list: 'insecure' };
  try {
    const list = await get(here, manifestFile);
    if (!list) return { page: 'unknown', list: 'missing' };
    const fingerprint = shortFingerprint(await sha256(list));
    let manifest: Manifest;
    try {
      manifest = parseManifest(new TextDecoder().decode(list));
    } catch (error) {
      if (!(error instanceof ManifestError)) throw error;
      return { page: 'unknown', list: 'broken', fingerprint };
    }
    const signed = await checkList(list, here);
    const file = files.find((one) => manifest.has(one));
    if (file === undefined) return { page: 'unlisted', ...signed, fingerprint };
    const bytes = await get(here, file);
    const isSame = bytes && (await sha256(bytes)) === manifest.get(file);
    const text = manifest.get(file.replace(/index\.html$/, 'text.txt'));
    return {
      page: bytes ? (isSame ? 'same' : 'differs') : 'gone',
      ...signed,
      fingerprint,
      ...(text !== undefined && { textFingerprint: shortFingerprint(text) }),
    };
  } catch (error) {
    if (error instanceof Unreachable) return { page: 'unreachable' };
    throw error;
  }
}

/**
 * The files that an address may stand for.
 *
 * @returns nothing where it is not one of this copy
 */
export function filesOf(address: string, { origin, base }: Here): string[] | undefined {
  if (!URL.canParse(address.trim(), origin + base)) return undefined;
  const url = new URL(address.trim(), origin + base);
  if (url.origin !== origin || !`${url.pathname}/`.startsWith(base)) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(url.pathname.slice(base.length));
  } catch {
    return undefined;
  }
  return /(^|\/)$/.test(path) ? [`${path}index.html`] : [path, `${path}/index.html`];
}

async function checkList(
  list: BufferSource,
  here: Here,
): Promise<{ list: ListState; remark?: string }> {
  const bytes = await get(here, signatureFile);
  if (!bytes) return { list: 'unsigned' };
  if (here.key === undefined) return { list: 'no-key' };
  try {
    const signature = parseSignature(new TextDecoder().decode(bytes));
    const isGood = await isSignedBy(parsePublicKey(here.key), list, signature);
    return isGood ? { list: 'signed', remark: signature.remark } : { list: 'wrong' };
  } catch (error) {
    return { list: error instanceof SignatureError ? 'broken' : 'no-ed25519' };
  }
}

/** A file as the server has it now; nothing where it has none. */
async function get(
  { origin, base }: Here,
  file: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const path = file
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  const response = await fetch(origin + base + path, { cache: 'no-store' }).catch(() => {
    throw new Unreachable();
  });
  if (response.status === 404 || response.status === 410) return undefined;
  if (!response.ok) throw new Unreachable();
  return new Uint8Array(
    await response.arrayBuffer().catch(() => {
      throw new Unreachable();
    }),
  );
}
