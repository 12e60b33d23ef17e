/** `npm run sign`: makes a key, or signs the list of a built site. See docs/integrity.md. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';

import { pathOf } from '../src/i18n/addresses.ts';
import { rootLanguage } from '../src/i18n/languages.ts';
import { copyAt, CopyError } from '../src/integrity/copies.ts';
import { isEncrypted, makeKey, readKey, signatureBy } from '../src/integrity/keys.ts';
import {
  ManifestError,
  manifestFile,
  shortFingerprint,
  signatureFile,
} from '../src/integrity/manifest.ts';
import { SignatureError } from '../src/integrity/signature.ts';
import { verifyCopy } from '../src/integrity/verify.ts';
import { codeOf, Failure, runMain } from './lib/failure.mjs';
import { dist } from './lib/project.mjs';

const usage = `npm run sign -- --new-key FILE         makes a key and keeps it in a new file
npm run sign -- --key FILE [FOLDER]    signs the list of a built site, by default dist/
  The passphrase is asked for, or taken from SIGN_PASSPHRASE.`;

await runMain(async () => {
  const options = readOptions();
  try {
    if (options.newKey !== undefined) await newKey(options.newKey);
    else await signSite(options.key, options.folder);
  } catch (error) {
    const isKnown = [CopyError, ManifestError, SignatureError].some(
      (kind) => error instanceof kind,
    );
    throw isKnown ? new Failure((error as Error).message) : error;
  }
});

async function newKey(file: string): Promise<void> {
  if (existsSync(file))
    throw new Failure(`"${file}" is there already; a key is never overwritten.`);
  const passphrase = await askPassphrase('A passphrase for the new key (empty for none): ');
  const { public: made } = makeKey(file, passphrase);
  if (passphrase === '') console.log('The key has no passphrase: whoever has the file can sign.');
  console.log(
    `The secret key is in ${file}. Keep it off every server, with a second copy elsewhere.`,
  );
  console.log(`The public key, for PUBLIC_KEY and for people to write down:\n${made.text}`);
}

async function signSite(file: string, folder: string): Promise<void> {
  if (!existsSync(file)) throw new Failure(`There is no key "${file}".`);
  const findings = await verifyCopy(copyAt(folder), undefined);
  const wrong = [...findings.differ, ...findings.missing, ...(findings.extra ?? [])];
  if (wrong.length > 0) {
    throw new Failure(
      `${folder} is not as it was built (${wrong.slice(0, 3).join(', ')}${wrong.length > 3 ? ' …' : ''}); build it again, then sign.`,
    );
  }
  const passphrase = isEncrypted(file) ? await askPassphrase('The passphrase of the key: ') : '';
  const key = readKey(file, passphrase);
  const page = join(folder, pathOf(rootLanguage, 'genuine'), 'index.html');
  if (!readFileSync(page, 'utf8').includes(key.public.text)) {
    throw new Failure(
      `The site was built without this key, and its page says so; build it with PUBLIC_KEY=${key.public.text}, then sign.`,
    );
  }
  const day = new Date().toISOString().slice(0, 10);
  const remark = `${day}, ${findings.listed} files`;
  writeFileSync(
    join(folder, signatureFile),
    signatureBy(key, readFileSync(join(folder, manifestFile)), remark),
  );
  console.log(`${join(folder, signatureFile)}: ${remark}, by ${key.public.text}.`);
  console.log(`The fingerprint of the list is ${shortFingerprint(findings.fingerprint)}.`);
}

/** Asks at the terminal, without showing what is typed. */
async function askPassphrase(question: string): Promise<string> {
  const given = process.env['SIGN_PASSPHRASE'];
  if (given !== undefined) return given;
  if (!process.stdin.isTTY) throw new Failure('Set SIGN_PASSPHRASE, or run this in a terminal.');
  process.stdout.write(question);
  const silent = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  const answer = await new Promise<string>((answered) => {
    lines.question('', answered);
    lines.once('close', () => {
      answered('');
    });
  });
  lines.close();
  console.log('');
  return answer;
}

function readOptions(): { newKey: string | undefined; key: string; folder: string } {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { 'new-key': { type: 'string' }, key: { type: 'string' } },
    });
    const { 'new-key': newKey, key } = values;
    const [folder = dist, ...more] = positionals;
    if ((newKey === undefined) === (key === undefined) || more.length > 0) throw new Failure(usage);
    return { newKey, key: key ?? '', folder: resolve(folder) };
  } catch (error) {
    if (!codeOf(error).startsWith('ERR_PARSE_ARGS')) throw error;
    throw new Failure(usage);
  }
}
