/** The command scripts: the server, the browser search, the installer's judgement, new articles. */
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { parse } from 'yaml';
import { findBrowser } from '../../scripts/browser.mjs';
import { Failure } from '../../scripts/lib/failure.mjs';
import { installFailure, linkNode, missingPackages } from '../../scripts/lib/install.mjs';
import { listen, readPort } from '../../scripts/lib/listen.mjs';
import { newExplainer } from '../../scripts/lib/new-explainer.mjs';
import { nodeTooOld, runsTypeScript } from '../../scripts/lib/node-version.mjs';
import { capture } from '../../scripts/lib/run.mjs';
import { readSettings } from '../../scripts/lib/serve-site.mjs';
import { slugFrom } from '../../scripts/lib/slug.mjs';
import { startArticle } from '../../scripts/new.mjs';
import { serve } from '../../scripts/serve.mjs';

const scratch = mkdtempSync(join(tmpdir(), 'scripts-test-'));
after(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** Writes files below a new folder and returns the folder. */
function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(join(scratch, 'folder-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Checks that an error is told in one sentence that says the words given. */
function sentence(words: RegExp) {
  return (error: unknown) => {
    assert.ok(error instanceof Failure);
    assert.match(error.message, words);
    assert.doesNotMatch(error.message, /\n/);
    return true;
  };
}

interface Reply {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Sends a path exactly as it is written: `fetch` would tidy it first. */
function ask(url: string, path: string, method = 'GET'): Promise<Reply> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    })
      .on('error', reject)
      .end();
  });
}

