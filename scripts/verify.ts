/** `npm run verify`: whether a copy of the site is whole, unchanged, and signed. See docs/integrity.md. */
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { copyAt, CopyError } from '../src/integrity/copies.ts';
import { ManifestError, shortFingerprint } from '../src/integrity/manifest.ts';
import { parsePublicKey, SignatureError, type PublicKey } from '../src/integrity/signature.ts';
import { verifyCopy, type Findings } from '../src/integrity/verify.ts';
import { codeOf, Failure, runMain } from './lib/failure.mjs';

/** How the command ends; docs/integrity.md says so too. */
const exitCodes = {
  /** The copy is the one that was signed with the key that was given. */
  genuine: 0,
  /** Something is not as the list says, or the signature is not by that key. */
  differs: 1,
  /** It could not be checked: bad arguments, no list, a broken one, no connection. */
  notChecked: 2,
  /** The files are as the list says, but who made the list is not known. */
  unsigned: 3,
} as const;

const usage = `npm run verify -- PLACE [--key KEY]
  PLACE      a folder, or the address of the front page of a copy
  --key KEY  the public key to check with, or a file that holds it; by default PUBLIC_KEY`;

await runMain(async () => {
  const { place, key } = readArguments();
  const findings = await checked(place, key);
  const { lines, code } = reportOf(place, findings, key);
  console.log(lines.join('\n'));
  process.exitCode = code;
});

async function checked(place: string, key: PublicKey | undefined): Promise<Findings> {
  try {
    return await verifyCopy(copyAt(place), key);
  } catch (error) {
    const isKnown =
      error instanceof CopyError ||
      error instanceof ManifestError ||
      error instanceof SignatureError;
    if (isKnown) throw new Failure(error.message, exitCodes.notChecked);
    throw error;
  }
}

function reportOf(
  place: string,
  findings: Findings,
  key: PublicKey | undefined,
): { lines: string[]; code: number } {
  const { listed, fingerprint, signed, differ, missing, extra, hidden, unread } = findings;
  const faults = [
    ...differ.map((file) => `differs  ${file}`),
    ...missing.map((file) => `missing  ${file}`),
    ...(extra ?? []).map((file) => `extra    ${file}`),
  ];
  const lines = [
    `${place}: ${listed} files on the list, whose fingerprint is ${shortFingerprint(fingerprint)}.`,
    ...faults,
    ...unread.map((reason) => `unread   ${reason}`),
    ...(hidden.length > 0 ? [`Not shown by the host, so not checked: ${hidden.join(', ')}.`] : []),
    ...(extra === undefined ? ['Whether there are more files cannot be seen from outside.'] : []),
    signatureLine(findings, key),
  ];
  if (faults.length > 0 || signed.state === 'wrong') {
    const wrong = signed.state === 'wrong' ? 'the signature is wrong' : undefined;
    const counts = [
      wrong,
      `${differ.length} differ`,
      `${missing.length} are missing`,
      extra && `${extra.length} are extra`,
    ].filter((part) => part !== undefined);
    return { lines: [...lines, `NOT GENUINE: ${counts.join(', ')}.`], code: exitCodes.differs };
  }
  if (unread.length > 0) {
    const verdict = `NOT CHECKED: ${unread.length} files could not be read.`;
    return { lines: [...lines, verdict], code: exitCodes.notChecked };
  }
  if (signed.state === 'good') {
    return { lines: [...lines, 'GENUINE: every file is as it was signed.'], code: 0 };
  }
  const verdict =
    'UNCHANGED, BUT NOT PROVED: every file is as the list says; anybody can make a list.';
  return { lines: [...lines, verdict], code: exitCodes.unsigned };
}

function signatureLine({ signed }: Findings, key: PublicKey | undefined): string {
  switch (signed.state) {
    case 'good':
      return `Signed with the key ${key?.text ?? ''} (${signed.remark}).`;
    case 'wrong':
      return `The signature is not by the key ${key?.text ?? ''}, or not of this list.`;
    case 'unchecked':
      return 'Signed, but no key was given to check with: add --key, from a place you trust.';
    case 'none':
      return 'Not signed.';
  }
}

function readArguments(): { place: string; key: PublicKey | undefined } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { key: { type: 'string' } },
    });
    const [place, ...more] = positionals;
    if (place === undefined || more.length > 0) throw new Failure(usage, exitCodes.notChecked);
    const given = values.key ?? process.env['PUBLIC_KEY']?.trim();
    if (given === undefined || given === '') return { place, key: undefined };
    const text = existsSync(given) ? readFileSync(given, 'utf8') : given;
    return { place, key: parsePublicKey(text) };
  } catch (error) {
    if (error instanceof SignatureError) throw new Failure(error.message, exitCodes.notChecked);
    if (!codeOf(error).startsWith('ERR_PARSE_ARGS')) throw error;
    throw new Failure(usage, exitCodes.notChecked);
  }
}
