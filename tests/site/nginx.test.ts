/**
 * The site as nginx serves it with the configuration that the site writes for it. Where there is no
 * nginx, nothing here runs, and a line says so.
 */
import assert from 'node:assert/strict';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';

import { contentType, isCompressible } from '../../scripts/lib/content-types.mjs';
import { findNginx, startNginx } from '../../scripts/lib/nginx.mjs';
import { headersAt } from '../../scripts/lib/site-headers.mjs';
import { nginxConfig } from '../../src/deploy/nginx.ts';
import { compressedForms, precompress } from '../../src/deploy/precompress.ts';
import { hostedSite } from '../../src/deploy/site.ts';
import { headersFile } from '../../src/headers/hosts.ts';
import { builtFiles } from '../../src/headers/integration.ts';
import { headerRules } from '../../src/headers/rules.ts';
import { explainerSlugs } from './lib/dossier.ts';
import { assertNone } from './lib/findings.ts';
import { projectRoot } from './lib/site.ts';

const nginx = findNginx();
const skip =
  nginx === null
    ? 'nginx is not installed: its configuration is not tested (on Debian: apt install nginx libnginx-mod-http-brotli-static)'
    : false;
const skipBrotli =
  skip || (nginx?.brotli ? false : 'nginx has no module for Brotli: that is not tested');
if (skip || skipBrotli) console.log(skip || skipBrotli);

const dist = resolve(projectRoot, process.env['SITE_DIR'] ?? 'dist');
const article = `explainers/${explainerSlugs[0] ?? ''}/`;

/** Folders with a file for each record: a site without them is copied quickly. */
const many = /^(facts|terms|claims|countries|cards|explainers)\/(?!index\.html$)/;

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

type Server = Awaited<ReturnType<typeof startNginx>>;

