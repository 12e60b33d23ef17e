import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';
import Papa from 'papaparse';

import { toCsv } from '../../src/data/csv.ts';
import { publishedFacts, publishedPromises, publishedSources } from '../../src/data/records.ts';
import { changeAnchors } from '../../src/share/changes.ts';
import { cleanHtml } from '../../src/share/clean-html.ts';
import { article, breadcrumb, jsonLd } from '../../src/share/structured-data.ts';

import { country, explainer, fact, ledgerOf, source } from './lib/records.ts';

const page = 'https://a.example/base/explainers/x/';

describe('the place of a change', () => {
  test('is its day; the second of a day is numbered, and a new change renames none', () => {
    const days = ['2026-03-02', '2026-03-01', '2026-03-01', '2026-02-01'].map((date) => ({ date }));
    assert.deepEqual(changeAnchors(days), [
      'changed-2026-03-02',
      'changed-2026-03-01-2',
      'changed-2026-03-01',
      'changed-2026-02-01',
    ]);
    const anchors = fc.array(fc.constantFrom('2026-01-01', '2026-01-02').map((date) => ({ date })));
    fc.assert(
      fc.property(anchors, (changes) => {
        const sorted = changes.toSorted((a, b) => b.date.localeCompare(a.date));
        const before = changeAnchors(sorted);
        assert.equal(new Set(before).size, before.length);
        assert.deepEqual(changeAnchors([{ date: '2026-01-02' }, ...sorted]).slice(1), before);
      }),
    );
  });
});

describe('the text for a feed', () => {
  test('addresses become absolute', () => {
    const html = '<p><a href="/base/terms/a/">a</a> <a href="#n1">b</a> <a href="../y/">c</a></p>';
    assert.equal(
      cleanHtml(html, page),
      '<p><a href="https://a.example/base/terms/a/">a</a> <a href="https://a.example/base/explainers/x/#n1">b</a> <a href="https://a.example/base/explainers/y/">c</a></p>',
    );
  });

  test('what only a style sheet or a script makes sense of is gone, its words are not', () => {
    const html =
      '<h2 id="who">Who?</h2><p class="status" data-status="agreed"><b>Agreed</b></p><p><span class="keep"><a class="term" href="#t-a">Term</a>,</span> <u>kept</u></p>';
    assert.equal(
      cleanHtml(html, page),
      '<h2>Who?</h2><p><b>Agreed</b></p><p><a href="https://a.example/base/explainers/x/#t-a">Term</a>, kept</p>',
    );
  });

  test('explanations that open, hidden words, drawings and scripts go with their words', () => {
    const html =
      '<p>a<sup><span class="vh"> note </span>1</sup></p><div popover="auto" id="t-a"><p>hidden <b>words</b></p></div><svg><text>drawn</text></svg><script>alert(1)</script><style>p{}</style>';
    assert.equal(cleanHtml(html, page), '<p>a<sup>1</sup></p>');
  });

  test('nothing that could run is left', () => {
    const html =
      '<a href="javascript:alert(1)" onclick="alert(2)">x</a><img src=x onerror=alert(3)>';
    assert.equal(cleanHtml(html, page), '<a>x</a>');
  });
});

describe('a table', () => {
  const cells = fc.string({ unit: 'grapheme' });

  test('is read back by another program as it was, but for cells that would be formulas', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ a: cells, b: cells }), { minLength: 1 }), (rows) => {
        const back = Papa.parse<Record<string, string>>(toCsv(rows), {
          header: true,
          delimiter: ',',
          newline: '\r\n',
        });
        const read = back.data.slice(0, rows.length);
        assert.deepEqual(
          read.map((row) => [row['a']?.replace(/^'/, ''), row['b']?.replace(/^'/, '')]),
          rows.map(({ a, b }) => [a.replace(/^'/, ''), b.replace(/^'/, '')]),
        );
      }),
    );
  });

  test('no cell is a formula to a spreadsheet', () => {
    for (const formula of ['=1+1', '+1', '-1', '@sum(a1)', '\tx']) {
      const [row] = Papa.parse<Record<string, string>>(toCsv([{ a: formula, b: '' }]), {
        header: true,
      }).data;
      assert.equal(row?.['a'], `'${formula}`);
    }
  });
});

describe('the published records', () => {
  const fields = { position: 7, sources: ['seen', 'news', 'text'] };
  const ledger = ledgerOf({
    sources: [
      source({ id: 'seen', kind: 'claim-only' }),
      source({ id: 'news', url: 'https://news.example/є' }),
      source({ id: 'text', kind: 'primary' }),
    ],
    facts: [
      fact({
        ...fields,
        id: 'fr-money',
        type: 'commitment',
        status: 'conditional',
        topic: 'money',
        who: ['FR', 'UA'],
        asOf: null,
        verified: 'partly',
        words: {
          en: {
            statement: 'France would pay, if asked.',
            note: 'Secret',
            where: { text: 'part 2' },
          },
        },
      }),
      fact({ id: 'fr-vote', topic: 'decision', sources: ['news'] }),
      fact({
        id: 'ua-own',
        type: 'commitment',
        status: 'agreed',
        who: ['UA', 'FR'],
        topic: 'money',
        sources: ['news'],
      }),
    ],
    countries: [country({ id: 'fr' })],
  });

  test('a fact has its sources, the best first, and nothing for editors', () => {
    const [first] = publishedFacts(ledger, 'en');
    assert.deepEqual(first, {
      id: 'fr-money',
      url: 'https://guarantees.example/facts/fr-money/',
      type: 'commitment',
      status: 'conditional',
      who: ['FR', 'UA'],
      topic: 'money',
      asOf: null,
      certainty: 'several-reports',
      verified: 'partly',
      statement: 'France would pay, if asked.',
      saidBy: null,
      sources: [
        { id: 'text', where: 'part 2' },
        { id: 'news', where: null },
      ],
    });
  });

  test('words that are not translated yet are English', () => {
    assert.equal(publishedFacts(ledger, 'uk')[0]?.statement, 'France would pay, if asked.');
  });

  test('a page that only shows a claim is no source, and addresses are encoded', () => {
    assert.deepEqual(
      publishedSources(ledger).map(({ url }) => url),
      ['https://news.example/%D1%94', 'https://source.example/text'],
    );
  });

  test('a promise is a country’s own: rules of decision and others’ promises are none', () => {
    const rows = publishedPromises(ledger, 'en');
    assert.deepEqual(
      rows.map(({ country: code, fact: id, status, as_of: day, sources }) => [
        code,
        id,
        status,
        day,
        sources,
      ]),
      [
        [
          'FR',
          'fr-money',
          'conditional',
          '',
          'https://source.example/text https://news.example/%D1%94',
        ],
      ],
    );
  });
});

describe('statements to machines', () => {
  test('no title can end the script they stand in', () => {
    const title = 'What? </script><script>alert(1)</script> <!-- "&';
    const json = jsonLd([article('en', explainer({ title })), breadcrumb([], title)]);
    assert.doesNotMatch(json, /</);
    const { '@graph': said } = JSON.parse(json) as { '@graph': { headline: string }[] };
    assert.equal(said[0]?.headline, title);
  });

  test('an article was published with its first change, and modified with its last', () => {
    const changes = ['2026-03-02', '2026-01-01'].map((date) => ({
      date,
      kind: 'update' as const,
      text: 'Changed.',
    }));
    const said = JSON.parse(jsonLd([article('en', explainer({ changes }))])) as Record<
      string,
      string
    >;
    assert.equal(said['datePublished'], '2026-01-01');
    assert.equal(said['dateModified'], '2026-03-02');
  });
});
