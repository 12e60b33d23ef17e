/** The list of files, its signature, copies held against it, and a build beside the last good site. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { unzipSync } from 'fflate';

import { serve } from '../../scripts/lib/static-server.mjs';
import { writeArchive } from '../../src/integrity/archive.ts';
import { articleText, fingerprintOf } from '../../src/integrity/article-text.ts';
import { articleTexts } from '../../src/integrity/article-texts.ts';
import { checkPage, filesOf } from '../../src/integrity/check-page.ts';
import { copyAt } from '../../src/integrity/copies.ts';
import { filesBelow, hashOf, manifestOf } from '../../src/integrity/folder.ts';
import { discard, placesOf, putInPlace, recover } from '../../src/integrity/in-place.ts';
import { sealedPages } from '../../src/headers/integration.ts';
import { fileList, textFiles } from '../../src/integrity/integration.ts';
import { makeKey, readKey, signatureBy, type SecretKey } from '../../src/integrity/keys.ts';
import {
  formatManifest,
  ManifestError,
  manifestFile,
  parseManifest,
  shortFingerprint,
  signatureFile,
} from '../../src/integrity/manifest.ts';
import { missingParts } from '../../src/integrity/missing-parts.ts';
import {
  isSignedBy,
  parsePublicKey,
  parseSignature,
  SignatureError,
} from '../../src/integrity/signature.ts';
import { verifyCopy } from '../../src/integrity/verify.ts';
import { readSettings } from '../../src/site.ts';

const project = fileURLToPath(new URL('../../', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'integrity-'));
after(() => {
  rmSync(scratch, { recursive: true, force: true });
});

let made = 0;
const newPath = () => join(scratch, String((made += 1)));

/** Writes files below a new folder and returns the folder. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = newPath();
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const key = makeKey(newPath(), '');
const otherKey = makeKey(newPath(), '');

const pages = {
  'index.html': '<h1>Home</h1>',
  'genuine/index.html': `<code>${key.public.text}</code>`,
  'explainers/a/index.html': '<h1>A</h1>',
  'explainers/a/text.txt': 'A\n',
  '404.html': '<h1>Not found</h1>',
  'name+~@.bin': new Uint8Array([0, 255, 10, 13]),
};

/** A copy with its list and, unless it is left out, the signature of that list. */
function copyOf(signer: SecretKey | null = key, remark = '2026-11-26, 6 files'): string {
  const folder = folderOf(pages);
  writeFileSync(join(folder, manifestFile), formatManifest(manifestOf(folder)));
  if (signer) {
    const list = readFileSync(join(folder, manifestFile));
    writeFileSync(join(folder, signatureFile), signatureBy(signer, list, remark));
  }
  return folder;
}

const hash = 'a'.repeat(64);
const throws = (text: string, words: RegExp) => {
  assert.throws(
    () => parseManifest(text),
    (error) => error instanceof ManifestError && words.test(error.message),
    JSON.stringify(text),
  );
};

