import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import { ledger } from '../e2e/lib/site.ts';
import {
  gainOf,
  parseJudged,
  placesOf,
  readJudged,
  type JudgedQuery,
  type Place,
} from '../search/lib/judged.ts';
import * as metrics from '../search/lib/metrics.ts';
import { hashOf, randomFrom, shuffled } from '../search/lib/random.ts';
import { benchQueries, slipIn, slips, splitOf, typosOf } from '../search/lib/typos.ts';

const judged = (query: string, over: Partial<JudgedQuery> = {}): JudgedQuery => ({
  query,
  class: 'keyword',
  lang: 'en',
  answers: { 'term:backstop': 2 },
  ...over,
});

const near = (actual: number | undefined, expected: number) => {
  assert.ok(actual !== undefined && Math.abs(actual - expected) < 1e-4, `${actual ?? 'nothing'}`);
};

describe('the file of judged queries', () => {
  test('the set of this project is sound, and every target exists', () => {
    const queries = readJudged();
    assert.ok(queries.length > 50);
    for (const one of queries) {
      assert.equal(placesOf(ledger, one).length === 0, one.class === 'no-answer', one.query);
    }
  });

  const refused: [text: string, message: RegExp][] = [
    ['{}', /must be a list/],
    ['[]', /must be a list/],
    ['- just words', /^Entry 1 .*must have query, class, lang, answers\.$/],
    [
      '- { query: a, class: phrase, lang: en, answers: { "term:a": 2 } }\n- { query: a, class: country, lang: en, answers: { "country:ca": 2 } }',
      /^Entry 2 \("a"\): has the query of entry 1\.$/,
    ],
    [
      '- { query: " a", class: phrase, lang: en, answers: { "term:a": 2 } }',
      /needless white space/,
    ],
    ['- { query: a, class: typo, lang: en, answers: { "term:a": 2 } }', /class must be one of/],
    ['- { query: a, class: phrase, lang: de, answers: { "term:a": 2 } }', /lang must be one of/],
    ['- { query: a, class: phrase, lang: en, answers: { "term:a": 3 } }', /must be 1 or 2/],
    ['- { query: a, class: phrase, lang: en, answers: { "fact:a": 2 } }', /"fact:a" must be like/],
    ['- { query: a, class: phrase, lang: en, answers: {} }', /must not be empty/],
    ['- { query: a, class: phrase, lang: en }', /answers must be a map/],
    ['- { query: a, class: no-answer, lang: en, answers: { "term:a": 2 } }', /has answers \{\}/],
    [
      '- { query: a, class: phrase, lang: en, grade: 2, answers: { "term:a": 2 } }',
      /"grade" is no field/,
    ],
  ];
  for (const [text, message] of refused) {
    test(`is refused: ${text.slice(0, 70)}`, () => {
      assert.throws(() => parseJudged(text), { message });
    });
  }

  test('a target becomes an address of the site', () => {
    const answers = {
      'term:backstop': 2,
      'country:gb': 1,
      'explainer:who-pays': 2,
    } as const;
    assert.deepEqual(placesOf(ledger, { query: 'a', answers }), [
      { address: '/terms/backstop/', grade: 2 },
      { address: '/countries/united-kingdom/', grade: 1 },
      { address: '/explainers/who-pays/', grade: 2 },
    ]);
    assert.throws(() => placesOf(ledger, { query: 'a', answers: { 'term:backstp': 2 } }), {
      message: /^Judged query "a", term:backstp: Unknown term/,
    });
  });
});

describe('what a result is worth', () => {
  const page: Place = { address: '/a/', grade: 2 };
  const section: Place = { address: '/a/#s', grade: 2 };
  const useful: Place = { address: '/a/#s', grade: 1 };
  const cases: [address: string, place: Place, gain: number][] = [
    ['/a/', page, 2],
    ['/a/#s', page, 2],
    ['/b/', page, 0],
    ['/a/#s', section, 2],
    ['/a/', section, 1],
    ['/a/#t', section, 0],
    ['/a/#s', useful, 1],
    ['/a/', useful, 1],
  ];
  for (const [address, place, gain] of cases) {
    test(`${address} for ${place.address}, grade ${place.grade}: ${gain}`, () => {
      assert.equal(gainOf(address, place), gain);
    });
  }
});

