import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';
import { syllable } from 'syllable';

import { readability } from '../../src/prose/readability.ts';
import type { Readability } from '../../src/prose/readability.ts';

const nothing: Readability = { words: 0, sentences: 0, fleschKincaid: 0, automated: 0, grade: 0 };

/**
 * Compares a measurement with counts made by hand.
 *
 * @param counts words, sentences, syllables, letters and digits
 */
function measures(
  found: Readability,
  [words, sentences, syllables, letters]: [number, number, number, number],
): void {
  const fleschKincaid = 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
  const automated = 4.71 * (letters / words) + 0.5 * (words / sentences) - 21.43;
  assert.equal(found.words, words, 'words');
  assert.equal(found.sentences, sentences, 'sentences');
  assert.ok(Math.abs(found.fleschKincaid - fleschKincaid) < 1e-9, 'syllables');
  assert.ok(Math.abs(found.automated - automated) < 1e-9, 'letters');
  assert.equal(found.grade, Math.max(found.fleschKincaid, found.automated));
}

/** A text that must measure like another. */
function same(text: string, plain: string, names: string[] = []): void {
  assert.deepEqual(readability([text], names), readability([plain], []), text);
}

describe('the counter of syllables', () => {
  test('is sane on the words of this site', () => {
    const known = {
      ...{ war: 1, peace: 1, signed: 1, country: 2, promised: 2, treaty: 2, people: 2 },
      ...{ government: 3, agreement: 3, guarantees: 3, security: 4, responsibility: 6 },
    };
    for (const [word, count] of Object.entries(known)) assert.equal(syllable(word), count, word);
  });
});

describe('the formulas, with counts made by hand', () => {
  test('short words', () => {
    // 3 + 3 + 3 + 2 + 3 + 3 letters, one syllable each.
    measures(readability(['The cat sat on the mat.'], []), [6, 1, 6, 17]);
  });

  test('two sentences', () => {
    // Syllables 1 + 3 + 2 + 4, 2 + 1 + 1; letters 3 + 10 + 8 + 8, 6 + 4 + 5.
    const found = readability(['The government promised security. People need peace.'], []);
    measures(found, [7, 2, 14, 44]);
    assert.equal(found.grade, found.automated);
  });

  test('a block without closing punctuation is one sentence', () => {
    measures(readability(['the cat sat', 'on the mat'], []), [6, 2, 6, 17]);
  });

  test('an abbreviation ends no sentence', () => {
    // "Mr. Smith" is a name here. Left: he met him at ten.
    measures(readability(['He met Mr. Smith at 10.'], []), [4, 1, 4, 2 + 3 + 2 + 3]);
  });
});

describe('figures and dates', () => {
  test('are one short word each', () => {
    const plain = 'It began on ten.';
    for (const figure of [
      ...[
        '42',
        '2014',
        '1,500',
        '100 000',
        '100\u00a0000',
        '3.5',
        '€90',
        'US$1.5bn',
        '90 %',
        '90%',
      ],
      ...['EUR 90', '90 EUR', '50 km', '5km', '42(7)', '4(1)(a)', '2014–2022', '10:30', '5th'],
      ...['1990s', '6 January 2026', 'January 6, 2026', 'Tuesday, 6 January 2026', 'January 2026'],
      ...['6–8 January', '6th of January', 'Jan. 6', '2026-01-06', '1 May', 'March 2026'],
      ...['6 January–8 February 2026', 'Tuesday', 'January'],
    ]) {
      same(`It began on ${figure}.`, plain);
    }
  });

  test('within a compound only the figure is short', () => {
    same('It is a 100-year plan.', 'It is a ten-year plan.');
  });

  test('a word after the figure is a word', () => {
    same('It cost €90 billion.', 'It cost ten billion.');
  });

  test('two figures are two words', () => {
    same(
      'It cost 90 in 2014 and 100, 200 and 300 later.',
      'It cost ten in ten and ten, ten and ten later.',
    );
  });
});