describe('the list', () => {
  test('is read as it was written, in an order that no language changes', () => {
    const name = fc.stringMatching(/^[\w~+@-][\w.~+@-]{0,8}$/).filter((one) => !/\.$/.test(one));
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/'));
    const entries = fc.dictionary(path, fc.stringMatching(/^[0-9a-f]{64}$/), { minKeys: 1 });
    fc.assert(
      fc.property(entries, (files) => {
        const manifest = new Map(Object.entries(files));
        const text = formatManifest(manifest);
        assert.deepEqual(new Map(parseManifest(text)), new Map([...manifest].toSorted()));
        assert.equal(formatManifest(parseManifest(text)), text);
      }),
    );
    const order = [
      ...parseManifest(
        formatManifest(new Map(['i', 'I', 'a/b', 'a-b', 'Z'].map((file) => [file, hash]))),
      ).keys(),
    ];
    assert.deepEqual(order, ['I', 'Z', 'a-b', 'a/b', 'i']);
  });

  test('of a stranger names no file outside, none twice, and not itself', () => {
    for (const path of [
      '../secret',
      'a/../../secret',
      '..',
      '.',
      './a',
      'a/./b',
      '/etc/passwd',
      '//host/a',
      'C:\\a',
      'a\\..\\b',
      'C:a',
      'a//b',
      'a/',
      'a b',
      'a%2e%2e/b',
      'a\u0000b',
      'a?b',
      'https://host/a',
      manifestFile,
      signatureFile,
    ]) {
      throws(`${hash}  ${path}\n`, /cannot be a file of a copy|is not a SHA-256/);
    }
    throws(`${hash}  a\n${hash}  a\n`, /Line 2 .* a second time/);
    throws('', /lists no file/);
    throws('<!doctype html>\n', /Line 1 .* is not a SHA-256/);
    throws(`${hash.toUpperCase()}  a\n`, /Line 1/);
    throws(`${hash} a\n`, /Line 1/);
    throws(`${hash}  a\r\n`, /Line 1/);
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          for (const path of parseManifest(text).keys()) assert.doesNotMatch(path, /\.\.\/|^\/|\\/);
        } catch (error) {
          assert.ok(error instanceof ManifestError);
        }
      }),
    );
  });

  test('leaves out itself, and what is another file compressed', () => {
    const folder = folderOf({
      ...pages,
      [manifestFile]: '',
      [signatureFile]: '',
      [`${manifestFile}.br`]: '',
      'index.html.br': '',
      'index.html.gz': '',
      'alone.gz': '',
      '.git/config': '',
    });
    assert.deepEqual(
      [...manifestOf(folder).keys()],
      [...Object.keys(pages), 'alone.gz'].toSorted(),
    );
    assert.throws(
      () => formatManifest(manifestOf(folderOf({ 'a b.html': '' }))),
      /"a b.html" cannot/,
    );
  });

  test('is what sha256sum reads', { skip: skipWithout('sha256sum') }, () => {
    const folder = copyOf();
    const run = (...args: string[]) => spawnSync('sha256sum', args, { cwd: folder }).status;
    assert.equal(run('--strict', '-c', manifestFile), 0);
    writeFileSync(join(folder, 'index.html'), 'Other');
    assert.equal(run('--strict', '-c', manifestFile), 1);
  });

  test('has a short fingerprint', () => {
    assert.equal(shortFingerprint('0123456789abcdef'.repeat(4)), '0123 4567 89ab cdef');
  });
});