describe('measures', () => {
  const places: Place[] = [
    { address: '/a/', grade: 2 },
    { address: '/b/#s', grade: 2 },
    { address: '/c/', grade: 1 },
  ];
  const first = { places, results: ['/a/', '/x/', '/b/#s'] };
  const third = { places, results: ['/x/', '/y/', '/b/'] };
  const wrong = { places, results: ['/x/'] };
  const empty = { places, results: [] };
  const all = [first, third, wrong, empty];

  test('the rank of the first right result', () => {
    assert.deepEqual(all.map(metrics.rankOf), [1, 3, Infinity, Infinity]);
  });

  test('success at k, nothing found, wrong only', () => {
    assert.equal(metrics.successAt(1, all), 0.25);
    assert.equal(metrics.successAt(3, all), 0.5);
    assert.equal(metrics.nothingFound(all), 0.25);
    assert.equal(metrics.wrongOnly(all), 0.25);
    assert.equal(metrics.successAt(1, []), undefined);
    assert.equal(metrics.meanNdcg([]), undefined);
  });

  test('discounted gain, worked out by hand', () => {
    // 3/1 + 2/1.58496 + 3/2 + 0 + 1/2.58496 + 2/2.80735: the usual example, gain as it is.
    near(metrics.dcg([3, 2, 3, 0, 1, 2]), 6.86113);
    assert.equal(metrics.dcg([]), 0);
  });

  test('nDCG, worked out by hand', () => {
    // The ideal is 2, 2, 1: 2 + 2/1.58496 + 1/2 = 3.76186.
    near(metrics.ndcg({ places, results: ['/a/', '/b/#s', '/c/'] }), 1);
    near(metrics.ndcg(first), 3 / 3.76186); // 2 + 0 + 2/2
    near(metrics.ndcg(third), 0.5 / 3.76186); // a section’s page: 1/2
    assert.equal(metrics.ndcg(wrong), 0);
    near(metrics.meanNdcg(all), 3.5 / 3.76186 / 4);
    assert.equal(metrics.ndcg({ places: [], results: ['/a/'] }), 0);
  });

  test('a page counts once, and what stands below the tenth not at all', () => {
    assert.deepEqual(metrics.gainsOf({ places, results: ['/b/', '/b/#s', '/a/'] }), [1, 0, 2]);
    const deep = [...Array.from({ length: 10 }, (_, at) => `/x${at}/`), '/a/'];
    assert.equal(metrics.rankOf({ places, results: deep }), Infinity);
    assert.deepEqual(metrics.idealGains([...places, { address: '/b/', grade: 1 }]), [2, 2, 1]);
  });

  test('no order is better than the ideal', () => {
    const address = fc.constantFrom('/a/', '/b/', '/b/#s', '/b/#t', '/c/', '/x/');
    fc.assert(
      fc.property(fc.array(address), (results) => {
        const value = metrics.ndcg({ places, results });
        assert.ok(value >= 0 && value <= 1 + 1e-9);
      }),
    );
  });

  test('junk is any result for what has no answer', () => {
    const none = { places: [], results: [] };
    assert.equal(metrics.junk([{ places: [], results: ['/x/'] }, none, none, none]), 0.25);
  });
});