describe('the server', () => {
  const files = {
    'site/index.html': 'front page',
    'site/404.html': 'no such page',
    'site/explainers/index.html': 'explainers',
    'site/explainers/who-pays/index.html': 'who pays',
    'site/assets/site.css': 'body{}',
    'site/assets/two words.txt': 'words',
    'site/data/facts.json': '{}',
    'site/data/promises.csv': 'a,b',
    'site/feed.xml': '<feed/>',
    'site/icon.png': 'png',
    'site/mark.svg': '<svg/>',
    'site/module.mjs': '',
    'site/pagefind/index.pf_index': 'bytes',
    'site/pagefind/wasm.wasm': 'wasm',
    'site/site.webmanifest': '{}',
    'site/sw.js': '',
    'secret.txt': 'secret',
    'site-secret/index.html': 'secret',
  };
  const outer = folderOf(files);
  const root = join(outer, 'site');
  symlinkSync(join(outer, 'secret.txt'), join(root, 'out.txt'));
  symlinkSync(join(outer, 'site-secret'), join(root, 'out'));
  symlinkSync(join(root, 'feed.xml'), join(root, 'rss.xml'));

  let server: Awaited<ReturnType<typeof serve>>;
  before(async () => {
    server = await serve({ root });
  });
  after(() => server.close());

  test('serves a folder by its index, and sends a path without the slash to it', async () => {
    assert.equal((await ask(server.url, '/')).body, 'front page');
    const page = await ask(server.url, '/explainers/who-pays/');
    assert.equal(page.status, 200);
    assert.equal(page.body, 'who pays');
    const bare = await ask(server.url, '/explainers/who-pays?from=feed');
    assert.equal(bare.status, 308);
    assert.equal(bare.headers.location, '/explainers/who-pays/?from=feed');
  });

  test('gives each kind of file its type and lets no browser guess', async () => {
    const types = {
      '/': 'text/html; charset=utf-8',
      '/assets/site.css': 'text/css; charset=utf-8',
      '/assets/two%20words.txt?x': 'text/plain; charset=utf-8',
      '/data/facts.json': 'application/json',
      '/data/promises.csv': 'text/csv; charset=utf-8',
      '/feed.xml': 'application/rss+xml; charset=utf-8',
      '/icon.png': 'image/png',
      '/mark.svg': 'image/svg+xml',
      '/module.mjs': 'text/javascript; charset=utf-8',
      '/pagefind/index.pf_index': 'application/octet-stream',
      '/pagefind/wasm.wasm': 'application/wasm',
      '/site.webmanifest': 'application/manifest+json',
      '/sw.js': 'text/javascript; charset=utf-8',
    };
    for (const [path, type] of Object.entries(types)) {
      const { status, headers } = await ask(server.url, path);
      assert.equal(status, 200, path);
      assert.equal(headers['content-type'], type, path);
      assert.equal(headers['x-content-type-options'], 'nosniff', path);
      assert.equal(headers['cache-control'], 'no-cache', path);
    }
  });

  test('shows the 404 page for what is not there', async () => {
    const paths = ['/nothing', '/nothing/', '/feed.xml/', '/assets', '/assets/', '//explainers'];
    for (const path of paths) {
      const { status, body, headers } = await ask(server.url, path);
      assert.equal(status, 404, path);
      assert.equal(body, 'no such page', path);
      assert.equal(headers.location, undefined, path);
    }
  });

  test('never leaves its folder', async () => {
    const paths = [
      '/../secret.txt',
      '/explainers/../../secret.txt',
      '/%2e%2e/secret.txt',
      '/%2e%2e%2fsecret.txt',
      '/..%5csecret.txt',
      '/../site-secret/',
      '/out.txt',
      '/out',
      '/out/',
    ];
    for (const path of paths) {
      const { status, body } = await ask(server.url, path);
      assert.equal(status, 404, path);
      assert.equal(body, 'no such page', path);
    }
    assert.equal((await ask(server.url, '/rss.xml')).body, '<feed/>', 'a link inside is followed');
  });

  test('refuses a path that is not written as one', async () => {
    for (const path of ['/%', '/%zz', '/%ff', '/index.html%00.txt', 'http://elsewhere.example/']) {
      assert.equal((await ask(server.url, path)).status, 400, path);
    }
  });

  test('answers HEAD without a body, and no method that would change something', async () => {
    const head = await ask(server.url, '/', 'HEAD');
    assert.equal(head.status, 200);
    assert.equal(head.headers['content-length'], String('front page'.length));
    assert.equal(head.body, '');
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const { status, headers } = await ask(server.url, '/', method);
      assert.equal(status, 405, method);
      assert.equal(headers.allow, 'GET, HEAD', method);
    }
  });

  test('serves the site below a base path', async () => {
    for (const base of ['/guarantees/', 'guarantees']) {
      const below = await serve({ root, base });
      try {
        assert.equal(below.url, `http://127.0.0.1:${below.port}/guarantees/`);
        assert.equal((await ask(below.url, '/guarantees/')).body, 'front page');
        assert.equal((await ask(below.url, '/')).headers.location, '/guarantees/');
        assert.equal((await ask(below.url, '/guarantees')).headers.location, '/guarantees/');
        const bare = await ask(below.url, '/guarantees/explainers');
        assert.equal(bare.headers.location, '/guarantees/explainers/');
        assert.equal((await ask(below.url, '/explainers/')).status, 404);
        assert.equal((await ask(below.url, '/guarantees/../secret.txt')).status, 404);
      } finally {
        await below.close();
      }
    }
  });

  test('takes the next port where that is wanted, else says that it is taken', async () => {
    const taken = server.port;
    await assert.rejects(serve({ root, port: taken }), sentence(/^Port \d+ is taken/));
    const next = await serve({ root, port: taken, nextFree: true });
    try {
      assert.ok(next.port > taken);
      assert.equal((await ask(next.url, '/')).body, 'front page');
    } finally {
      await next.close();
    }
  });

  test('says that there is no site', async () => {
    await assert.rejects(serve({ root: join(scratch, 'nowhere') }), sentence(/npm run build/));
    await assert.rejects(serve({ root: folderOf({ 'a.txt': '' }) }), sentence(/npm run build/));
  });
});

describe('where to listen', () => {
  test('reads the port', () => {
    assert.equal(readPort(undefined, 4321), 4321);
    assert.equal(readPort('', 4321), 4321);
    assert.equal(readPort('8080', 4321), 8080);
    for (const text of ['http', '-1', '80.5', '65536', '1e3']) {
      assert.throws(() => readPort(text, 4321), sentence(/is not a port/));
    }
  });

  test('listens on this machine only, unless the flag or the variable says otherwise', () => {
    const hostOf = (args: string[], env = {}) => readSettings(args, env).host;
    assert.equal(hostOf([]), '127.0.0.1');
    assert.equal(hostOf([], { HOST: '192.0.2.1' }), '192.0.2.1');
    assert.equal(hostOf(['--host'], { HOST: '192.0.2.1' }), '0.0.0.0');
    assert.equal(hostOf(['--host', '--port', '80']), '0.0.0.0');
    assert.equal(hostOf(['--host', '192.0.2.7']), '192.0.2.7');
    assert.equal(hostOf(['--host=192.0.2.7']), '192.0.2.7');
  });

  test('moves on from a port that is taken, but not from one named on the command line', () => {
    assert.deepEqual(readSettings([], { PORT: '80', BASE_PATH: '/below/' }), {
      port: 80,
      nextFree: true,
      host: '127.0.0.1',
      base: '/below/',
    });
    const { port, nextFree } = readSettings(['--port', '81'], { PORT: '80' });
    assert.deepEqual({ port, nextFree }, { port: 81, nextFree: false });
    assert.throws(() => readSettings(['--prot', '81'], {}), sentence(/only arguments are/));
  });

  test('says that an address is not one of this machine', async () => {
    const server = createServer();
    server.listen = () => {
      const error = Object.assign(new Error(), { code: 'EADDRNOTAVAIL' });
      queueMicrotask(() => server.emit('error', error));
      return server;
    };
    const where = { port: 0, host: '192.0.2.1', nextFree: true };
    await assert.rejects(
      listen(server, where),
      sentence(/"192\.0\.2\.1" is not an address of this/),
    );
  });
});