describe('the signature', () => {
  const list = Buffer.from('the list\n');
  const signed = signatureBy(key, list, '2026-11-26, 6 files');
  const isGood = (text: string, file = list, by = key.public) =>
    isSignedBy(by, new Uint8Array(file), parseSignature(text));

  test('holds for the list, the key and the remark, and for nothing else', async () => {
    assert.equal(await isGood(signed), true);
    assert.equal(await isGood(signed, Buffer.from('the list\n.')), false);
    assert.equal(await isGood(signed, list, otherKey.public), false);
    assert.equal(await isGood(signed.replace('2026-11-26', '2026-11-27')), false);
    // The id of a key is no proof: another key under the same id fails too.
    const disguised = { ...otherKey.public, id: key.public.id };
    assert.equal(await isGood(signed, list, disguised), false);
    assert.equal(parseSignature(signed).remark, '2026-11-26, 6 files');
  });

  test('of a broken form is refused', () => {
    const lines = signed.split('\n');
    for (const broken of [
      '',
      'hello',
      lines.slice(0, 2).join('\n'),
      signed.replace('trusted comment', 'comment'),
      signed.replace(lines[1] ?? '', 'RWQ='),
      signed.replace(lines[3] ?? '', '!!!!'),
    ]) {
      assert.throws(() => parseSignature(broken), SignatureError, broken);
    }
    const newer = `untrusted comment: x\nRU${(lines[1] ?? '').slice(2)}\n${lines.slice(2).join('\n')}`;
    assert.throws(() => parseSignature(newer), /minisign -S -l/);
    for (const text of ['', 'RW', 'x'.repeat(56), `${key.public.text}A`, 'hello there']) {
      assert.throws(() => parsePublicKey(text), SignatureError, text);
    }
  });

  test('keys are kept in files of their owner, with a passphrase, and never overwritten', () => {
    const file = newPath();
    const { public: made } = makeKey(file, 'a long passphrase');
    if (process.platform !== 'win32') assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.match(readFileSync(file, 'utf8'), /^-----BEGIN ENCRYPTED PRIVATE KEY-----/);
    assert.equal(readKey(file, 'a long passphrase').public.text, made.text);
    assert.throws(
      () => readKey(file, 'another'),
      /is not a secret key, or its passphrase is another/,
    );
    assert.throws(() => makeKey(file, ''), { code: 'EEXIST' });
    assert.match(made.text, /^RW.{54}$/);
    assert.deepEqual(
      parsePublicKey(`untrusted comment: mine\n${made.text}\n`),
      parsePublicKey(made.text),
    );
  });

  test('an operator sets the key, and a wrong one is refused', () => {
    assert.equal(readSettings({}).publicKey, undefined);
    assert.equal(readSettings({ PUBLIC_KEY: ` ${key.public.text} ` }).publicKey, key.public.text);
    assert.throws(
      () => readSettings({ PUBLIC_KEY: 'RWabc' }),
      /PUBLIC_KEY cannot be used: .*56 characters/,
    );
  });

  for (const [program, args] of [
    ['minisign', ['-Vm', manifestFile, '-P', key.public.text]],
    ['signify-openbsd', ['-V', '-p', 'key.pub', '-x', signatureFile, '-m', manifestFile]],
  ] as const) {
    test(`is what ${program} reads`, { skip: skipWithout(program) }, () => {
      const folder = copyOf();
      writeFileSync(join(folder, 'key.pub'), `untrusted comment: key\n${key.public.text}\n`);
      const run = () => spawnSync(program, args, { cwd: folder }).status;
      assert.equal(run(), 0);
      writeFileSync(join(folder, manifestFile), 'other');
      assert.notEqual(run(), 0);
    });
  }
});

