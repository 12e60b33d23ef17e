import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import { languages } from '../../src/i18n/languages.ts';
import { byLetter } from '../../src/terms/by-letter.ts';

import { realLedger } from './lib/records.ts';

/** The letters, and the names under each. */
const grouped = (language: 'en' | 'fr' | 'uk', names: string[]) =>
  byLetter(
    language,
    names.map((name) => ({ name })),
  ).map(({ letter, items }) => [letter, items.map(({ name }) => name)]);

describe('names under their letters', () => {
  test('letters and names stand in the order of the alphabet', () => {
    assert.deepEqual(grouped('en', ['Truce', 'Backstop', 'Treaty', 'Armistice', 'Blue helmets']), [
      ['A', ['Armistice']],
      ['B', ['Backstop', 'Blue helmets']],
      ['T', ['Treaty', 'Truce']],
    ]);
  });

  test('small and capital letters stand together', () => {
    assert.deepEqual(grouped('en', ['eu', 'EU loan', 'envoy']), [
      ['E', ['envoy', 'eu', 'EU loan']],
    ]);
  });

  test('names that begin with a figure stand together, first', () => {
    assert.deepEqual(grouped('en', ['Article 5', '42.7', '90 billion loan']), [
      ['0–9', ['42.7', '90 billion loan']],
      ['A', ['Article 5']],
    ]);
  });

  test('the alphabet is that of the language', () => {
    assert.deepEqual(
      grouped('uk', ['Ядерна зброя', 'ґрунт', 'Гарантія', 'Іран']).map(([letter]) => letter),
      ['Г', 'Ґ', 'І', 'Я'],
    );
  });

  test('nothing has no letters', () => {
    assert.deepEqual(byLetter('en', []), []);
  });

  test('no name is lost and no letter stands twice, whatever the names', () => {
    const name = fc.string({ minLength: 1, maxLength: 6, unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(name), fc.constantFrom(...languages), (names, language) => {
        const groups = byLetter(
          language,
          names.map((text) => ({ name: text })),
        );
        const shown = groups.flatMap(({ items }) => items.map((item) => item.name));
        assert.deepEqual(shown.toSorted(), names.toSorted());
        const letters = groups.map(({ letter }) => letter);
        assert.equal(new Set(letters).size, letters.length);
      }),
    );
  });

  test('every term of the real glossary stands under a Latin letter or a figure', () => {
    const terms = realLedger().ledger.terms.map(({ words }) => ({ name: words.en.term }));
    const groups = byLetter('en', terms);
    assert.equal(groups.flatMap(({ items }) => items).length, terms.length);
    for (const { letter } of groups) assert.match(letter, /^([A-Z]|0–9)$/);
  });
});
