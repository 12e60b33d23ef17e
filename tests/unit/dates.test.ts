import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import {
  comparing,
  formatDate,
  formatList,
  languageName,
  regionName,
} from '../../src/i18n/dates.ts';
import { languages } from '../../src/i18n/languages.ts';

/** Spaces that do not break are spaces. */
const plain = (text: string) => text.replace(/\s/g, ' ');

describe('dates in words', () => {
  test('a date is as exact as it is given, in each language', () => {
    const expected = {
      en: ['6 January 2026', 'January 2026', '2026'],
      fr: ['6 janvier 2026', 'janvier 2026', '2026'],
      uk: ['6 січня 2026 р.', 'січень 2026 р.', '2026'],
    };
    for (const language of languages) {
      assert.deepEqual(
        ['2026-01-06', '2026-01', '2026'].map((date) => plain(formatDate(language, date))),
        expected[language],
      );
    }
  });

  test('the first and the last day of a year stay in it, wherever the reader is', () => {
    const zone = process.env['TZ'];
    try {
      for (const place of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Europe/Kyiv']) {
        process.env['TZ'] = place;
        assert.equal(formatDate('en', '2026-01-01'), '1 January 2026', place);
        assert.equal(formatDate('en', '2026-12-31'), '31 December 2026', place);
        assert.equal(formatDate('en', '2026-01'), 'January 2026', place);
        assert.equal(formatDate('en', '2026'), '2026', place);
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  test('a leap day is a day', () => {
    assert.equal(formatDate('en', '2024-02-29'), '29 February 2024');
    assert.equal(formatDate('fr', '2024-02-29'), '29 février 2024');
  });

  test('day and year are in the words, whatever the day and the language', () => {
    const days = fc.date({
      min: new Date('1900-01-01T00:00:00Z'),
      max: new Date('2100-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, fc.constantFrom(...languages), (date, language) => {
        const iso = date.toISOString().slice(0, 10);
        const numbers = formatDate(language, iso).match(/\d+/g);
        assert.deepEqual(numbers?.map(Number), [Number(iso.slice(8)), Number(iso.slice(0, 4))]);
        assert.deepEqual(formatDate(language, iso.slice(0, 7)).match(/\d+/g), [iso.slice(0, 4)]);
        assert.equal(formatDate(language, iso.slice(0, 4)), iso.slice(0, 4));
      }),
    );
  });

  test('the twelve months have twelve names in each language', () => {
    for (const language of languages) {
      const names = Array.from({ length: 12 }, (_, index) =>
        formatDate(language, `2026-${String(index + 1).padStart(2, '0')}`),
      );
      assert.equal(new Set(names).size, 12);
    }
  });
});

describe('names', () => {
  test('names in a sentence are joined as the language does it', () => {
    assert.equal(formatList('en', ['France', 'Germany', 'Ukraine']), 'France, Germany and Ukraine');
    assert.equal(formatList('fr', ['la France', 'l’Ukraine']), 'la France et l’Ukraine');
    assert.match(formatList('uk', ['Франція', 'Німеччина']), /^Франція (і|й|та) Німеччина$/);
    assert.equal(formatList('en', ['France']), 'France');
    assert.equal(formatList('en', []), '');
  });

  test('a language is named in the language of the reader', () => {
    assert.equal(languageName('en', 'uk'), 'Ukrainian');
    assert.equal(languageName('fr', 'uk'), 'ukrainien');
    assert.equal(languageName('uk', 'en'), 'англійська');
  });

  test('a country is named by its lower-case code in the language of the reader', () => {
    assert.equal(regionName('en', 'al'), 'Albania');
    assert.equal(regionName('fr', 'cy'), 'Chypre');
    assert.equal(regionName('uk', 'me'), 'Чорногорія');
  });

  test('texts are ordered as a dictionary orders them', () => {
    const sorted = ['zone', 'Élysée', 'école', 'Abc', 'eau'].toSorted(comparing('fr'));
    assert.deepEqual(sorted, ['Abc', 'eau', 'école', 'Élysée', 'zone']);
    assert.deepEqual(['я', 'ґ', 'г', 'а', 'і'].toSorted(comparing('uk')), [
      'а',
      'г',
      'ґ',
      'і',
      'я',
    ]);
    assert.ok(comparing('en')('a', 'B') < 0);
  });
});
