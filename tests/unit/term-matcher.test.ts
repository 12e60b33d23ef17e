import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import { createTermFinder, createTermMatcher } from '../../src/markdown/term-matcher.ts';
import type { Term } from '../../src/ledger/schemas.ts';

import { realLedger, term } from './lib/records.ts';

const glossary = [
  term('ceasefire', 'Ceasefire'),
  term('security-guarantee', 'Security guarantee'),
  term('treaty', 'Treaty'),
  term('npt', 'Non-Proliferation Treaty (NPT)'),
  term('mandate', 'Mandate'),
  term('bundestag-mandate', 'Bundestag mandate'),
  term('osce', 'OSCE'),
  term('safe', 'SAFE (Security Action for Europe)'),
  term('legally-binding', 'Legally binding'),
  term('article-5', 'NATO Article 5'),
  term('article-50-1', 'Article 50-1 (French Constitution)'),
  term('article-42-7', 'EU Article 42(7)'),
  term('un-2202', 'UN resolution on Minsk (2202)'),
  term('ratification', 'Ratification', ['ratified', 'ratify']),
  term('envoy', 'Envoy'),
];

/** What a text holds: the id and the words of each term found. */
function find(text: string, terms: readonly Term[] = glossary, except: string[] = []) {
  const matches = createTermMatcher(terms, 'en')(text, new Set(except));
  return matches.map(({ id, start, end }) => [id, text.slice(start, end)]);
}