describe('a copy held against its list', () => {
  const base = '/mirror/';
  const nothing = { differ: [], missing: [], hidden: [], unread: [] };

  test('a genuine folder has nothing wrong', async () => {
    const { listed, signed, extra, ...found } = await verifyCopy(copyAt(copyOf()), key.public);
    assert.equal(listed, 6);
    assert.deepEqual(signed, { state: 'good', remark: '2026-11-26, 6 files' });
    assert.deepEqual(extra, []);
    assert.deepEqual({ ...found, fingerprint: undefined }, { ...nothing, fingerprint: undefined });
  });

  test('what differs, is missing or is extra is named', async () => {
    const folder = copyOf();
    writeFileSync(join(folder, 'index.html'), '<h1>Home!</h1>');
    rmSync(join(folder, 'explainers/a/text.txt'));
    writeFileSync(join(folder, 'explainers/evil.js'), '');
    writeFileSync(join(folder, '.hidden'), '');
    const { differ, missing, extra } = await verifyCopy(copyAt(folder), key.public);
    assert.deepEqual(
      { differ, missing, extra },
      {
        differ: ['index.html'],
        missing: ['explainers/a/text.txt'],
        extra: ['.hidden', 'explainers/evil.js'],
      },
    );
  });

  test('a link is no file, wherever it leads', { skip: process.platform === 'win32' }, async () => {
    const folder = copyOf();
    const secret = folderOf({ 'index.html': pages['index.html'] });
    rmSync(join(folder, 'index.html'));
    symlinkSync(join(secret, 'index.html'), join(folder, 'index.html'));
    assert.deepEqual((await verifyCopy(copyAt(folder), key.public)).missing, ['index.html']);
  });

  test('compressed files must unpack to what is listed, and to no more', async () => {
    const folder = copyOf();
    const page = pages['index.html'];
    writeFileSync(join(folder, 'index.html.br'), brotliCompressSync(page));
    writeFileSync(join(folder, 'index.html.gz'), gzipSync(page));
    writeFileSync(
      join(folder, `${manifestFile}.gz`),
      gzipSync(readFileSync(join(folder, manifestFile))),
    );
    const check = () => verifyCopy(copyAt(folder), key.public);
    assert.deepEqual(await check().then(({ differ, extra }) => [differ, extra]), [[], []]);
    writeFileSync(join(folder, 'index.html.br'), brotliCompressSync('Other words'));
    writeFileSync(join(folder, 'index.html.gz'), gzipSync(Buffer.alloc(50_000_000)));
    writeFileSync(join(folder, '404.html.br'), 'not compressed');
    writeFileSync(join(folder, 'other.html.gz'), gzipSync(page));
    const { differ, extra } = await check();
    assert.deepEqual(differ, ['404.html.br', 'index.html.br', 'index.html.gz']);
    assert.deepEqual(extra, ['other.html.gz']);
  });

  test('the signature says who made the list, or that nobody knows', async () => {
    const state = async (folder: string, by = key) =>
      (await verifyCopy(copyAt(folder), by.public)).signed.state;
    assert.equal(await state(copyOf()), 'good');
    assert.equal(await state(copyOf(otherKey)), 'wrong');
    assert.equal(await state(copyOf(null)), 'none');
    assert.equal((await verifyCopy(copyAt(copyOf()), undefined)).signed.state, 'unchecked');
    // Another list under the old signature.
    const altered = copyOf();
    writeFileSync(join(altered, 'index.html'), 'Other');
    writeFileSync(join(altered, manifestFile), formatManifest(manifestOf(altered)));
    assert.equal(await state(altered), 'wrong');
  });

  test('a mirror is checked at its address, below a path too', async () => {
    const folder = copyOf();
    const server = await serve({ root: folder, base });
    try {
      const good = await verifyCopy(copyAt(server.url), key.public);
      assert.deepEqual({ ...nothing, ...good }, { ...good, ...nothing, extra: undefined });
      assert.equal(good.signed.state, 'good');
      writeFileSync(join(folder, 'explainers/a/index.html'), '<h1>B</h1>');
      rmSync(join(folder, 'name+~@.bin'));
      // Without the slash, and with the file itself.
      for (const address of [server.url.slice(0, -1), `${server.url}index.html`]) {
        const { differ, missing } = await verifyCopy(copyAt(address), key.public);
        assert.deepEqual([differ, missing], [['explainers/a/index.html'], ['name+~@.bin']]);
      }
    } finally {
      await server.close();
    }
  });

  test('a mirror that leads elsewhere, fails or is gone proves nothing', async () => {
    const folder = copyOf();
    writeFileSync(join(folder, '_redirects'), 'a b 301\n');
    writeFileSync(join(folder, manifestFile), formatManifest(manifestOf(folder)));
    const real = await serve({ root: folder });
    const mirror = createServer((request, response) => {
      const path = request.url ?? '';
      if (path.startsWith('/explainers/'))
        response.writeHead(302, { Location: `${real.url}${path.slice(1)}` }).end();
      else if (path === '/genuine/') response.writeHead(500).end();
      else if (path === '/_redirects') response.writeHead(404).end();
      else if (path === '/404.html') response.writeHead(404).end(pages['404.html']);
      else
        response.end(
          readFileSync(join(folder, path === '/' ? 'index.html' : decodeURIComponent(path))),
        );
    });
    await new Promise<void>((started) => mirror.listen(0, '127.0.0.1', started));
    const { port } = mirror.address() as { port: number };
    try {
      const found = await verifyCopy(copyAt(`http://127.0.0.1:${port}/`), undefined);
      assert.deepEqual([found.differ, found.missing, found.hidden], [[], [], ['_redirects']]);
      assert.equal(found.unread.length, 3);
      assert.ok(found.unread.some((reason) => reason.includes('leads to another site')));
      assert.ok(found.unread.some((reason) => reason.includes('answers with 500')));
    } finally {
      mirror.close();
      await real.close();
    }
  });
});

