/** What is made for hosts: compressed forms, the configuration of nginx, and files of settings. */
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { loadOf } from '../../scripts/bench/wrk.ts';
import { contentType, isCompressible } from '../../scripts/lib/content-types.mjs';
import { root as project } from '../../scripts/lib/project.mjs';
import {
  baseOf,
  nginxConfig,
  parseHostRedirects,
  type HostedSite,
  type NginxChoices,
} from '../../src/deploy/nginx.ts';
import { compressed, compressedForms, precompress } from '../../src/deploy/precompress.ts';
import { readSettings } from '../../src/site.ts';

const long = 'The same sentence, again and again. '.repeat(100);

describe('compressed forms', () => {
  const folder = mkdtempSync(join(tmpdir(), 'precompress-'));
  mkdirSync(join(folder, 'a'));
  mkdirSync(join(folder, '.git'));
  const files: Record<string, string> = {
    '.git/notes.txt': long,
    'a/index.html': long,
    'a/picture.png': long,
    'feed.xml': long,
    'index.html': long,
    'short.txt': 'short',
  };
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  const forms = () => compressedForms(filesOf(folder));
  after(() => {
    rmSync(folder, { recursive: true });
  });

  test('are made of what gets smaller, and unpack to it', async () => {
    const { files: count, plain, br, gz } = await precompress(folder);
    assert.deepEqual(forms(), [
      ...['a/index.html.br', 'a/index.html.gz', 'feed.xml.br', 'feed.xml.gz'],
      ...['index.html.br', 'index.html.gz'],
    ]);
    assert.equal(brotliDecompressSync(read('index.html.br')).toString(), long);
    assert.equal(gunzipSync(read('index.html.gz')).toString(), long);
    assert.deepEqual([count, plain], [3, 3 * long.length]);
    assert.ok(br > 0 && br < gz && gz < plain);
  });

  test('are the same each time, and hold no time and no system', async () => {
    const before = forms().map(read);
    await precompress(folder);
    assert.deepEqual(forms().map(read), before);
    const { gz } = await compressed(Buffer.from(long));
    assert.deepEqual([...gz.slice(4, 8)], [0, 0, 0, 0]);
    const again = await compressed(Buffer.from(long));
    assert.deepEqual(again.gz, gz);
  });

  test('of what is there no more, or is another now, go', async () => {
    writeFileSync(join(folder, 'index.html'), 'short now');
    await precompress(folder, (file) => file !== 'feed.xml');
    assert.deepEqual(forms(), ['a/index.html.br', 'a/index.html.gz']);
    assert.ok(!filesOf(folder).some((file) => file.endsWith('.unfinished')));
  });

  test('are known by the file they belong to', () => {
    assert.deepEqual(compressedForms(['a', 'a.br', 'a.gz', 'b.gz', 'c.br.gz']), ['a.br', 'a.gz']);
  });

  function read(file: string): Buffer {
    return readFileSync(join(folder, file));
  }
});

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();
}

test('types are told by the name where the ending says too little', () => {
  assert.equal(contentType('explainers/a/cite.json'), 'application/vnd.citationstyles.csl+json');
  assert.equal(contentType('fr/feed.json'), 'application/feed+json');
  assert.equal(contentType('data/facts.schema.json'), 'application/schema+json');
  assert.equal(contentType('data/facts.json'), 'application/json');
  assert.equal(contentType('pagefind/a.pf_fragment'), 'application/octet-stream');
  assert.deepEqual(
    ['a.html', 'a.svg', 'cite.json', 'a.bib', 'a.png', 'a.woff2', 'a.pf_index', 'a.zip'].map(
      isCompressible,
    ),
    [true, true, true, true, false, false, false, false],
  );
});

