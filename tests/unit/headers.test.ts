/** Response headers: the list, what is made from it for each host, and the score it would get. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { headersAt, readHeaders } from '../../scripts/lib/site-headers.mjs';
import { headersFile, nginxHeaders } from '../../src/headers/hosts.ts';
import { observatory, type Scored } from '../../src/headers/observatory.ts';
import { inlinedIn, metaPolicy, pagePolicy, together } from '../../src/headers/policy.ts';
import { headerRules, type HeaderRule } from '../../src/headers/rules.ts';
import { sealed } from '../../src/headers/seal.ts';

const source = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const page = (head: string, body = '') =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${head}</head><body>${body}</body></html>`;

const policy = 'Content-Security-Policy';
const keep = 'Cache-Control';

describe('what a page has written into itself', () => {
  test('is named by its hash, each once, and data are not code', () => {
    const inlined = inlinedIn(
      page(
        '<script>one()</script><style>a{}</style><script type="application/ld+json">{}</script>',
        '<script type="module">two(`</p>`)</script><script>one()</script><script src="/x.js"></script>',
      ),
    );
    assert.deepEqual(inlined.scripts, [source('one()'), source('two(`</p>`)')].toSorted());
    assert.deepEqual(inlined.styles, [source('a{}')]);
  });

  test('an import map is code, because it says what is loaded', () => {
    const { scripts } = inlinedIn('<script type="importmap">{}</script>');
    assert.deepEqual(scripts, [source('{}')]);
  });

  test('of several pages is taken together', () => {
    const both = together([inlinedIn('<script>b</script>'), inlinedIn('<script>a</script>')]);
    assert.deepEqual(both.scripts, [source('a'), source('b')].toSorted());
  });
});

describe('a policy', () => {
  const inlined = inlinedIn('<script>one()</script>');

  test('allows nothing unsafe and nothing of others', () => {
    for (const text of [pagePolicy(inlined), metaPolicy(inlined)]) {
      assert.match(text, /^default-src 'none';/);
      assert.doesNotMatch(text, /unsafe|https?:|data:|\*/);
      assert.match(text, /require-trusted-types-for 'script'/);
      assert.ok(text.includes(source('one()')));
    }
  });

  test('in a header also forbids frames, of which a meta says nothing', () => {
    assert.match(pagePolicy(inlined), /frame-ancestors 'none'/);
    assert.doesNotMatch(metaPolicy(inlined), /frame-ancestors/);
  });
});

describe('a sealed page', () => {
  const script = Buffer.from('run()');

  test('has its policy before anything that the policy concerns', () => {
    const html = sealed(page('<style>a{}</style>'), () => script);
    const [, content = ''] = /content="(default-src[^"]*)"/.exec(html) ?? [];
    assert.equal(content, metaPolicy(inlinedIn('<style>a{}</style>')));
    assert.ok(html.indexOf(content) < html.indexOf('<style>'));
    assert.ok(html.includes('<meta name="referrer" content="same-origin">'));
  });

  test('names the hash of each script that it loads', () => {
    const html = sealed(page('<script type="module" src="/a.js"></script>'), () => script);
    const hash = createHash('sha256').update(script).digest('base64');
    assert.ok(html.includes(`<script type="module" src="/a.js" integrity="sha256-${hash}">`));
  });

  test('is made once, and only where the policy has a place', () => {
    assert.throws(
      () =>
        sealed(
          sealed(page(''), () => script),
          () => script,
        ),
      /already/,
    );
    assert.throws(() => sealed('<html><head></head></html>', () => script), /head/);
    assert.throws(() => sealed('<script></script><meta charset="utf-8">', () => script), /head/);
  });
});

/** A small site, with something of each kind. */
const files: Record<string, string> = {
  '404.html': page(''),
  '_assets/a-1.js': '',
  _headers: '',
  _redirects: '',
  'cards/a.png': '',
  'explainers/a/index.html': page('<style>a{}</style>'),
  'explainers/b/index.html': page('<style>b{}</style>'),
  'explainers/b/qr.svg': '',
  'feed.xml': '',
  'index.html': page('<style>home{}</style>'),
  'pagefind/fragment/en_1.pf_fragment': '',
  'pagefind/pagefind-worker.js': '',
  'pagefind/pagefind.en_0123456789.pf_meta': '',
  'pagefind/pagefind.js': '',
};