describe('terms in a text', () => {
  test('the first use of each term is found, in the order of the text', () => {
    assert.deepEqual(find('A treaty and a ceasefire; a ceasefire and a treaty.'), [
      ['treaty', 'treaty'],
      ['ceasefire', 'ceasefire'],
    ]);
  });

  test('terms that are to be left out are not found', () => {
    assert.deepEqual(find('A treaty and a ceasefire.', glossary, ['treaty']), [
      ['ceasefire', 'ceasefire'],
    ]);
  });

  test('the set of terms to be left out stays as it was', () => {
    const except = new Set(['treaty']);
    createTermMatcher(glossary, 'en')('A treaty and a ceasefire.', except);
    assert.deepEqual([...except], ['treaty']);
  });

  test('inflected forms are found, with the whole word', () => {
    for (const [id, form] of [
      ['ceasefire', 'ceasefires'],
      ['treaty', 'Treaties'],
      ['treaty', 'treaty’s'],
      ['treaty', "treaty's"],
      ['envoy', 'envoys'],
      ['envoy', 'envoy’s'],
      ['mandate', 'mandated'],
      ['security-guarantee', 'security guarantees'],
      ['security-guarantee', 'Security Guarantees'],
      ['security-guarantee', 'security guarantee’s'],
    ] as const) {
      assert.deepEqual(find(`See the ${form} here.`), [[id, form]], form);
    }
  });

  test('an apostrophe after a plural does not hide the term', () => {
    assert.deepEqual(find('The envoys’ words.'), [['envoy', 'envoys']]);
  });

  test('forms that the glossary gives are found', () => {
    assert.deepEqual(find('It was ratified.'), [['ratification', 'ratified']]);
    assert.deepEqual(find('They ratify it.'), [['ratification', 'ratify']]);
  });

  test('the longest term wins, and the shorter one within it is not found', () => {
    assert.deepEqual(find('The Non-Proliferation Treaty.'), [['npt', 'Non-Proliferation Treaty']]);
    assert.deepEqual(find('A Bundestag mandate, then a mandate.'), [
      ['bundestag-mandate', 'Bundestag mandate'],
      ['mandate', 'mandate'],
    ]);
    const longest = [
      term('a', 'Peace'),
      term('c', 'Peace agreement text'),
      term('b', 'Peace agreement'),
    ];
    for (const terms of [longest, longest.toReversed()]) {
      assert.deepEqual(find('A peace agreement text.', terms), [['c', 'peace agreement text']]);
      assert.deepEqual(find('A peace agreement.', terms), [['b', 'peace agreement']]);
    }
  });

  test('a longer term that is left out still covers the shorter one within it', () => {
    assert.deepEqual(find('A Bundestag mandate.', glossary, ['bundestag-mandate']), []);
  });

  test('a name in capitals is found in capitals only', () => {
    assert.deepEqual(find('The OSCE came.'), [['osce', 'OSCE']]);
    assert.deepEqual(find('The osce came.'), []);
    assert.deepEqual(find('A safe place, Safe and sound.'), []);
    assert.deepEqual(find('Loans from SAFE.'), [['safe', 'SAFE']]);
    assert.deepEqual(find('The OSCE’s mission.'), [['osce', 'OSCE’s']]);
  });

  test('a name that is not in capitals is found at the beginning of a sentence and within', () => {
    assert.deepEqual(find('Ceasefire now.'), [['ceasefire', 'Ceasefire']]);
    assert.deepEqual(find('a Ceasefire'), [['ceasefire', 'Ceasefire']]);
  });

  test('a hyphen and a space are the same, and so is a line break', () => {
    for (const text of [
      'legally binding',
      'legally-binding',
      'legally\nbinding',
      'legally\u00a0binding',
    ]) {
      assert.deepEqual(find(`A ${text} text.`), [['legally-binding', text]]);
    }
    assert.deepEqual(find('The non proliferation treaty.'), [['npt', 'non proliferation treaty']]);
  });

  test('a line break of Windows is a line break', () => {
    assert.deepEqual(find('A legally\r\nbinding text.'), [
      ['legally-binding', 'legally\r\nbinding'],
    ]);
  });

  test('words that other signs part are no term', () => {
    for (const text of [
      'legally, binding',
      'legally. Binding',
      'legally (binding)',
      'legally / binding',
    ]) {
      assert.deepEqual(find(text), [], text);
    }
  });

  test('a term within another word is not found', () => {
    for (const text of [
      'treatyless',
      'entreaty',
      'unmandated',
      'OSCEs2',
      'xceasefire',
      'ratifier2',
    ]) {
      assert.deepEqual(find(`The ${text} here.`), [], text);
    }
  });

  test('a name with a short form in brackets is found by both', () => {
    assert.deepEqual(find('The NPT holds.'), [['npt', 'NPT']]);
    assert.deepEqual(find('the Non-Proliferation Treaty'), [['npt', 'Non-Proliferation Treaty']]);
  });

  test('words in brackets that are no short form are no name', () => {
    assert.deepEqual(find('The French Constitution.'), []);
    assert.deepEqual(find('Under Article 50-1 they may.'), [['article-50-1', 'Article 50-1']]);
    assert.deepEqual(find('A Security Action for Europe.'), []);
  });

  test('a figure alone is no term', () => {
    assert.deepEqual(find('On 7 January, 5 or 42 of 2202.'), []);
  });

  test('a name with a sign between its words is found as it is written', () => {
    assert.deepEqual(find('See EU Article 42(7) for that.'), [
      ['article-42-7', 'EU Article 42(7)'],
    ]);
    const loan = [term('loan', 'EU €90 billion loan')];
    assert.deepEqual(find('The EU €90 billion loan.', loan), [['loan', 'EU €90 billion loan']]);
  });

  test('figures in a name are told apart', () => {
    assert.deepEqual(find('NATO’s Article 5 says so.'), [['article-5', 'NATO’s Article 5']]);
    assert.deepEqual(find('NATO’s Article 4 says so.'), []);
    assert.deepEqual(find('NATO Article 51 says so.'), []);
  });

  test('a language without names of its own has no terms, and one without a stemmer whole words', () => {
    assert.deepEqual(createTermMatcher(glossary, 'uk')('ceasefire', new Set()), []);
    const words = { en: term('a', 'Truce').words.en, uk: { term: 'Перемир’я' } };
    const matcher = createTermMatcher([{ ...term('a', 'Truce'), words }], 'uk');
    assert.deepEqual(matcher('Це перемир’я.', new Set()), [{ id: 'a', start: 3, end: 12 }]);
    assert.deepEqual(matcher('Це truce.', new Set()), []);
  });

  test('nothing is found in nothing, and an empty glossary finds nothing', () => {
    assert.deepEqual(find(''), []);
    assert.deepEqual(find(' … — 😀 '), []);
    assert.deepEqual(find('A treaty.', []), []);
  });

  test('every term of the real glossary is found under its own name', () => {
    const { terms } = realLedger().ledger;
    const matcher = createTermMatcher(terms, 'en');
    const lost = terms.filter(({ id, words }) => {
      const name = words.en.term.replace(/ \([^)]*\)$/, '');
      const [match] = matcher(`${name}.`, new Set());
      return match?.id !== id || match.start !== 0 || match.end !== name.length;
    });
    assert.deepEqual(
      lost.map(({ words }) => words.en.term),
      [],
    );
  });

  test('matches lie in the text in order, apart, and once for each term, whatever the text', () => {
    const piece = fc.oneof(
      fc.constantFrom('security', 'guarantee', 'treaty', 'NPT', 'non', '-', ' ', '’s', '(', 'OSCE'),
      fc.constantFrom('mandate', 'Bundestag', '\r\n', '\u00ad', '5', 'Article', 'NATO', 'İ', 'ß'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    const matcher = createTermMatcher(glossary, 'en');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const matches = matcher(text, new Set());
        let last = 0;
        for (const { start, end } of matches) {
          assert.ok(start >= last && end > start && end <= text.length);
          assert.match(text.slice(start, end), /^[\p{L}\p{N}].*[\p{L}\p{N})]$/su);
          last = end;
        }
        assert.equal(new Set(matches.map(({ id }) => id)).size, matches.length);
      }),
    );
  });

  test('a term between other words is found wherever it stands', () => {
    const other = fc.constantFrom('the', 'and', 'soldiers', '2026', '—', 'of', '“said”');
    const words = fc.array(other, { maxLength: 12 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const text = [...before, 'security guarantees', ...after].join(' ');
        assert.deepEqual(find(text), [['security-guarantee', 'security guarantees']]);
      }),
    );
  });
});

test('every term that stands in a text is told, one within a longer one too', () => {
  const found = createTermFinder(glossary, 'en')('The Bundestag mandates; treaties, and a treaty.');
  assert.deepEqual([...found].toSorted(), ['bundestag-mandate', 'mandate', 'treaty']);
});

test('a term is told of a text exactly where a glossary of it alone would find it', () => {
  const { terms, explainers } = realLedger().ledger;
  const finder = createTermFinder(terms, 'en');
  for (const { body } of explainers.slice(0, 8)) {
    const alone = terms.filter((one) => createTermMatcher([one], 'en')(body, new Set()).length > 0);
    assert.deepEqual(finder(body), new Set(alone.map(({ id }) => id)));
  }
});