describe('npm run verify', () => {
  const verify = (...args: string[]) =>
    new Promise<{ code: number | null; output: string }>((resolve, reject) => {
      const child = spawn(process.execPath, [join(project, 'scripts/verify.ts'), ...args], {
        env: { ...process.env, PUBLIC_KEY: '' },
      });
      let output = '';
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => (output += text));
      }
      child.once('error', reject).once('close', (code) => {
        resolve({ code, output });
      });
    });
  const altered = copyOf();
  writeFileSync(join(altered, '404.html'), '');
  const hostile = folderOf({ [manifestFile]: `${hash}  ../../etc/passwd\n` });
  const keyFile = join(
    folderOf({ 'key.pub': `untrusted comment: k\n${key.public.text}\n` }),
    'key.pub',
  );

  for (const [what, args, expected, words] of [
    ['genuine', [copyOf(), '--key', key.public.text], 0, /GENUINE: every file/],
    ['the key in a file', [copyOf(), '--key', keyFile], 0, /2026-11-26, 6 files/],
    [
      'a file differs',
      [altered, '--key', key.public.text],
      1,
      /differs {2}404\.html\n[^]*NOT GENUINE/,
    ],
    ['another key', [copyOf(), '--key', otherKey.public.text], 1, /signature is not by the key/],
    ['no key given', [copyOf()], 3, /no key was given[^]*NOT PROVED/],
    ['no list', [folderOf({ 'index.html': '' })], 2, /has no manifest\.sha256/],
    ['a hostile list', [hostile], 2, /Line 1 .*"\.\.\/\.\.\/etc\/passwd"/],
    ['no such place', ['no/such/place'], 2, /neither a folder nor an address/],
    ['no such host', ['http://nowhere.invalid/'], 2, /cannot be reached \(/],
    ['no key at all', [copyOf(), '--key', 'RWxx'], 2, /is not a public key/],
    ['nothing', [], 2, /^npm run verify -- PLACE/],
  ] as const) {
    test(`${what}: ends with ${expected}`, async () => {
      const { code, output } = await verify(...args);
      assert.match(output, words);
      assert.equal(code, expected, output);
      assert.doesNotMatch(output, /^ {4}at /m, 'a sentence, no trace');
    });
  }
});

describe('npm run sign', () => {
  const sign = (env: Record<string, string>, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(project, 'scripts/sign.ts'), ...args],
      { env: { ...process.env, ...env }, encoding: 'utf8' },
    );
    return { status, output: stdout + stderr };
  };

  test('makes a key, signs with it, and refuses what it should', async () => {
    const file = newPath();
    const env = { SIGN_PASSPHRASE: 'open' };
    const fresh = sign(env, '--new-key', file);
    assert.equal(fresh.status, 0, fresh.output);
    const text = /^RW\S+$/m.exec(fresh.output)?.[0] ?? '';
    assert.match(sign(env, '--new-key', file).output, /never overwritten/);

    const folder = folderOf({ ...pages, 'genuine/index.html': text });
    writeFileSync(join(folder, manifestFile), formatManifest(manifestOf(folder)));
    const signed = sign(env, '--key', file, folder);
    assert.equal(signed.status, 0, signed.output);
    const found = await verifyCopy(copyAt(folder), parsePublicKey(text));
    assert.equal(found.signed.state, 'good');

    for (const [args, more, words] of [
      [['--key', file, folder], { SIGN_PASSPHRASE: 'wrong' }, /passphrase is another/],
      [['--key', file, copyOf(null)], env, /built without this key.*PUBLIC_KEY=RW/],
      [['--key', 'nowhere', folder], env, /There is no key/],
      [[], env, /^npm run sign/],
    ] as const) {
      const { status, output } = sign(more, ...args);
      assert.match(output, words);
      assert.equal(status, 1);
    }
    writeFileSync(join(folder, 'index.html'), 'Other');
    assert.match(sign(env, '--key', file, folder).output, /not as it was built \(index\.html\)/);
  });
});

