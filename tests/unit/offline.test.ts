import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import { dayOf, languageOf, titleOf, withNotice } from '../../src/offline/copy.ts';
import { cacheNames, isOwnCache, isSearchCache } from '../../src/offline/names.ts';
import {
  isFailing,
  isGone,
  isHtml,
  isOfflinePage,
  isStorable,
  keyOf,
  pageKeyOf,
  standIn,
  surplus,
  wayOf,
  type Asked,
} from '../../src/offline/rules.ts';

const scope = 'https://guarantees.example/mirror/';

/** Which way a path below the scope takes; a page's own requests, but for what is said. */
const way = (path: string, more: Partial<Asked> = {}) =>
  wayOf({ method: 'GET', url: scope + path, mode: 'cors', headers: new Headers(), ...more }, scope);

/** The same for a page that is opened. */
const open = (path: string, more: Partial<Asked> = {}) => way(path, { mode: 'navigate', ...more });

describe('the way of a request', () => {
  test('pages come from the network first, with or without a query or a slash', () => {
    for (const path of ['', 'about/', 'fr/about/', 'search/?q=a.b', 'explainers/is-it-nato']) {
      assert.equal(open(path), 'page', path);
    }
  });

  test('what is opened but is no page goes to the network', () => {
    for (const path of ['feed.xml', 'data/facts.json', 'sw.js', '404.html']) {
      assert.equal(open(path), 'network', path);
    }
  });

  test('what is named after its content comes from the store first', () => {
    for (const path of [
      '_assets/player-Dj.js',
      'pagefind/index/en_1b3c5e7.pf_index',
      'pagefind/fragment/en_1082ae1.pf_fragment',
      'pagefind/pagefind.en_155a34c91e.pf_meta',
    ]) {
      assert.equal(way(path), 'asset', path);
    }
  });

  test('the files of the search that change with a build come from the network first', () => {
    for (const path of [
      'search/lexicon.json',
      'fr/search/lexicon.json',
      'pagefind/pagefind.js',
      'pagefind/pagefind-entry.json?ts=17',
      'pagefind/wasm.en.pagefind',
    ]) {
      assert.equal(way(path), 'search', path);
    }
  });

  test('everything else is left alone', () => {
    for (const path of ['sw.js', 'favicon.svg', 'cards/index.png', 'data/facts.json', 'about/']) {
      assert.equal(way(path), 'network', path);
    }
    assert.equal(way('_assets/a.js', { method: 'HEAD' }), 'network');
    assert.equal(open('about/', { method: 'POST' }), 'network');
    assert.equal(way('_assets/a.js', { headers: new Headers({ range: 'bytes=0-9' }) }), 'network');
    for (const url of [
      'https://guarantees.example/about/',
      'https://elsewhere.example/mirror/about/',
      'https://guarantees.example.elsewhere.example/mirror/about/',
    ]) {
      assert.equal(open('', { url }), 'network', url);
    }
  });
});

describe('where a thing is kept', () => {
  test('without query and fragment, a page with a slash at its end', () => {
    assert.equal(keyOf(`${scope}pagefind/a.json?ts=1#b`), `${scope}pagefind/a.json`);
    assert.equal(pageKeyOf(`${scope}search/?q=a#b?c`), `${scope}search/`);
    assert.equal(pageKeyOf(`${scope}about?x`), `${scope}about/`);
    assert.equal(pageKeyOf(scope), scope);
  });

  test('the caches of two sites on one origin are apart', () => {
    const root = Object.values(cacheNames('/', 'a')) as string[];
    const below = Object.values(cacheNames('/mirror/', 'a')) as string[];
    assert.ok(root.every((name) => isOwnCache(name, '/') && !isOwnCache(name, '/mirror/')));
    assert.ok(below.every((name) => isOwnCache(name, '/mirror/') && !isOwnCache(name, '/')));
  });

  test('pages and hashed files outlive a version, the rest does not', () => {
    const [one, two] = [cacheNames('/', 'a'), cacheNames('/', 'b')];
    assert.deepEqual([one.pages, one.assets], [two.pages, two.assets]);
    assert.notEqual(one.shell, two.shell);
    assert.notEqual(one.search, two.search);
    assert.ok(isSearchCache(one.search, '/') && !isSearchCache(one.shell, '/'));
  });

  test('an edition has its own page of stored pages; others have the root’s', () => {
    const pages = [`${scope}offline/`, `${scope}fr/offline/`];
    assert.equal(standIn(`${scope}fr/about/`, pages), pages[1]);
    assert.equal(standIn(`${scope}facts/fr-something/`, pages), pages[0]);
    assert.equal(standIn(`${scope}about/`, pages), pages[0]);
    assert.equal(standIn(`${scope}about/`, []), undefined);
    assert.ok(pages.every(isOfflinePage) && !isOfflinePage(`${scope}about/`));
  });
});