/** Asks exactly so: `fetch` would tidy the address, and unpack the answer. */
function ask(
  { origin }: Server,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(origin);
  return new Promise((done, reject) => {
    request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode: status = 0, headers: answered } = response;
        done({ status, headers: answered, body: Buffer.concat(chunks) });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** Serves a site that lies in a folder. */
async function served(folder: string, root: string): Promise<Server> {
  if (!nginx) throw new Error('There is no nginx.');
  const site = await hostedSite(folder);
  return startNginx({
    nginx,
    site: (listen) =>
      nginxConfig({ names: ['localhost'], root, brotli: nginx.brotli !== null, listen }, site),
  });
}

/** What of the list of headers an answer lacks, or has otherwise. */
function otherHeaders(headers: IncomingHttpHeaders, expected: Record<string, string>): string[] {
  return Object.entries(expected)
    .filter(([name, value]) => headers[name.toLowerCase()] !== value)
    .map(([name, value]) => `${name}: ${String(headers[name.toLowerCase()])}, expected ${value}`);
}

describe('nginx, with the built site', { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-site-'));
  let server: Server;
  /** Every file that is served. */
  let files: string[] = [];
  let rules: Awaited<ReturnType<typeof hostedSite>>['rules'] = [];

  before(async () => {
    // Forms that were made of the site before are left out.
    const forms = new Set(compressedForms(builtFiles(dist, '/').files));
    cpSync(dist, folder, {
      recursive: true,
      filter: (source) => {
        const file = source.slice(dist.length + 1).replaceAll('\\', '/');
        if (forms.has(file)) return false;
        return `${file}/`.startsWith(article) || !many.test(file);
      },
    });
    const [card = ''] = readdirSync(join(dist, 'cards')).filter((name) => name.endsWith('.png'));
    mkdirSync(join(folder, 'cards'), { recursive: true });
    copyFileSync(join(dist, 'cards', card), join(folder, 'cards', card));
    mkdirSync(join(folder, '.git'));
    mkdirSync(join(folder, 'empty'));
    writeFileSync(join(folder, '.git/config'), 'secret');
    writeFileSync(join(folder, 'late.txt'), 'No form was made of this file. '.repeat(100));
    files = builtFiles(folder, '/').files.filter(
      (file) => !/^(_headers|_redirects|\.git|late)/.test(file),
    );
    // Of a few files, or it would take long.
    await precompress(folder, (file) => file.startsWith(article) || file === '404.html');
    ({ rules } = await hostedSite(folder));
    server = await served(folder, folder);
  });

  after(async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  test('every file is answered with its type and with the headers of the list', async () => {
    const found: string[] = [];
    for (const file of files) {
      const path = `/${file.replace(/(^|\/)index\.html$/, '$1')}`;
      const { status, headers } = await ask(server, encodeURI(path), { method: 'HEAD' });
      const type = headers['content-type'] ?? '';
      if (status !== 200) found.push(`${path}: answered with ${status}`);
      if (type !== contentType(file)) {
        found.push(`${path}: is sent as ${type}, expected ${contentType(file)}`);
      }
      if (headers['set-cookie'] || /\d/.test(String(headers['server']))) {
        found.push(`${path}: tells or keeps more than it must`);
      }
      found.push(...otherHeaders(headers, headersAt(rules, path)).map((one) => `${path}: ${one}`));
    }
    assert.ok(files.length > 100, `${files.length} files`);
    assertNone(found);
  });

  test('a page is sent in the form that the reader takes, and is always the same', async () => {
    const page = readFileSync(join(folder, article, 'index.html'));
    const cases = [
      ['gzip, deflate, br', nginx?.brotli ? 'br' : 'gzip'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip', 'gzip'],
      ['identity', undefined],
    ] as const;
    for (const [accepted, encoding] of cases) {
      const { headers, body } = await ask(server, `/${article}`, {
        headers: { 'Accept-Encoding': accepted },
      });
      assert.equal(headers['content-encoding'], encoding, accepted);
      assert.equal(headers['content-length'], String(body.length), `${accepted}: made beforehand`);
      assert.equal(headers.vary, 'Accept-Encoding', accepted);
      const unpack = { br: brotliDecompressSync, gzip: gunzipSync, '': (bytes: Buffer) => bytes };
      assert.ok(unpack[encoding ?? ''](body).equals(page), `${accepted}: is the page`);
    }
  });

  test('the form for Brotli is sent as it was made', { skip: skipBrotli }, async () => {
    const { body } = await ask(server, `/${article}`, { headers: { 'Accept-Encoding': 'br' } });
    assert.ok(body.equals(readFileSync(join(folder, article, 'index.html.br'))));
  });

  test('what has no form is compressed on the way, and what is packed already is not', async () => {
    const headers = { 'Accept-Encoding': 'gzip, br', Via: '1.1 some-cdn' };
    const late = await ask(server, '/late.txt', { headers });
    assert.equal(late.headers['content-encoding'], 'gzip');
    assert.match(gunzipSync(late.body).toString(), /^No form/);
    const packed = files.filter((file) => !isCompressible(file));
    assert.ok(packed.some((file) => file.endsWith('.png')));
    assert.ok(packed.some((file) => file.endsWith('.pf_fragment')));
    for (const file of packed.slice(0, 20)) {
      const answer = await ask(server, `/${file}`, { headers });
      assert.equal(answer.headers['content-encoding'], undefined, file);
      assert.ok(answer.body.equals(readFileSync(join(folder, file))), file);
    }
  });

  test('what is not there, or is not for readers, is answered with the page that says so', async () => {
    const page = readFileSync(join(folder, '404.html'));
    for (const path of [
      '/nowhere/',
      '/_assets/nothing.js',
      '/empty/',
      '/feed.xml/',
      '/_headers',
      '/_redirects',
      '/.git/config',
      `/${article}.hidden`,
      '/index.html.br.unfinished',
    ]) {
      const { status, headers, body } = await ask(server, path);
      assert.equal(status, 404, path);
      assert.ok(body.equals(page), path);
      assert.deepEqual(otherHeaders(headers, headersAt(rules, '/404.html')), [], path);
    }
  });

  test('an address without its slash is led on to the one with it, on the same host', async () => {
    for (const [path, to] of [
      [`/${article.slice(0, -1)}`, `/${article}`],
      ['/explainers?from=feed', '/explainers/?from=feed'],
      ['//explainers', '/explainers/'],
    ] as const) {
      const { status, headers } = await ask(server, path);
      assert.equal(status, 301, path);
      assert.equal(headers.location, to, path);
      assert.equal(headers['x-content-type-options'], 'nosniff', path);
    }
  });

  test('what the browser has is not sent again, with the same headers', async () => {
    for (const accepted of ['br', 'gzip', 'identity']) {
      const first = await ask(server, `/${article}`, { headers: { 'Accept-Encoding': accepted } });
      const again = await ask(server, `/${article}`, {
        headers: { 'Accept-Encoding': accepted, 'If-None-Match': first.headers.etag ?? '' },
      });
      assert.equal(again.status, 304, accepted);
      assert.equal(again.body.length, 0);
      assert.deepEqual(otherHeaders(again.headers, headersAt(rules, `/${article}`)), []);
    }
  });

  test('a part of a file is sent alone, and a HEAD without a body', async () => {
    const [card = ''] = files.filter((file) => file.startsWith('cards/'));
    const part = await ask(server, `/${card}`, { headers: { Range: 'bytes=1-3' } });
    assert.equal(part.status, 206);
    assert.equal(part.body.toString(), 'PNG');
    const { body: page } = await ask(server, `/${article}`);
    const head = await ask(server, `/${article}`, { method: 'HEAD' });
    assert.equal(head.headers['content-length'], String(page.length));
    assert.equal(head.body.length, 0);
  });

  test('nothing can be sent to it, and nobody leaves its folder', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      assert.equal((await ask(server, '/', { method })).status, 405, method);
    }
    const outside = `/../${basename(dirname(folder))}/`;
    for (const path of [outside, '/..%2f..%2fetc/passwd', '/%2e%2e/%2e%2e/etc/passwd']) {
      assert.ok([400, 404].includes((await ask(server, path)).status), path);
    }
  });

  test('it had nothing to complain of but a folder without a page', () => {
    const complaints = server.errors().split('\n').filter(Boolean);
    assertNone(
      complaints.filter((line) => !/directory index of .* is forbidden|\.\.\//.test(line)),
    );
  });
});

describe('nginx, with a site below a path and pages that moved', { skip }, () => {
  const root = mkdtempSync(join(tmpdir(), 'nginx-base-'));
  const base = '/guarantees/';
  const folder = join(root, 'guarantees');
  let server: Server;

  before(async () => {
    const page = (title: string) => `<!doctype html><title>${title}</title><style>a{}</style>`;
    const files = {
      'index.html': page('Front page'),
      '404.html': page('No such page'),
      'explainers/new/index.html': page('New'),
      'explainers/old/index.html': page('Moved'),
    };
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    writeFileSync(join(root, 'neighbour.txt'), 'another site of the operator');
    writeFileSync(join(folder, '_headers'), headersFile(headerRules(builtFiles(folder, base))));
    writeFileSync(
      join(folder, '_redirects'),
      `${base}explainers/old/ ${base}explainers/new/ 301\n${base}gone/ ${base}explainers/new/#sources 301\n`,
    );
    server = await served(folder, root);
  });

  after(async () => {
    await server.stop();
    rmSync(root, { recursive: true });
  });

  test('the front page is at the path, and whoever comes to the host is led there', async () => {
    const front = await ask(server, base);
    assert.match(front.body.toString(), /Front page/);
    assert.match(String(front.headers['content-security-policy']), /sha256-/);
    for (const [path, status, to] of [
      ['/?a=b', 307, `${base}?a=b`],
      ['/guarantees', 301, base],
    ] as const) {
      const { status: found, headers } = await ask(server, path);
      assert.equal(found, status, path);
      assert.equal(headers.location, to, path);
    }
  });

  test('old addresses lead on, with their query and to the right place', async () => {
    for (const [path, to] of [
      ['explainers/old/', 'explainers/new/'],
      ['explainers/old', 'explainers/new/'],
      ['explainers/old/?from=feed', 'explainers/new/?from=feed'],
      ['gone/?x=1', 'explainers/new/?x=1#sources'],
    ] as const) {
      const { status, headers } = await ask(server, base + path);
      assert.equal(status, 301, path);
      assert.equal(headers.location, base + to, path);
    }
  });

  test('the page for unknown addresses is that of the site', async () => {
    for (const path of [`${base}nowhere/`, '/nowhere/']) {
      const { status, body } = await ask(server, path);
      assert.equal(status, 404, path);
      assert.match(body.toString(), /No such page/, path);
    }
  });
});