describe('the archive', () => {
  test('holds the list and what is listed, and is the same in every time zone', () => {
    const folder = copyOf();
    writeFileSync(join(folder, 'index.html.br'), brotliCompressSync('x'));
    const own = process.env['TZ'];
    const archives = ['Pacific/Kiritimati', 'America/St_Johns'].map((zone) => {
      process.env['TZ'] = zone;
      const file = newPath();
      const { hash: said } = writeArchive(folder, file, 'site');
      const bytes = readFileSync(file);
      assert.equal(hashOf(bytes), said);
      return bytes;
    });
    if (own === undefined) delete process.env['TZ'];
    else process.env['TZ'] = own;
    const [first = Buffer.of(), second] = archives;
    assert.deepEqual(first, second);
    const unpacked = unzipSync(first);
    assert.deepEqual(
      Object.keys(unpacked).toSorted(),
      [...Object.keys(pages), manifestFile, signatureFile].map((file) => `site/${file}`).toSorted(),
    );
    for (const [file, content] of Object.entries(pages)) {
      assert.deepEqual(Buffer.from(unpacked[`site/${file}`] ?? []), Buffer.from(content as string));
    }
  });

  test('leaves nothing behind where a file is missing', () => {
    const folder = copyOf();
    rmSync(join(folder, '404.html'));
    const file = newPath();
    assert.throws(() => writeArchive(folder, file, 'site'), /404\.html/);
    assert.ok(!existsSync(file) && !existsSync(`${file}.unfinished`));
  });
});

describe('a build beside the last good site', () => {
  const read = (folder: string) => readFileSync(join(folder, 'index.html'), 'utf8');
  const builtBeside = (last?: Record<string, string>) => {
    const site = last ? folderOf(last) : newPath();
    const places = placesOf(`${site}/`);
    mkdirSync(places.unfinished);
    writeFileSync(join(places.unfinished, 'index.html'), 'new');
    return places;
  };

  test('takes its place whole, or for the first time', () => {
    const places = builtBeside({ 'index.html': 'old', 'gone.html': 'old', '.git/config': 'kept' });
    putInPlace(places);
    assert.deepEqual(filesBelow(places.site), ['.git/config', 'index.html']);
    assert.equal(read(places.site), 'new');
    assert.ok(!existsSync(places.unfinished) && !existsSync(places.last));
    const first = builtBeside();
    putInPlace(first);
    assert.equal(read(first.site), 'new');
  });

  test('that is not there leaves the last one', () => {
    const places = builtBeside({ 'index.html': 'old' });
    discard(places);
    assert.throws(() => {
      putInPlace(places);
    }, /ENOENT/);
    assert.equal(read(places.site), 'old');
  });

  test('that was ended between the two moves is mended by the next', () => {
    const places = builtBeside();
    mkdirSync(places.last);
    writeFileSync(join(places.last, 'index.html'), 'old');
    recover(places);
    assert.equal(read(places.site), 'old');
    putInPlace(places);
    assert.equal(read(places.site), 'new');
  });

  test('follows a link to a folder', { skip: process.platform === 'win32' }, () => {
    const target = folderOf({ 'index.html': 'old' });
    const link = newPath();
    symlinkSync(target, link);
    const places = placesOf(link);
    mkdirSync(places.unfinished);
    writeFileSync(join(places.unfinished, 'index.html'), 'new');
    putInPlace(places);
    assert.equal(read(link), 'new');
    assert.equal(read(target), 'new');
  });
});