describe('what is stored', () => {
  const answered = (more: object = {}, headers: HeadersInit = {}) => ({
    status: 200,
    type: 'basic',
    redirected: false,
    headers: new Headers(headers),
    ...more,
  });

  test('whole answers of the site itself, and nothing else', () => {
    assert.ok(isStorable(answered()));
    for (const more of [
      { status: 206 },
      { status: 404 },
      { status: 500 },
      { status: 0, type: 'opaqueredirect' },
      { type: 'opaque' },
      { type: 'cors' },
      { type: 'error' },
      { redirected: true },
    ]) {
      assert.ok(!isStorable(answered(more)), JSON.stringify(more));
    }
    assert.ok(isStorable(answered({}, { 'cache-control': 'no-cache' })));
    assert.ok(!isStorable(answered({}, { 'cache-control': 'private, No-Store' })));
  });

  test('as a page only HTML', () => {
    assert.ok(isHtml(answered({}, { 'content-type': 'text/html; charset=utf-8' })));
    assert.ok(!isHtml(answered({}, { 'content-type': 'application/json' })));
    assert.ok(!isHtml(answered()));
  });

  test('a page that is gone is told from a host that fails', () => {
    assert.deepEqual(
      [404, 410, 403, 503, 200].map((status) => isGone({ ...answered(), status })),
      [true, true, false, false, false],
    );
    assert.deepEqual(
      [500, 522, 404, 200].map((status) => isFailing({ ...answered(), status })),
      [true, true, false, false],
    );
  });
});

describe('what goes', () => {
  test('the least recently used, the older first where two were used at once', () => {
    const stored = [
      { key: 'a', used: 5 },
      { key: 'b', used: 1 },
      { key: 'c', used: 9 },
      { key: 'd', used: 1 },
    ];
    assert.deepEqual(surplus(stored, 4), []);
    assert.deepEqual(surplus(stored, 3), ['b']);
    assert.deepEqual(surplus(stored, 1), ['b', 'd', 'a']);
  });

  test('never more than needed, and never one used later than one that stays', () => {
    const some = fc
      .array(fc.nat(9))
      .map((times) => times.map((used, index) => ({ key: String(index), used })));
    fc.assert(
      fc.property(some, fc.nat(20), (stored, most) => {
        const gone = new Set(surplus(stored, most));
        const stays = stored.filter(({ key }) => !gone.has(key));
        assert.equal(stays.length, Math.min(most, stored.length));
        const first = Math.min(...stays.map(({ used }) => used));
        assert.ok(stored.every(({ key, used }) => !gone.has(key) || used <= first));
      }),
    );
  });
});

describe('a stored page', () => {
  const page = `<!doctype html><html lang="en"><head><title>A – B</title>
<meta property="og:title" content="Is it &#34;true&#34;, or &amp;lt;?"></head>
<body><header class="masthead"><a>B</a></header><main><header><h1>A</h1></header></main></body></html>`;

  test('is called what it is called when shared, else what its window is called', () => {
    assert.equal(titleOf(page), 'Is it "true", or &lt;?');
    assert.equal(titleOf('<title>A &#39;B&#39; – C</title>'), "A 'B' – C");
    assert.equal(titleOf('<p>A</p>'), '');
  });

  test('says its language', () => {
    assert.equal(languageOf(page), 'en');
    assert.equal(languageOf('<html class="a" lang=uk>'), 'uk');
    assert.equal(languageOf('<html>'), '');
  });

  test('gets its notice once, at the end of the masthead, as it stands', () => {
    const marked = withNotice(page, 'Stored on $& $1');
    assert.ok(
      marked.includes('<a>B</a><div class="bar meta"><p>Stored on $& $1</p></div></header>'),
    );
    assert.equal(marked.split('Stored on').length, 2);
    assert.equal(withNotice('<p>A</p>', 'B'), '<p>A</p>');
  });

  test('is dated by the reader’s day', () => {
    const moment = new Date(2026, 10, 26, 0, 30);
    assert.equal(dayOf(moment), '2026-11-26');
    assert.equal(dayOf(new Date(2026, 10, 26, 23, 30)), '2026-11-26');
  });
});