const rulesBelow = (base: string): HeaderRule[] =>
  headerRules({ base, files: Object.keys(files), inlined: (file) => inlinedIn(files[file] ?? '') });

for (const base of ['/', '/guarantees/']) {
  describe(`the list of headers below ${base}`, () => {
    const rules = rulesBelow(base);
    const at = (path: string) => headersAt(rules, base + path);

    test('says of no address the same header twice, and something of every file', () => {
      for (const file of Object.keys(files).filter((name) => !/^_(headers|redirects)/.test(name))) {
        const path = `${base}${file.replace(/index\.html$/, '')}`;
        const fits = rules.filter((rule) => Object.keys(headersAt([rule], path)).length > 0);
        const names = fits.flatMap(({ headers }) => Object.keys(headers));
        assert.equal(new Set(names).size, names.length, path);
        assert.ok(names.includes(policy) && names.includes(keep), path);
      }
    });

    test('gives a folder the hashes of its own pages, and no others', () => {
      const text = at('explainers/a/')[policy] ?? '';
      assert.ok(text.includes(source('a{}')) && text.includes(source('b{}')));
      assert.ok(!text.includes(source('home{}')));
      assert.ok((at('')[policy] ?? '').includes(source('home{}')));
    });

    test('lets WebAssembly into the worker of the search, and nowhere else', () => {
      const allowing = rules.filter(({ headers }) => headers[policy]?.includes('wasm'));
      assert.deepEqual(
        allowing.map(({ path }) => path),
        [`${base}pagefind/pagefind-worker.js`],
      );
      assert.ok(!rules.some(({ headers }) => /'unsafe-/.test(headers[policy] ?? '')));
    });

    test('keeps for ever what changes its name, a day what others show, and asks for the rest', () => {
      const forever = 'public, max-age=31536000, immutable';
      for (const path of [
        '_assets/a-1.js',
        'pagefind/fragment/en_1.pf_fragment',
        'pagefind/pagefind.en_0123456789.pf_meta',
      ]) {
        assert.equal(at(path)[keep], forever, path);
      }
      assert.equal(at('cards/a.png')[keep], 'public, max-age=86400');
      for (const path of ['', 'explainers/a/', 'sw.js', 'pagefind/pagefind.js', 'feed.xml']) {
        assert.equal(at(path)[keep], 'no-cache', path);
      }
    });

    test('is the same when it is read back from the file for hosts', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'headers-test-'));
      try {
        writeFileSync(join(folder, '_headers'), headersFile(rules));
        assert.deepEqual(await readHeaders(folder), rules);
      } finally {
        rmSync(folder, { recursive: true });
      }
    });

    test('is the same for nginx, where each header is chosen by the address', () => {
      const { maps, added } = nginxHeaders(rules);
      const text = maps + added;
      const addresses = Object.keys(files).map((file) => base + file.replace(/index\.html$/, ''));
      for (const path of [...addresses, `${base}sw.js`, `${base}nowhere/`]) {
        assert.deepEqual(answeredByNginx(text, path), headersAt(rules, path), path);
      }
    });
  });
}

/** What nginx adds for an address: a value, or of each `map` the first pattern that fits; nothing if empty. */
function answeredByNginx(text: string, path: string): Record<string, string> {
  const maps = [...text.matchAll(/map \$uri (\$\w+) \{\n {2}default "";\n([^]*?)\n?\}\n/g)];
  const values = new Map(
    maps.map(([, name = '', lines = '']) => {
      const cases = [...lines.matchAll(/^ {2}"~([^"]+)" "(.*)";$/gm)];
      const found = cases.find(([, pattern = '']) => new RegExp(pattern).test(path));
      return [name, found?.[2] ?? ''];
    }),
  );
  const added = [...text.matchAll(/^add_header ([\w-]+) (?:(\$\w+)|"(.*)") always;$/gm)];
  return Object.fromEntries(
    added
      .map(([, name = '', variable = '', value]): [string, string] => [
        name,
        value ?? values.get(variable) ?? '',
      ])
      .filter(([, value]) => value !== ''),
  );
}