describe('a site that is not whole', () => {
  const root = { origin: 'https://site.example', base: '/below/' };

  test('what a page loads must be there', () => {
    const html = `<link rel="icon" href="/below/favicon.svg" type="image/svg+xml">
      <link rel="canonical" href="/below/nowhere/"><a href="/below/nowhere/">A</a>
      <meta property="og:image" content="https://site.example/below/cards/a.png">
      <script type="module" src="/below/_assets/a.js?x"></script>
      <img class="qr" hidden src="/below/qr.svg" alt=""><img src="https://other.example/a.png">`;
    const wanted = ['favicon.svg', 'cards/a.png', '_assets/a.js', 'qr.svg'];
    assert.deepEqual(
      missingParts(html, root, () => false),
      wanted,
    );
    assert.deepEqual(
      missingParts(html, root, (file) => file !== 'qr.svg'),
      ['qr.svg'],
    );
  });

  test('stops the build, which names page and file', () => {
    const page = '<meta charset="utf-8"><img src="/qr.svg">';
    const folder = folderOf({ 'a/index.html': page });
    assert.throws(() => {
      finish(folder);
    }, /a\/index\.html needs qr\.svg, which is missing\./);
    assert.ok(!existsSync(join(folder, manifestFile)));
    assert.equal(readFileSync(join(folder, 'a/index.html'), 'utf8'), page);
    writeFileSync(join(folder, 'qr.svg'), '<svg/>');
    articleTexts().set('a/text.txt', 'A\n');
    const told = finish(folder);
    assert.match(told, /^3 files, .*NOT SIGNED/);
    assert.equal(
      parseManifest(readFileSync(join(folder, manifestFile), 'utf8')).get('a/text.txt'),
      hashOf(Buffer.from('A\n')),
    );
    writeFileSync(join(folder, 'a/index.html'), page);
    assert.match(finish(folder, key.public.text), /not signed yet: npm run sign/);
  });

  /** Runs the last steps of a build over a folder, and returns what it tells. */
  function finish(folder: string, publicKey?: string): string {
    let told = '';
    const logger = { info: (text: string) => (told += text) };
    const steps = [textFiles(), sealedPages(new Map()), fileList(publicKey, new Map())];
    for (const { hooks } of steps) {
      const done = hooks['astro:build:done'] as (about: object) => void;
      done({ dir: pathToFileURL(`${folder}/`), logger });
    }
    return told;
  }
});

describe('the text of an article', () => {
  const parts = {
    title: 'A question?',
    answer: 'An  answer.',
    checked: 'Checked on 26 November 2026.',
    keyFactsTitle: 'Key facts',
    keyFacts: ['Agreed 6 January 2026 A fact.'],
    html: `<p>One <b>bold</b>
word<sup><a href="#n1">1</a></sup> &amp; “two”.</p><span popover id="t">Explained</span><h2 id="a"><a href="#a">Why?</a></h2>
<ul><li>First</li><li><p>Second</p></li></ul><span class="vh">hidden</span><table><tr><th>A</th><td>B</td></tr></table>`,
  };

  test('has a line for each paragraph, and nothing but the words', () => {
    assert.equal(
      articleText(parts),
      'A question?\nAn answer.\nChecked on 26 November 2026.\nKey facts\nAgreed 6 January 2026 A fact.\nOne bold word & “two”.\nWhy?\nFirst\nSecond\nA B\n',
    );
  });

  test('has a fingerprint that every changed word changes', () => {
    const text = articleText(parts);
    const expected = spawnSync('sha256sum', { input: text, encoding: 'utf8' }).stdout;
    if (expected) assert.equal(fingerprintOf(text).replaceAll(' ', ''), expected.slice(0, 16));
    assert.match(fingerprintOf(text), /^([0-9a-f]{4} ){3}[0-9a-f]{4}$/);
    assert.notEqual(
      fingerprintOf(text),
      fingerprintOf(articleText({ ...parts, answer: 'No answer.' })),
    );
  });
});