describe('the configuration of nginx', () => {
  const rules = [
    { path: '/guarantees/*', headers: { 'X-Content-Type-Options': 'nosniff' } },
    { path: '/guarantees/explainers/*', headers: { 'Cross-Origin-Embedder-Policy': 'x' } },
  ];
  const site: HostedSite = { base: '/guarantees/', rules, redirects: [] };
  const choices: NginxChoices = { names: ['example.org'], root: '/srv/www', brotli: true };
  const config = (changed: Partial<NginxChoices> = {}, of: Partial<HostedSite> = {}) =>
    nginxConfig({ ...choices, ...changed }, { ...site, ...of });

  test('sends on to https where there is a certificate, and nowhere where there is none', () => {
    assert.doesNotMatch(config(), /https:|ssl/);
    assert.match(config(), /listen 80;\n {2}listen \[::\]:80;/);
    const tls = { certificate: '/etc/a.pem', key: '/etc/a b.pem' };
    const secure = config({ tls, names: ['example.org', 'www.example.org'] });
    assert.match(secure, /listen 443 ssl http2;/);
    assert.match(secure, /server_name example\.org www\.example\.org;/);
    assert.match(secure, /return 301 https:\/\/example\.org\$request_uri;/);
    assert.match(secure, /ssl_certificate_key "\/etc\/a b\.pem";/);
    const behind = config({ tls, listen: '127.0.0.1:8443' });
    assert.equal(behind.match(/^ *listen .*$/gm)?.length, 1);
  });

  test('asks for the module for Brotli only where it is there', () => {
    assert.match(config(), /brotli_static on;/);
    assert.doesNotMatch(config({ brotli: false }), /brotli/);
    assert.match(config({ brotli: false }), /gzip_static on;/);
  });

  test('has names of variables that nginx takes, and others for another site', () => {
    const variables = (text: string) => new Set(text.match(/\$s[\da-f]{6}_\w+/g));
    const one = variables(config());
    const other = variables(config({ names: [`${'long-'.repeat(20)}.example.org`] }));
    assert.equal(one.size, 2);
    assert.equal(one.intersection(other).size, 0);
    assert.ok([...one, ...other].every((name) => name.length <= 40));
  });

  test('has no place for words that nginx would read as something else', () => {
    for (const names of [[], ['a;b'], ['a b'], ['$host'], ['.'], ['example.org', '']]) {
      assert.throws(() => config({ names }), /is not a list of names/, names.join());
    }
    for (const root of ['/srv/"; evil', '/srv/$host', '/srv/\n', '/srv/\\']) {
      assert.throws(() => config({ root }), /as something else/, root);
    }
    const redirects = [{ from: '/a"/', to: '/b/', status: 301 }];
    assert.throws(() => config({}, { redirects }), /as something else/);
  });

  test('is told the base by the first rule of headers, and old addresses by _redirects', () => {
    assert.equal(baseOf(rules), '/guarantees/');
    assert.equal(baseOf([{ path: '/*', headers: {} }]), '/');
    assert.throws(() => baseOf([]), /_headers/);
    assert.throws(() => baseOf([{ path: '/a', headers: {} }]), /_headers/);
    assert.deepEqual(parseHostRedirects('/a/ /b/#c 301\n\n/d/ /e/ 302\n'), [
      { from: '/a/', to: '/b/#c', status: 301 },
      { from: '/d/', to: '/e/', status: 302 },
    ]);
    for (const line of ['/a/ /b/', '/a/ https://example.org/ 301', 'a b 301', '/a/ /b/ 200']) {
      assert.throws(() => parseHostRedirects(line), /_redirects/, line);
    }
  });
});

describe('the workflow for GitHub Pages', () => {
  const file = join(project, 'deploy/github-pages.yml');
  const workflow = parse(readFileSync(file, 'utf8')) as {
    permissions: object;
    jobs: Record<
      string,
      { permissions: object; steps: { uses?: string; env?: object; with?: object }[] }
    >;
  };
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);

  test('takes actions by commit, and may do no more than it must', () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    assert.ok(used.length > 0);
    for (const action of used) assert.match(action, /^actions\/[\w-]+@[\da-f]{40}$/);
    assert.deepEqual(workflow.permissions, {});
    assert.deepEqual(workflow.jobs['build']?.permissions, { contents: 'read', pages: 'read' });
    assert.deepEqual(workflow.jobs['deploy']?.permissions, {
      pages: 'write',
      'id-token': 'write',
    });
  });

  test('sets every variable of the build, and an empty one is as if it were not there', () => {
    const names = Object.keys(steps.find(({ env }) => env)?.env ?? {});
    const known = readFileSync(join(project, 'src/site.ts'), 'utf8').match(/^ {2}[A-Z_]+(?=:)/gm);
    assert.deepEqual(
      (known ?? []).map((name) => name.trim()).filter((name) => !names.includes(name)),
      [],
    );
    const empty = Object.fromEntries(names.map((name) => [name, '']));
    assert.deepEqual(readSettings(empty), readSettings({}));
    // As configure-pages gives it: without a slash at the end, and empty for a domain of one's own.
    assert.equal(readSettings({ BASE_PATH: '/repository' }).base, '/repository/');
  });

  test('uploads the folder that is built, with what begins with a dot', () => {
    const upload = steps.find(({ uses }) => uses?.includes('upload-pages-artifact'));
    assert.deepEqual(upload?.with, { path: 'dist', 'include-hidden-files': true });
  });
});

test('Netlify publishes the folder that is built, and changes nothing in it', () => {
  const text = readFileSync(join(project, 'netlify.toml'), 'utf8');
  assert.match(text, /^publish = "dist"$/m);
  assert.match(text, /^skip_processing = true$/m);
  assert.match(text, /^command = '.*\bnpm run build'$/m);
  assert.ok(!existsSync(join(project, 'wrangler.toml')), 'docs/decisions/deployment.md');
});

describe('the load that wrk made', () => {
  const output = `Running 10s test @ http://127.0.0.1:1/
  2 threads and 50 connections
  Thread Stats   Avg      Stdev     Max   +/- Stdev
    Latency   645.31us    1.11ms  20.02ms   87.50%
    Req/Sec    36.41k     2.10k   40.00k    99.99%
  Latency Distribution
     50%  500.00us
     99%    3.90ms
  720000 requests in 10.00s, 9.60GB read
Requests/sec:  72000.50
Transfer/sec:      0.96GB
`;

  test('is read from what it prints', () => {
    const load = { requests: 720_000, perSecond: 72_000.5, median: '500.00us', p99: '3.90ms' };
    assert.deepEqual(loadOf(output), { ...load, failed: 0 });
    const errors = '  Socket errors: connect 1, read 2, write 3, timeout 4\n';
    const others = '  Non-2xx or 3xx responses: 5\n';
    assert.equal(loadOf(output + errors + others).failed, 15);
  });

  test('is a failure where it prints something else', () => {
    assert.throws(() => loadOf('unable to connect'), /wrk says: unable to connect/);
  });
});