describe('the browser', () => {
  test('is the one CHROMIUM_PATH names', () => {
    const file = join(folderOf({ chromium: '' }), 'chromium');
    assert.equal(findBrowser({ CHROMIUM_PATH: file }), file);
  });

  test('is not looked for elsewhere when CHROMIUM_PATH names no file', () => {
    for (const path of [join(scratch, 'no-such-browser'), scratch]) {
      assert.throws(
        () => findBrowser({ CHROMIUM_PATH: path, PATH: process.env['PATH'] }),
        sentence(/CHROMIUM_PATH is ".*which is not a file/),
      );
    }
  });

  test(
    'is found on the PATH, where only a program counts',
    { skip: process.platform === 'win32' && 'programs are told by their endings there' },
    () => {
      const folder = folderOf({ 'not/chromium': '', 'yes/google-chrome': '' });
      const program = join(folder, 'yes', 'google-chrome');
      rmSync(program);
      symlinkSync(process.execPath, program);
      const found = findBrowser({ PATH: `${join(folder, 'not')}:${join(folder, 'yes')}` });
      assert.equal(found, program);
    },
  );
});

describe('the Node version', () => {
  test('too old a Node is told so', () => {
    assert.match(nodeTooOld('18.20.8') ?? '', /^Node 18\.20\.8 is too old: install Node 20/);
    assert.notEqual(nodeTooOld('9.11.2'), null);
    assert.equal(nodeTooOld('20.0.0'), null);
    assert.equal(nodeTooOld('100.0.0'), null);
  });

  test('scripts need one that runs TypeScript', () => {
    const fit = ['22.18.0', '22.21.1', '23.6.0', '24.0.0', '26.1.0'];
    const unfit = ['20.20.2', '22.12.0', '22.17.9', '23.5.0'];
    assert.deepEqual([...fit, ...unfit].filter(runsTypeScript), fit);
  });
});

describe('the installation', () => {
  const machine = { os: 'linux', cpu: 'x64', libc: 'glibc' };
  const wanted = {
    '': {},
    'node_modules/astro': { version: '7.0.0', integrity: 'a' },
    'node_modules/linux-gnu': { version: '1.0.0', optional: true, os: ['linux'], libc: ['glibc'] },
    'node_modules/linux-musl': { version: '1.0.0', optional: true, os: ['linux'], libc: ['musl'] },
    'node_modules/mac': { version: '1.0.0', optional: true, os: 'darwin', cpu: 'arm64' },
    'node_modules/not-linux': { version: '1.0.0', optional: true, os: ['!linux'] },
    'node_modules/anywhere': { version: '1.0.0', optional: true },
  };
  const complete = {
    'node_modules/astro': wanted['node_modules/astro'],
    'node_modules/linux-gnu': wanted['node_modules/linux-gnu'],
  };
  const missing = (installed?: object) =>
    missingPackages(
      folderOf({
        'package-lock.json': JSON.stringify({ packages: wanted }),
        ...(installed && {
          'node_modules/.package-lock.json': JSON.stringify({ packages: installed }),
        }),
      }),
      machine,
    );

  test('is complete without what belongs to other machines', () => {
    assert.deepEqual(missing(complete), []);
  });

  test('lacks everything where nothing is installed', () => {
    assert.deepEqual(missing(), ['node_modules/astro', 'node_modules/linux-gnu']);
  });

  test('lacks a package in another version, and one for this machine', () => {
    assert.deepEqual(missing({ 'node_modules/astro': { version: '6.0.0', integrity: 'b' } }), [
      'node_modules/astro',
      'node_modules/linux-gnu',
    ]);
  });

  test(
    'links the Node that came as a package, where npm has not',
    { skip: process.platform === 'win32' && 'there is no such package there' },
    () => {
      assert.equal(linkNode(folderOf({})), false);
      const name = `node-${process.platform}-${process.arch}`;
      const folder = folderOf({ [`node_modules/${name}/bin/node`]: 'the program' });
      for (const time of ['at first', 'again']) {
        assert.equal(linkNode(folder), true, time);
        assert.equal(readFileSync(join(folder, 'node_modules/.bin/node'), 'utf8'), 'the program');
      }
    },
  );

  test('that failed says whether the network was at fault', () => {
    const offline = 'npm error code ENOTFOUND\nnpm error network request to x failed';
    assert.match(
      installFailure(1, offline),
      /^"npm ci" failed because the network.*ENOTFOUND\)\.$/,
    );
    const other =
      'npm error code EUSAGE\nnpm error\nnpm error not in sync\nnpm error Usage:\nnpm error npm ci';
    assert.equal(
      installFailure(1, other),
      '"npm ci" failed with exit code 1; npm\'s last lines were:\n  npm error code EUSAGE\n  npm error not in sync',
    );
  });
});