describe('a page checked in the browser', () => {
  const here = { origin: 'https://site.example', base: '/below/', key: key.public.text };

  test('an address stands for files of this copy only', () => {
    for (const [address, files] of [
      ['https://site.example/below/', ['index.html']],
      [' /below/explainers/a/#b ', ['explainers/a/index.html']],
      ['/below/explainers/a?x=1', ['explainers/a', 'explainers/a/index.html']],
      ['explainers/a/', ['explainers/a/index.html']],
      ['https://site.example/below', ['index.html']],
      ['https://other.example/below/', undefined],
      ['/elsewhere/', undefined],
      ['/below/../elsewhere/', undefined],
      ['/below/%zz', undefined],
      ['javascript:alert(1)', undefined],
      ['http://', undefined],
    ] as const) {
      assert.deepEqual(filesOf(address, here), files, address);
    }
  });

  test('says what is so of page and list', async (t) => {
    const folder = copyOf();
    let online = true;
    t.mock.method(globalThis, 'fetch', (address: string) => {
      if (!online) return Promise.reject(new TypeError('offline'));
      assert.ok(address.startsWith('https://site.example/below/'), address);
      const path = address.slice('https://site.example/below/'.length);
      const file = join(folder, /(^|\/)$/.test(path) ? `${path}index.html` : path);
      return Promise.resolve(
        existsSync(file) ? new Response(readFileSync(file)) : new Response('', { status: 404 }),
      );
    });
    const check = async (address: string, by: string | undefined = key.public.text) => {
      const { page, list } = await checkPage(address, { ...here, key: by });
      return `${page} ${list ?? ''}`.trim();
    };
    assert.equal(await check('/below/explainers/a/'), 'same signed');
    const { textFingerprint, remark } = await checkPage('/below/explainers/a/', here);
    assert.equal(textFingerprint, fingerprintOf('A\n'));
    assert.equal(remark, '2026-11-26, 6 files');
    assert.equal(await check('/below/nowhere/'), 'unlisted signed');
    assert.equal(await check('/'), 'elsewhere');
    assert.equal(await check('/below/', otherKey.public.text), 'same wrong');
    assert.equal((await checkPage('/below/', { ...here, key: undefined })).list, 'no-key');
    t.mock.method(
      crypto.subtle,
      'importKey',
      () => Promise.reject(new DOMException('no', 'NotSupportedError')),
      { times: 1 },
    );
    assert.equal(await check('/below/'), 'same no-ed25519');
    writeFileSync(join(folder, 'index.html'), 'Other');
    assert.equal(await check('/below/'), 'differs signed');
    rmSync(join(folder, 'index.html'));
    assert.equal(await check('/below/'), 'gone signed');
    writeFileSync(join(folder, signatureFile), 'hello');
    assert.equal(await check('/below/404.html'), 'same broken');
    rmSync(join(folder, signatureFile));
    assert.equal(await check('/below/404.html'), 'same unsigned');
    writeFileSync(join(folder, manifestFile), 'hello');
    assert.equal(await check('/below/404.html'), 'unknown broken');
    rmSync(join(folder, manifestFile));
    assert.equal(await check('/below/404.html'), 'unknown missing');
    online = false;
    assert.equal(await check('/below/404.html'), 'unreachable');
  });
});

/** Why a test must be left out: a program is not on this machine. */
function skipWithout(program: string): string | false {
  const { error } = spawnSync(program, ['--version']);
  return error ? `${program} is not installed` : false;
}
