import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import { cleanQuery, longestQuery } from '../../src/search/clean.ts';
import {
  excerptPieces,
  findInText,
  type Engine,
  type EngineData,
} from '../../src/search/engine.ts';
import { english } from '../../src/search/languages/english.ts';

/** What readers paste: letters of every script, markup, broken and invisible characters. */
const typed = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['<script>', '</script>', '<mark>', '</mark>', '&lt;', '&amp;', '&#39;', '"', "'", '\\'],
        ...[
          '👨‍👩‍👧',
          '🇺🇦',
          '\ud83d',
          '\ude00',
          '\u202e',
          '\u200f',
          'שלום',
          'مرحبا',
          '\u00ad',
          'e\u0301',
          'e',
          '\u0301',
        ],
        ...[
          '\0',
          '\u0007',
          '\t',
          '\r\n',
          '\u2028',
          '\ufeff',
          ' ',
          '\u00a0',
          '%00',
          'who pays',
          'ﬁ',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ maxLength: 20, unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

describe('a cleaned query', () => {
  test('plain words stay as they are', () => {
    for (const query of [
      'who pays?',
      'Хто платить',
      'l’OTAN & l’UE',
      'Article 42(7)',
      'שלום',
      '🇺🇦',
    ]) {
      assert.equal(cleanQuery(query), query);
    }
  });

  test('white space and control characters become single spaces', () => {
    assert.equal(cleanQuery('  who\t\n pays\u0000\u0007 it \u00a0'), 'who pays it');
    assert.equal(cleanQuery('who\r\n\r\npays'), 'who pays');
  });

  test('what holds nothing but white space and invisible characters is empty', () => {
    for (const nothing of ['', '   ', '\t\r\n', '\u200b\u200f\u202e\ufeff', '\0\u0007']) {
      assert.equal(cleanQuery(nothing), '');
    }
  });

  test('marks of direction do not part words or turn them round', () => {
    assert.equal(cleanQuery('\u202eshalom\u202c'), 'shalom');
    assert.equal(cleanQuery('\u200fשלום\u200f'), 'שלום');
  });

  test('an invisible character within a word does not part it', () => {
    assert.equal(cleanQuery('guar\u00adan\u00adtee'), 'guarantee');
    assert.equal(cleanQuery('cease\u200bfire'), 'ceasefire');
  });

  test('letters that are composed in another way are the same', () => {
    assert.equal(cleanQuery('Tu\u0308rkiye'), 'T\u00fcrkiye');
    assert.equal(cleanQuery('Tu\u00ad\u0308rkiye'), 'T\u00fcrkiye');
  });

  test('a lone half of a character does no harm', () => {
    for (const query of ['\ud83d', 'a\ude00b', 'who \ud83d pays']) {
      assert.ok(cleanQuery(query).isWellFormed());
      assert.ok(URL.canParse(`https://a.example/?q=${encodeURIComponent(cleanQuery(query))}`));
    }
  });

  test('markup stays text', () => {
    assert.equal(cleanQuery('<b>war</b> &amp; "peace"'), '<b>war</b> &amp; "peace"');
  });

  test('a query of 20,000 letters is cut', () => {
    assert.equal(cleanQuery('a'.repeat(20_000)), 'a'.repeat(longestQuery));
    assert.equal(cleanQuery(` ${'щ'.repeat(20_000)}`), 'щ'.repeat(longestQuery));
    assert.ok(cleanQuery('😀'.repeat(10_000)).length <= longestQuery);
    assert.equal(cleanQuery(' '.repeat(20_000)), '');
  });

  test('a cut leaves neither half a character nor a space at the end', () => {
    assert.ok(cleanQuery(`a${'😀'.repeat(10_000)}`).isWellFormed());
    const words = `${'a'.repeat(longestQuery - 1)} b`;
    assert.equal(cleanQuery(words), 'a'.repeat(longestQuery - 1));
  });

  test('whatever is typed, it is short, whole, trimmed and clean', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const query = cleanQuery(text);
        assert.ok(query.length <= longestQuery);
        assert.ok(query.isWellFormed());
        assert.equal(query, query.trim());
        assert.doesNotMatch(query, /[\p{Cc}\p{Zl}\p{Zp}\u202e\u200f]|\s\s/u);
      }),
      { numRuns: 500 },
    );
  });

  test('a query of any length is not longer than the limit', () => {
    const unit = fc.constantFrom('a', ' ', '😀', 'e\u0301', '\ud83d', '\u00ad', 'ﷺ', '\u0958');
    fc.assert(
      fc.property(fc.string({ unit, minLength: 150, maxLength: 2000 }), (text) => {
        assert.ok(cleanQuery(text).length <= longestQuery);
      }),
    );
  });

  test('a query that is clean stays as it is', () => {
    fc.assert(
      fc.property(typed, (text) => {
        assert.equal(cleanQuery(cleanQuery(text)), cleanQuery(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('pieces of an excerpt', () => {
  test('words that matched are marked, the rest is not', () => {
    assert.deepEqual(excerptPieces('who <mark>pays</mark> for <mark>it</mark>.'), [
      { text: 'who ', marked: false },
      { text: 'pays', marked: true },
      { text: ' for ', marked: false },
      { text: 'it', marked: true },
      { text: '.', marked: false },
    ]);
  });

  test('entities become the characters they stand for, in marked words too, and once only', () => {
    assert.deepEqual(excerptPieces('R&amp;D &lt;b&gt; <mark>&quot;x&#39;&#x27;</mark> &amp;lt;'), [
      { text: 'R&D <b> ', marked: false },
      { text: "\"x''", marked: true },
      { text: ' &lt;', marked: false },
    ]);
  });

  test('an entity that is not known stays as it is written', () => {
    for (const text of [
      '&nbsp;',
      '&unknown;',
      'R&D',
      '&constructor;',
      '&__proto__;',
      '&toString;',
    ]) {
      assert.deepEqual(excerptPieces(text), [{ text, marked: false }]);
    }
  });

  test('other tags go, and a mark that is not closed marks nothing', () => {
    assert.deepEqual(excerptPieces('<script>x</script><img src=x onerror=y>z'), [
      { text: 'xz', marked: false },
    ]);
    assert.deepEqual(excerptPieces('a <mark>b'), [{ text: 'a b', marked: false }]);
  });

  test('nothing has no pieces', () => {
    assert.deepEqual(excerptPieces(''), []);
    assert.deepEqual(excerptPieces('<mark></mark>'), []);
  });

  test('no piece is empty or holds a tag, whatever the excerpt', () => {
    const text = typed.map((value) => value.replaceAll('&', ''));
    fc.assert(
      fc.property(text, (html) => {
        for (const piece of excerptPieces(html)) {
          assert.notEqual(piece.text, '');
          assert.doesNotMatch(piece.text, /<[^>]*>/);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a text that was escaped comes back whole, with every mark set or none', () => {
    const escape = (text: string) => text.replace(/[&<>"']/g, (sign) => `&${signs[sign] ?? ''};`);
    const signs: Readonly<Record<string, string>> = {
      '&': 'amp',
      '<': 'lt',
      '>': 'gt',
      '"': 'quot',
      "'": '#39',
    };
    fc.assert(
      fc.property(fc.array(fc.tuple(typed, fc.boolean()), { maxLength: 5 }), (parts) => {
        const html = parts
          .map(([text, marked]) => (marked ? `<mark>${escape(text)}</mark>` : escape(text)))
          .join('');
        const pieces = excerptPieces(html);
        const all = parts.map(([text]) => text).join('');
        assert.equal(pieces.map((piece) => piece.text).join(''), all);
        const marked = parts.flatMap(([text, isMarked]) => (isMarked ? text : []));
        assert.equal(
          pieces.flatMap((piece) => (piece.marked ? piece.text : [])).join(''),
          marked.join(''),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('a search', () => {
  const page = (given: Partial<EngineData> = {}): EngineData => ({
    url: '/explainers/who-pays/',
    excerpt: 'the <mark>page</mark>',
    meta: { title: 'Who pays?', kind: 'explainer' },
    sub_results: [],
    ...given,
  });

  /** An engine that gives the same pages for every query, and remembers what it was asked for. */
  function fake(pages: readonly EngineData[] | null) {
    const asked: string[] = [];
    let read = 0;
    const engine: Engine = {
      search: (query) => {
        asked.push(query);
        const results = pages?.map((data) => ({
          data: () => {
            read += 1;
            return Promise.resolve(data);
          },
        }));
        return Promise.resolve(results ? { results } : null);
      },
    };
    return { engine, asked, timesRead: () => read };
  }

  const find = (engine: Engine, query: string, most = 20) =>
    findInText(engine, query, english, most);

  test('the engine is asked for the query as it is', async () => {
    const { engine, asked } = fake([]);
    assert.deepEqual(await find(engine, 'who pays'), []);
    assert.deepEqual(asked, ['who pays']);
  });

  test('a page that was found has title, address, kind and excerpt', async () => {
    const results = await find(fake([page()]).engine, 'pays');
    assert.deepEqual(results, [
      {
        title: 'Who pays?',
        url: '/explainers/who-pays/',
        section: undefined,
        kind: 'explainer',
        excerpt: [
          { text: 'the ', marked: false },
          { text: 'page', marked: true },
        ],
      },
    ]);
  });

  const section = { title: 'The sum', url: '/explainers/who-pays/#sum', excerpt: 'the sum' };
  const other = { title: 'Later', url: '/explainers/who-pays/#later', excerpt: 'later' };

  test('where only sections match, the first of them is named', async () => {
    const found = fake([page({ sub_results: [section, other] })]);
    const [result] = await find(found.engine, 'sum');
    assert.equal(result?.section, 'The sum');
    assert.equal(result.url, '/explainers/who-pays/#sum');
    assert.deepEqual(result.excerpt, [{ text: 'the sum', marked: false }]);
    assert.equal(result.title, 'Who pays?');
  });

  test('where the page as a whole matches, no section is named', async () => {
    const whole = { title: 'Who pays?', url: '/explainers/who-pays/', excerpt: 'whole' };
    const found = fake([page({ sub_results: [whole, section] })]);
    const [result] = await find(found.engine, 'page');
    assert.equal(result?.section, undefined);
    assert.equal(result?.url, '/explainers/who-pays/');
  });

  test('no more results are read than are shown', async () => {
    const found = fake(Array.from({ length: 50 }, (_, index) => page({ url: `/${index}/` })));
    const few = await find(found.engine, 'page', 3);
    assert.deepEqual(
      few.map(({ url }) => url),
      ['/0/', '/1/', '/2/'],
    );
    assert.equal(found.timesRead(), 3);
  });

  test('pages that only begin with the same letters are no results, inflected forms are', async () => {
    const { engine } = fake([
      page({ url: '/a/', excerpt: 'he said, <mark>Zelenskyy</mark>' }),
      page({ url: '/b/', excerpt: 'the <mark>draft</mark>' }),
      page({ url: '/c/', excerpt: 'found by another name' }),
    ]);
    const junk = await find(engine, 'zzqqxxyy');
    assert.deepEqual(
      junk.map(({ url }) => url),
      ['/c/'],
    );
    const results = await find(engine, 'drafted');
    assert.deepEqual(
      results.map(({ url }) => url),
      ['/b/', '/c/'],
    );
  });

  test('an engine that gives nothing has no results', async () => {
    assert.deepEqual(await find(fake(null).engine, 'war'), []);
  });

  test('a page without a title or with an unknown kind is shown all the same', async () => {
    const results = await find(fake([page({ meta: { kind: 'toString' } })]).engine, 'page');
    assert.equal(results[0]?.title, '/explainers/who-pays/');
    assert.equal(results[0].kind, 'page');
  });

  test('a page that is called just what was asked for comes first', async () => {
    const pages = ['Who pays for Türkiye?', 'Türkiye', 'Türkiye and the sea'].map((title) =>
      page({ url: `/${title}/`, excerpt: '<mark>Türkiye</mark>', meta: { title } }),
    );
    const results = await find(fake(pages).engine, 'turkiye');
    assert.deepEqual(
      results.map(({ title }) => title),
      ['Türkiye', 'Who pays for Türkiye?', 'Türkiye and the sea'],
    );
  });

  test('a list of other words for a page is never shown; what the page says first is', async () => {
    const meta = {
      title: 'Are we at war?',
      kind: 'explainer',
      aliases: 'world war three, is canada at war, ww3',
      lead: 'No. We found no declaration of war.',
    };
    const excerpt = 'No declaration. world war three, is canada at war, <mark>ww3</mark>';
    const found = await find(fake([page({ excerpt, meta })]).engine, 'ww3');
    assert.deepEqual(found[0]?.excerpt, [{ text: meta.lead, marked: false }]);
    // Its words still decide whether the page speaks of the query at all.
    const nonsense = await find(fake([page({ excerpt, meta })]).engine, 'zzqx');
    assert.deepEqual(nonsense, []);
    const text = 'They said that <mark>world war three</mark> was not near.';
    const [shown] = await find(fake([page({ excerpt: text, meta })]).engine, 'world');
    assert.equal(shown?.excerpt[1]?.text, 'world war three');
  });

  test('a failure of the engine is passed on', async () => {
    const engine: Engine = { search: () => Promise.reject(new Error('offline')) };
    await assert.rejects(find(engine, 'war'), /offline/);
  });

  test('whatever is typed, there is an answer', async () => {
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        const { engine, asked } = fake([page({ excerpt: text, meta: { title: text } })]);
        const results = await find(engine, text);
        assert.ok(results.length <= 1);
        assert.deepEqual(asked, [text]);
      }),
    );
  });
});