describe('slips of the finger', () => {
  test('a slip is one edit, and may hit the first letter', () => {
    const seen = new Set<string>();
    for (let seed = 0; seed < 400; seed += 1) {
      for (const slip of slips) {
        const wrong = slipIn('soldier', slip, randomFrom(`${seed}`)) ?? '';
        const longer = { insert: 1, delete: -1, substitute: 0, transpose: 0 }[slip];
        assert.equal(wrong.length, 'soldier'.length + longer, `${slip}: ${wrong}`);
        assert.notEqual(wrong, 'soldier');
        if (!wrong.startsWith('s')) seen.add(`${slip} first`);
        if (wrong.slice(0, 6) === 'soldie') seen.add(`${slip} last`);
        if (slip === 'transpose') {
          assert.deepEqual(Array.from(wrong).toSorted(), Array.from('soldier').toSorted());
        }
      }
    }
    for (const slip of slips) assert.ok(seen.has(`${slip} first`), `${slip} first`);
    for (const slip of ['insert', 'delete', 'substitute'])
      assert.ok(seen.has(`${slip} last`), slip);
  });

  test('where letters are all the same, nothing can change places', () => {
    assert.equal(slipIn('aaaaa', 'transpose', randomFrom('1')), undefined);
  });

  test('a Cyrillic word gets Cyrillic letters', () => {
    for (let seed = 0; seed < 50; seed += 1) {
      assert.match(slipIn('гарантії', 'substitute', randomFrom(`${seed}`)) ?? '', /^[а-яґєії]{8}$/);
    }
  });

  test('only words of five letters slip, only in some classes, and the answers stay', () => {
    const queries = [
      judged('will they send troops'),
      judged('who pays'),
      judged('"security guarantees"', { class: 'phrase' }),
    ];
    const [typo, ...others] = typosOf(queries, 10, 'seed');
    assert.deepEqual(others, []);
    assert.equal(typo?.meant, 'will they send troops');
    assert.match(typo.query, /^will they send \S+$/);
    assert.equal(typo.class, 'typo');
    assert.deepEqual(typo.answers, queries[0]?.answers);
  });

  test('the same seed gives the same slips, another seed others', () => {
    const queries = ['conscription', 'ceasefire', 'soldiers', 'parliament'].map((q) => judged(q));
    assert.deepEqual(typosOf(queries, 9, 'a'), typosOf(queries.toReversed(), 9, 'a'));
    assert.notDeepEqual(typosOf(queries, 9, 'a'), typosOf(queries, 9, 'b'));
    assert.equal(typosOf(queries, 2, 'a').length, 2);
  });
});

describe('halves', () => {
  const queries = Array.from({ length: 21 }, (_, at) =>
    judged(`soldier number ${at}`, { class: at % 3 === 0 ? 'country' : 'keyword' }),
  );

  test('every query is in one half, every class in both', () => {
    const { tune, 'held-out': heldOut } = splitOf(queries, 'seed');
    assert.deepEqual(
      [...tune, ...heldOut].map(({ query }) => query).toSorted(),
      queries.map(({ query }) => query).toSorted(),
    );
    const count = (half: JudgedQuery[], name: string) =>
      half.filter((one) => one.class === name).length;
    assert.deepEqual([count(tune, 'country'), count(heldOut, 'country')], [4, 3]);
    assert.deepEqual([count(tune, 'keyword'), count(heldOut, 'keyword')], [7, 7]);
  });

  test('a query that is added moves at most one other to another half', () => {
    const before = new Set(splitOf(queries, 'seed').tune.map(({ query }) => query));
    const more = splitOf([...queries, judged('a new one')], 'seed').tune;
    const known = more.filter(({ query }) => query !== 'a new one');
    assert.ok(known.filter(({ query }) => !before.has(query)).length <= 1);
  });

  test('a slip is in the half of the query it was made from', () => {
    const halves = benchQueries(queries, 10);
    for (const half of Object.values(halves)) {
      const typos = half.filter((one) => one.class === 'typo');
      assert.equal(typos.length, 5);
      for (const { meant } of typos) assert.ok(half.some(({ query }) => query === meant));
    }
  });
});

describe('chance', () => {
  test('numbers are from 0 up to 1, and about even', () => {
    const random = randomFrom('seed');
    const numbers = Array.from({ length: 2000 }, random);
    assert.ok(numbers.every((one) => one >= 0 && one < 1));
    const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
    assert.ok(Math.abs(mean - 0.5) < 0.03, `${mean}`);
  });

  test('an order of chance does not depend on the order before', () => {
    const letters = Array.from('abcdefghij');
    const order = shuffled(letters, 'seed', (letter) => letter);
    assert.deepEqual(
      order,
      shuffled(letters.toReversed(), 'seed', (letter) => letter),
    );
    assert.notDeepEqual(order, letters);
    assert.notEqual(hashOf('a'), hashOf('b'));
  });
});
