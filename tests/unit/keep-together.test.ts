import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { keepTogether } from '../../src/markdown/keep-together.ts';

/** The text with the spaces that a line cannot end at shown as `_`. */
const shown = (text: string, language: 'en' | 'fr' | 'uk' = 'en') =>
  keepTogether(text, language).replaceAll('\u00a0', '_');

describe('what belongs together', () => {
  test('a day and its month, a sum and its size, an article and its number', () => {
    assert.equal(shown('On 6 January 2026 it was'), 'On 6_January 2026 it was');
    assert.equal(shown('€90 billion and 2.5 per cent'), '€90_billion and 2.5_per cent');
    assert.equal(shown('Article 5, not article 6'), 'Article_5, not article 6');
  });

  test('nothing else', () => {
    for (const text of ['In January 2026', '6 soldiers', 'may 5', 'Articles of war', '12 Mayors']) {
      assert.equal(shown(text), text);
    }
  });

  test('months of the language of the text', () => {
    assert.equal(shown('le 6 janvier 2026', 'fr'), 'le 6_janvier 2026');
    assert.equal(shown('6 січня 2026', 'uk'), '6_січня 2026');
  });

  test('no letter is changed, whatever the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.equal(
          keepTogether(text, 'en').replaceAll('\u00a0', ' '),
          text.replaceAll('\u00a0', ' '),
        );
      }),
    );
  });
});