describe('running programs', () => {
  test('keeps what they print and their exit code', async () => {
    const script = 'console.log("out"); console.error("err"); process.exitCode = 3';
    const { code, output } = await capture(process.execPath, ['-e', script]);
    assert.equal(code, 3);
    assert.match(output, /out/);
    assert.match(output, /err/);
  });

  test('stops one that does not end', async () => {
    const endless = ['-e', 'setInterval(() => {}, 1000)'];
    const { code } = await capture(process.execPath, endless, { timeoutMs: 50 });
    assert.notEqual(code, 0);
  });

  test('says that a program does not exist', async () => {
    await assert.rejects(
      capture('no-such-program', []),
      sentence(/"no-such-program" was not found/),
    );
  });
});

describe('the slug of a title', () => {
  const slugs: [string, string | null][] = [
    ['Who would watch the ceasefire?', 'who-would-watch-the-ceasefire'],
    ['  What has Canada’s army promised, in 2026? ', 'what-has-canadas-army-promised-in-2026'],
    ['Où iraient les soldats œuvrant à Łódź ?', 'ou-iraient-les-soldats-oeuvrant-a-lodz'],
    ['Що таке НАТО?', null],
    ['What is НАТО?', null],
    ['2026: what now?', null],
    ['???', null],
  ];
  for (const [title, slug] of slugs) {
    test(`"${title}" becomes ${slug ?? 'nothing'}`, () => {
      assert.equal(slugFrom(title), slug);
    });
  }
});

