import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import { sentencesOf, wordsOf } from '../../src/prose/sentences.ts';

/** Pieces of which the mistakes of a splitter are made. */
const awkward = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['Mr.', 'No.', 'e.g.', 'U.S.', 'J.', '3.5', '42', '€90', '“Who?”', '…', '—', '*', '.'],
        ...[
          'The',
          'he',
          'Ukraine',
          '(',
          ')',
          '”',
          '[1]',
          '😀',
          ' ',
          '\u00a0',
          '\n',
          '\n\n',
          '\r\n',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), awkward);

/** Each case is the list of sentences that the text, joined by spaces, must be split into. */
function splitsInto(...sentences: string[]): void {
  assert.deepEqual(sentencesOf(sentences.join(' ')), sentences);
}

describe('sentencesOf', () => {
  test('plain sentences', () => {
    splitsInto('He came.', 'Did she go?', 'Yes!', 'They left');
  });

  test('titles and initials go with the name', () => {
    splitsInto('Mr. Smith met Dr. Jones and Gen. Brown.', 'J. K. Rowling wrote to A. A. Milne.');
    splitsInto('He lives in St. Petersburg.', 'She lives in Main St.', 'They write.');
  });

  test('"No." before a figure is a number, otherwise an answer', () => {
    splitsInto('See No. 5 Downing Street.', 'Must I go?', 'No.', 'Nobody must.');
    splitsInto('Art. 42 Treaty on European Union applies.', 'See p. 7 Annex.');
  });

  test('"e.g." and "i.e." never end a sentence', () => {
    splitsInto('Some states, e.g. Poland, said so.', 'One state, i.e. France, did not.');
  });

  test('after "U.S." the next word decides', () => {
    splitsInto('The U.S. Senate voted.', 'He went to the U.S. Navy.');
    splitsInto('He went to the U.S.', 'The law is clear.');
    splitsInto('They met at 5 p.m. Kyiv time.', 'On Jan. 6 they met at 5 p.m.', 'He was late.');
  });

  test('a decimal point ends nothing; a stop before a figure does', () => {
    splitsInto('It cost 3.5 billion in 2014.', '42 states paid 0.5 each.', '€90 was left.');
  });

  test('speech, brackets, dots and marks of notes', () => {
    splitsInto('“Who goes?” he asked.', '“We go!”', 'He said: “We go.”', 'They went.');
    splitsInto('They waited…', 'Nobody came.[1]', 'They left (it was late).', 'It was dark.');
  });

  test('the number of a list item belongs to the item', () => {
    splitsInto('1. Go home.', 'Stay there.');
  });

  test('a blank line ends a sentence, a line break does not', () => {
    assert.deepEqual(sentencesOf('One line\nand another\n \nA heading\r\n\r\nText.'), [
      'One line and another',
      'A heading',
      'Text.',
    ]);
  });

  test('what holds no word joins its neighbour', () => {
    assert.deepEqual(sentencesOf('Yes! 🎉 Done.'), ['Yes!', '🎉 Done.']);
    assert.deepEqual(sentencesOf('Done. ***'), ['Done. ***']);
    assert.deepEqual(sentencesOf('***'), ['***']);
  });

  test('nothing gives nothing', () => {
    assert.deepEqual(sentencesOf(''), []);
    assert.deepEqual(sentencesOf(' \n\n\t '), []);
  });

  test('no letter is lost and no sentence is empty, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const sentences = sentencesOf(text);
        assert.equal(sentences.join('').replace(/\s/gu, ''), text.replace(/\s/gu, ''));
        for (const sentence of sentences) {
          assert.notEqual(sentence, '');
          assert.equal(sentence, sentence.trim());
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('wordsOf', () => {
  test('words as a reader counts them', () => {
    assert.deepEqual(wordsOf('Article 42(7): €90 for the two-country plan — they don’t “pay”.'), [
      ...['Article', '42(7)', '€90', 'for', 'the', 'two-country', 'plan'],
      ...['they', 'don’t', 'pay'],
    ]);
  });

  test('a long dash without spaces parts two words, a short one does not', () => {
    assert.deepEqual(wordsOf('peace—or war, 2014–2022'), ['peace', 'or', 'war', '2014–2022']);
  });

  test('signs that are read stay, signs that are not go', () => {
    assert.deepEqual(wordsOf('(5%) 90€. [U.S.] state(s), (yes)!'), [
      ...['5%', '90€', 'U.S.', 'state(s)', 'yes'],
    ]);
  });

  test('a lone sign is no word', () => {
    assert.deepEqual(wordsOf('– — - … • € & *'), []);
    assert.deepEqual(wordsOf(''), []);
  });

  test('no letter or digit is lost, whatever the text', () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(anyText, (text) => {
        const words = wordsOf(text);
        assert.equal(letters(words.join('')), letters(text));
        for (const word of words) assert.match(word, /^\S*[\p{L}\p{N}]\S*$/u);
      }),
      { numRuns: 2000 },
    );
  });
});
