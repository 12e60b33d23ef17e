/**
 * Signatures in the form of minisign (the older one, which signs the file itself, and which OpenBSD's
 * signify reads too), so that nobody needs our code to check one. Checked with Web Crypto: the same
 * in commands and in browsers.
 *
 * The form: https://jedisct1.github.io/minisign/#signature-format. Ed25519: RFC 8032.
 */
import { hex } from './manifest.ts';

/** What a key and a signature begin with: Ed25519 over the file as it is. */
const algorithm = 'Ed';

/** A key to check with. */
export interface PublicKey {
  /** As it is written and compared: `RWRf0tp1…`, 56 characters. */
  readonly text: string;
  /** Which key it is, 8 bytes. */
  readonly id: Uint8Array<ArrayBuffer>;
  /** The key itself, 32 bytes. */
  readonly key: Uint8Array<ArrayBuffer>;
}

/** A signature, and the remark that it covers. */
export interface Signature {
  readonly id: Uint8Array<ArrayBuffer>;
  /** Of the file, 64 bytes. */
  readonly ofFile: Uint8Array<ArrayBuffer>;
  readonly remark: string;
  /** Of the first signature and the remark together, 64 bytes. */
  readonly ofRemark: Uint8Array<ArrayBuffer>;
}

/** What is wrong with a key or a signature; the message is one sentence. */
export class SignatureError extends Error {
  override readonly name = 'SignatureError';
}

/**
 * Reads a public key: its 56 characters, or the file in which minisign keeps it.
 *
 * @throws SignatureError where it is none
 */
export function parsePublicKey(text: string): PublicKey {
  const line = text.trim().split(/\r?\n/).at(-1) ?? '';
  const [id, key] = parts(line, 32) ?? [];
  if (!id || !key) {
    throw new SignatureError(
      `"${line.slice(0, 60)}" is not a public key: it has 56 characters and begins with RW.`,
    );
  }
  return { text: line, id, key };
}

/** A public key as it is written. */
export function formatPublicKey(id: Uint8Array, key: Uint8Array): string {
  return toBase64(join(bytesOf(algorithm), id, key));
}

/**
 * Reads a signature.
 *
 * @throws SignatureError where it is none, or of a form that only minisign itself can check
 */
export function parseSignature(text: string): Signature {
  const [comment = '', line = '', second = '', last = ''] = text.split(/\r?\n/);
  const prefix = 'trusted comment: ';
  if (line.startsWith('RU')) {
    throw new SignatureError(
      'The signature is of the newer form of minisign, which browsers cannot check; sign with "minisign -S -l".',
    );
  }
  const [id, ofFile] = parts(line, 64) ?? [];
  const ofRemark = fromBase64(last);
  if (
    !comment.startsWith('untrusted comment:') ||
    !second.startsWith(prefix) ||
    !id ||
    !ofFile ||
    ofRemark?.length !== 64
  ) {
    throw new SignatureError('The signature is broken: it is not in the form of minisign.');
  }
  return { id, ofFile, remark: second.slice(prefix.length), ofRemark };
}

/** A signature as it is written. */
export function formatSignature({ id, ofFile, remark, ofRemark }: Signature): string {
  return [
    'untrusted comment: signature of the list of files',
    toBase64(join(bytesOf(algorithm), id, ofFile)),
    `trusted comment: ${remark}`,
    toBase64(ofRemark),
    '',
  ].join('\n');
}

/** What the second signature covers. */
export function signedRemark(ofFile: Uint8Array, remark: string): Uint8Array<ArrayBuffer> {
  return join(ofFile, bytesOf(remark));
}

/**
 * Checks a signature, its remark included.
 *
 * @throws Error where the browser or the Node knows no Ed25519
 */
export async function isSignedBy(
  { id, key }: PublicKey,
  file: BufferSource,
  signature: Signature,
): Promise<boolean> {
  if (hex(id) !== hex(signature.id)) return false;
  const imported = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, [
    'verify',
  ]);
  const verify = (bytes: BufferSource, over: BufferSource) =>
    crypto.subtle.verify({ name: 'Ed25519' }, imported, bytes, over);
  return (
    (await verify(signature.ofFile, file)) &&
    (await verify(signature.ofRemark, signedRemark(signature.ofFile, signature.remark)))
  );
}

/** The id of a key and what follows it; nothing where the text is not that. */
function parts(
  base64: string,
  length: number,
): [id: Uint8Array<ArrayBuffer>, rest: Uint8Array<ArrayBuffer>] | undefined {
  const bytes = fromBase64(base64);
  if (bytes?.length !== 10 + length) return undefined;
  if (String.fromCharCode(...bytes.slice(0, 2)) !== algorithm) return undefined;
  return [bytes.slice(2, 10), bytes.slice(10)];
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w+/]+={0,2}$/.test(text) || text.length % 4 !== 0) return undefined;
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function join(...pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