describe('a new article', () => {
  const now = new Date('2026-11-23T23:30:00Z');
  const project = () =>
    folderOf({
      'src/content/ledger/questions.yaml':
        '- { id: uk-vote, theme: law-and-vote }\n- { id: people-vote, theme: law-and-vote }\n- { id: who-pays, theme: money }\n',
      'src/content/words/en/questions.yaml':
        'uk-vote: { plain: Will MPs in Britain vote on it? }\npeople-vote: { plain: Can ordinary people vote on it? }\nwho-pays: { plain: Who pays for this? }\n',
      'src/content/explainers/en/a-money-page.md': '---\ntheme: money\n---\n',
      'src/content/explainers/en/z-vote-page.md': '---\ntheme: law-and-vote\n---\n',
    });
  const read = (root: string, file: string) => {
    const text = readFileSync(join(root, file), 'utf8');
    const [, frontMatter = '', body = ''] = text.split('---\n');
    return { frontMatter: parse(frontMatter) as Record<string, unknown>, body };
  };

  test('knows its address, its day, its theme and its question from the title', () => {
    const root = project();
    const { file } = newExplainer({ root, title: 'Will MPs in Britain vote on this?', now });
    assert.equal(file, 'src/content/explainers/en/will-mps-in-britain-vote-on-this.md');
    const { frontMatter, body } = read(root, file);
    assert.deepEqual(Object.keys(frontMatter), [
      'title',
      'answer',
      'theme',
      'answers',
      'keyFacts',
      'checked',
      'related',
      'aliases',
      'changes',
    ]);
    assert.equal(frontMatter['theme'], 'law-and-vote');
    assert.deepEqual(frontMatter['answers'], ['uk-vote']);
    assert.equal(frontMatter['checked'], '2026-11-23');
    assert.deepEqual(frontMatter['related'], ['z-vote-page', 'a-money-page']);
    assert.deepEqual(frontMatter['changes'], [
      { date: '2026-11-23', kind: 'published', text: 'First published.' },
    ]);
    assert.match(
      body,
      /\n## What is not known yet \{#not-known\}\n\n- .*\n- Anything that happened after \d+ \w+ \d{4}, the date of our newest source\.\n$/,
    );
  });

  test('has a section for each of several questions', () => {
    const root = project();
    const { file, theme } = newExplainer({
      root,
      title: 'Note: who votes, "really"?',
      answers: ['uk-vote', 'people-vote', 'uk-vote'],
      slug: 'votes',
      now,
    });
    assert.equal(theme, 'law-and-vote');
    const { frontMatter, body } = read(root, file);
    assert.equal(frontMatter['title'], 'Note: who votes, "really"?');
    assert.deepEqual(frontMatter['answers'], ['uk-vote', { 'people-vote': 'people-vote' }]);
    assert.match(body, /^## Will MPs in Britain vote on it\? \{#uk-vote\}$/m);
    assert.match(body, /^## Can ordinary people vote on it\? \{#people-vote\}$/m);
    assert.equal(body.match(/^## /gm)?.length, 4);
  });

  test('adds its question to the list where the list does not have it', () => {
    const root = project();
    const title = 'What did "three" leaders sign: a treaty?';
    const { file, answers } = newExplainer({ root, title, theme: 'law-and-vote', now });
    const id = 'what-did-three-leaders-sign-a-treaty';
    assert.deepEqual(answers, [id]);
    assert.deepEqual(read(root, file).frontMatter['answers'], [id]);
    const list = (path: string) => parse(readFileSync(join(root, path), 'utf8')) as unknown;
    assert.deepEqual((list('src/content/ledger/questions.yaml') as unknown[]).at(-1), {
      id,
      theme: 'law-and-vote',
    });
    assert.deepEqual((list('src/content/words/en/questions.yaml') as Record<string, unknown>)[id], {
      plain: title,
      variants: [],
    });
  });

  test('answers no question that another article answers', () => {
    const root = project();
    const taken = join(root, 'src/content/explainers/en/a-money-page.md');
    writeFileSync(taken, '---\ntheme: money\nanswers: [other: part, who-pays: costs]\n---\n');
    assert.throws(
      () => newExplainer({ root, title: 'Who pays for this?', slug: 'again', now }),
      sentence(/^"who-pays" is answered by a-money-page already; write there/),
    );
    assert.equal(existsSync(join(root, 'src/content/explainers/en/again.md')), false);
  });

  test('never takes the place of another', () => {
    const root = project();
    const title = 'A money page';
    assert.throws(
      () => newExplainer({ root, title, theme: 'money', now }),
      sentence(/^src\/content\/explainers\/en\/a-money-page\.md exists already/),
    );
    assert.equal(
      readFileSync(join(root, 'src/content/explainers/en/a-money-page.md'), 'utf8'),
      '---\ntheme: money\n---\n',
    );
  });

  test('says what does not exist, and what does', () => {
    const root = project();
    const title = 'What of the weather?';
    const fails = (wish: object, words: RegExp) => {
      assert.throws(() => newExplainer({ root, title, ...wish, now }), sentence(words));
    };
    fails({}, /add --theme with one of law-and-vote, money\.$/);
    fails({ theme: 'mony' }, /no theme "mony"; the nearest are money/);
    fails({ theme: 'vote' }, /no theme "vote"; the nearest are law-and-vote/);
    fails({ answers: ['uk-vot'] }, /no question "uk-vot"; the nearest are uk-vote/);
    fails({ theme: 'money', slug: '../outside' }, /cannot be an address/);
    fails({ theme: 'money', title: 'Що таке НАТО?' }, /give one with --slug/);
  });

  test('is started from the command line', async () => {
    const root = project();
    const said = await startArticle(['Who pays for this?', '--slug=who-pays'], root);
    assert.match(
      said,
      /^src\/content\/explainers\/en\/who-pays\.md \(theme money, answers who-pays\)/,
    );
    assert.match(said, /npm run dev.*npm run check/);
    await assert.rejects(startArticle([], root), sentence(/^Usage: npm run new/));
    await assert.rejects(startArticle(['A title', '--colour=red'], root), sentence(/^Usage: /));
  });
});