describe('files for hosts', () => {
  const rule = { path: '/', headers: { [keep]: 'no-cache' } };

  test('are not made where a host would leave something out', () => {
    assert.throws(() => headersFile(Array.from({ length: 101 }, () => rule)), /hosts read 100/);
    assert.throws(
      () => headersFile([{ path: '/', headers: { [policy]: 'x'.repeat(2000) } }]),
      /too long/,
    );
  });

  test('are not made where nginx would read a variable', () => {
    assert.throws(() => nginxHeaders([{ path: '/', headers: { [keep]: '$uri' } }]), /variable/);
  });
});

describe('the score of the Observatory', () => {
  const best: Scored = {
    headers: {
      ...headersAt(rulesBelow('/'), '/'),
      'Content-Type': 'text/html',
    },
    html: sealed(page('<script src="/a.js"></script>'), () => Buffer.from('')),
    redirectsToHttps: true,
  };
  const without = (name: string): Scored => ({
    ...best,
    headers: Object.fromEntries(Object.entries(best.headers).filter(([one]) => one !== name)),
  });
  const scoreOf = (changed: Partial<Scored>) => observatory({ ...best, ...changed }).score;
  const withPolicy = (text: string) =>
    scoreOf({ headers: { ...best.headers, [policy]: text }, html: '' });

  test('is 135 for the headers of a page, and 140 once the domain is preloaded', () => {
    assert.equal(scoreOf({}), 135);
    assert.equal(scoreOf({ preloaded: true }), 140);
  });

  test('loses what the tables say for each header that is missing', () => {
    // Without the header the page has still the policy of its meta, which cannot forbid frames.
    assert.equal(observatory(without(policy)).score, 130);
    assert.equal(observatory({ ...without(policy), html: '' }).score, 75);
    assert.equal(observatory(without('X-Frame-Options')).score, 135);
    assert.equal(observatory(without('Referrer-Policy')).score, 130);
    assert.equal(observatory(without('Cross-Origin-Resource-Policy')).score, 125);
    assert.equal(observatory(without('X-Content-Type-Options')).score, 130);
    // Below 90 without the bonus there is none.
    assert.equal(observatory(without('Strict-Transport-Security')).score, 80);
    assert.equal(scoreOf({ redirectsToHttps: false }), 80);
    assert.equal(scoreOf({ html: best.html.replace(/ integrity="[^"]*"/, '') }), 130);
  });

  test('falls with every hole in a policy', () => {
    const strict = "default-src 'none'; form-action 'self'; frame-ancestors 'none'";
    assert.equal(withPolicy(strict), 130);
    assert.equal(withPolicy("default-src 'none'; frame-ancestors 'none'"), 125);
    assert.equal(withPolicy(strict.replace("'none'", "'self'")), 125);
    assert.equal(withPolicy(`${strict}; script-src 'unsafe-inline'`), 80);
    assert.equal(withPolicy(`${strict}; script-src 'self' https:`), 80);
    assert.equal(withPolicy(`${strict}; script-src 'unsafe-inline' 'sha256-x'`), 130);
    assert.equal(withPolicy(`${strict}; script-src 'self' 'unsafe-eval'`), 110);
    assert.equal(withPolicy(`${strict}; img-src http://example.org`), 110);
    assert.equal(withPolicy(`${strict}; style-src 'unsafe-inline'`), 120);
    assert.equal(withPolicy(`${strict}; form-action *`), 75);
  });

  test('counts what all policies of a page allow', () => {
    const loose = "default-src 'none'; script-src 'unsafe-inline'; form-action 'self'";
    const html = `<meta http-equiv="content-security-policy" content="script-src 'self'">`;
    const headers = { ...best.headers, [policy]: `${loose}; frame-ancestors 'none'` };
    assert.equal(scoreOf({ headers, html: '' }), 80);
    assert.equal(scoreOf({ headers, html }), 130);
  });
});
