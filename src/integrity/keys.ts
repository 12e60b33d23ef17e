/** Secret keys: made, kept in a file, and used to sign. Only ever used off line, by a person. */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import {
  formatPublicKey,
  formatSignature,
  parsePublicKey,
  signedRemark,
  SignatureError,
  type PublicKey,
} from './signature.ts';

/** A key to sign with. */
export interface SecretKey {
  readonly secret: KeyObject;
  readonly public: PublicKey;
}

/**
 * Makes a key and keeps it in a new file that only its owner can read (PKCS #8, PEM).
 *
 * @param passphrase with which the file is encrypted (AES-256); empty for none
 * @throws Error with the code EEXIST where the file is there: a key is never overwritten
 */
export function makeKey(file: string, passphrase: string): SecretKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({
    type: 'pkcs8',
    format: 'pem',
    ...(passphrase !== '' && { cipher: 'aes-256-cbc', passphrase }),
  });
  writeFileSync(file, pem, { flag: 'wx', mode: 0o600 });
  return withPublic(privateKey);
}

/**
 * Reads a key.
 *
 * @throws SignatureError where the file holds none, or the passphrase is wrong
 */
export function readKey(file: string, passphrase: string): SecretKey {
  const key = readFileSync(file);
  try {
    const secret = createPrivateKey({ key, passphrase });
    if (secret.asymmetricKeyType === 'ed25519') return withPublic(secret);
  } catch {
    throw new SignatureError(`"${file}" is not a secret key, or its passphrase is another.`);
  }
  throw new SignatureError(`"${file}" holds a key of another kind; make one with --new-key.`);
}

/** Whether the file of a key asks for a passphrase. */
export function isEncrypted(file: string): boolean {
  return readFileSync(file, 'latin1').includes('BEGIN ENCRYPTED PRIVATE KEY');
}

/**
 * Signs a file.
 *
 * @param remark one line that the signature covers too
 */
export function signatureBy(
  { secret, public: { id } }: SecretKey,
  file: Uint8Array,
  remark: string,
) {
  const ofFile = new Uint8Array(sign(null, file, secret));
  const ofRemark = new Uint8Array(sign(null, signedRemark(ofFile, remark), secret));
  return formatSignature({ id: new Uint8Array(id), ofFile, remark, ofRemark });
}

/** The id is the beginning of the key's own SHA-256, so that it need not be kept. */
function withPublic(secret: KeyObject): SecretKey {
  const key = createPublicKey(secret).export({ type: 'spki', format: 'der' }).subarray(-32);
  const id = createHash('sha256').update(key).digest().subarray(0, 8);
  return { secret, public: parsePublicKey(formatPublicKey(id, key)) };
}