describe('names', () => {
  test('of the list are taken out: several words, longest first, whole words, with ’s', () => {
    const names = ['coalition', 'European Union', 'Poland', 'coalition of the willing'];
    same('European Union law binds.', 'law binds.', names);
    same(
      "Poland’s law and Poland's plan bind the coalition of the willing.",
      'law and plan bind the.',
      names,
    );
    same('Unions fight.', 'Unions fight.');
    assert.equal(readability(['Unions fight.'], names).words, 2);
    assert.equal(readability(['They met in the Article 5 room.'], ['Article 5']).words, 5);
    assert.equal(readability(['Poland-backed plans fail.'], names).words, 3);
  });

  test('of the list are taken as they stand, not as patterns', () => {
    assert.equal(readability(['We saw it all.'], ['.', '(', 'W.', '', ' ', 's.w']).words, 4);
    assert.equal(readability(['We saw A (B) here.'], ['A (B)']).words, 3);
  });

  test('by their capitals are taken out within a sentence', () => {
    same('They met Volodymyr Zelenskyy in Paris.', 'They met in.');
    same('The European Union’s law binds the Franco-German plan.', 'The law binds the plan.');
    same('The Ministry of Foreign Affairs said so.', 'The said so.');
    same('They are U.S. and EU-wide plans.', 'They are and wide plans.');
  });

  test('"of" stays where no name follows', () => {
    same('They saw Paris of old.', 'They saw of old.');
    same('The President of the state left.', 'The of the state left.');
  });

  test('the first word, "I" and the first word of speech stay', () => {
    assert.equal(readability(['Peace is here and I’m glad, as I said.'], []).words, 9);
    assert.equal(readability(['He said: “Peace is here.”'], []).words, 5);
    assert.equal(readability(['1. Peace is here.'], []).words, 4);
  });

  test('change the grade hardly more than "he" would', () => {
    const text = (...names: [string, string, string, string]) => [
      `Last week ${names[0]} signed a plan to keep the peace when the war ends.`,
      `Under the plan ${names[1]} will send soldiers to guard the ports and the sky.`,
      `But first the law says that ${names[2]} must ask the people who vote on it.`,
      `If the war starts again, then ${names[3]} will come back and say what to do next.`,
    ];
    const full = text(
      'President Volodymyr Zelenskyy',
      'United Kingdom',
      'Assemblée nationale',
      'NATO Secretary General Mark Rutte',
    );
    const named = readability(full, ['Assemblée nationale']);
    const plain = readability(text('he', 'he', 'he', 'he'), []);
    assert.ok(Math.abs(named.grade - plain.grade) < 0.5, `${named.grade} and ${plain.grade}`);
    const small = full.map((block) => block.toLowerCase());
    assert.ok(readability(small, []).grade > plain.grade + 1);
  });
});

describe('direction', () => {
  const easy = readability(
    ['The war is not over. No one has to go. If you are at home, you can stay at home.'],
    [],
  );
  const hard = readability(
    [
      'Notwithstanding the aforementioned considerations, implementation of the multilateral ' +
        'arrangements necessitates parliamentary authorisation in accordance with the applicable ' +
        'constitutional requirements of the participating jurisdictions.',
    ],
    [],
  );

  test('short words are easy, the language of offices is hard', () => {
    assert.ok(easy.grade < 5, String(easy.grade));
    assert.ok(hard.grade > 12, String(hard.grade));
  });

  test('both formulas agree on which is harder', () => {
    assert.ok(easy.fleschKincaid < hard.fleschKincaid);
    assert.ok(easy.automated < hard.automated);
  });

  test('the same words in one long sentence are harder than in several', () => {
    const several = readability(['We go home. They stay here. You come too.'], []);
    const one = readability(['We go home, they stay here, you come too.'], []);
    assert.equal(one.words, several.words);
    assert.ok(one.grade > several.grade);
  });
});

describe('nothing left', () => {
  test('gives grade 0', () => {
    for (const blocks of [
      [],
      [''],
      [' \n '],
      ['—', '…'],
      ['42', '6 January 2026'],
      ['Poland 2026'],
    ]) {
      assert.deepEqual(readability(blocks, ['Poland']), nothing, JSON.stringify(blocks));
    }
  });

  test('a sentence of names alone does not make the rest look short', () => {
    assert.deepEqual(
      readability(['Poland', 'The cat sat on the mat.', 'France 2026.'], ['France', 'Poland']),
      readability(['The cat sat on the mat.'], []),
    );
  });
});

describe('whatever the text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          ...[
            'Poland',
            'of',
            'the',
            '42',
            '€',
            '-',
            '–',
            '—',
            '’s',
            '(',
            ')',
            '.',
            ':',
            '“',
            ' ',
            ' ',
          ],
          ...['\uE000', '\uE001', 'I', 'said', 'January', '6', 'U.S.', 'constructor', '\n\n'],
        ),
        { maxLength: 40 },
      )
      .map((pieces) => pieces.join('')),
  );

  test('nothing throws and every number is finite', () => {
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 5 }),
        fc.array(text, { maxLength: 5 }),
        (blocks, names) => {
          const found = readability(blocks, names);
          for (const value of Object.values(found)) assert.ok(Number.isFinite(value));
          assert.ok(found.words >= found.sentences);
          if (found.sentences === 0) assert.deepEqual(found, nothing);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('the text and the names given are not changed', () => {
    const blocks = Object.freeze(['Poland and France met.']);
    const names = Object.freeze(['France', 'Poland']);
    assert.equal(readability(blocks, names).words, 2);
    assert.deepEqual(names, ['France', 'Poland']);
  });

  test('four times the text takes nowhere near sixteen times as long', () => {
    const page =
      'On 6 January 2026 the Coalition of the Willing met in the U.S. It cost €90 (ten). ';
    const took = (times: number) => {
      const blocks = [page.repeat(times), 's'.repeat(times * 100)];
      const start = process.cpuUsage().user;
      readability(blocks, ['Willing']);
      return process.cpuUsage().user - start;
    };
    took(500);
    const shorter = Math.min(took(500), took(500), took(500));
    const longer = Math.min(took(2000), took(2000), took(2000));
    assert.ok(longer < shorter * 10 + 20_000, `${shorter} and ${longer} microseconds`);
  });
});
