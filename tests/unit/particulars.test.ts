import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { particularsOf, together } from '../../src/prose/particulars.ts';

const names = new Map([
  ['United Kingdom', 'GB'],
  ['British', 'GB'],
  ['France', 'FR'],
  ['EU', 'eu'],
]);

const figures = (text: string) => [...particularsOf(text, names).figures].toSorted();

describe('particulars of a text', () => {
  test('a figure is the same with and without separators, and in words', () => {
    assert.deepEqual(figures('12,000 soldiers'), ['12000']);
    assert.deepEqual(figures('12\u00a0000 soldiers'), ['12000']);
    assert.deepEqual(figures('twenty-six countries'), ['26']);
    assert.deepEqual(figures('Thirty days, eleven weeks'), ['11', '30']);
    assert.deepEqual(figures('2.5 per cent of €90 billion'), ['2.5', '90']);
  });

  test('a comma that separates no thousands does not join figures', () => {
    assert.deepEqual(figures('in 2024, 26 came'), ['2024', '26']);
    assert.deepEqual(figures('parts 1,2'), ['1,2']);
  });

  test('what counts in passing is no figure', () => {
    assert.deepEqual(figures('one of two papers, the first one'), []);
    assert.deepEqual(figures('someone often weighs it'), []);
  });

  test('months and parties are found by their names, in whole words only', () => {
    const { months, parties } = particularsOf(
      'In May the British and the EU may meet Eugen.',
      names,
    );
    assert.deepEqual([...months], ['may']);
    assert.deepEqual([...parties].toSorted(), ['GB', 'eu']);
    assert.deepEqual([...particularsOf('Museums march on', names).parties], []);
    assert.deepEqual([...particularsOf('Museums march on', names).months], []);
  });

  test('any text will do, and together nothing is lost', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const both = together([particularsOf(one, names), particularsOf(other, names)]);
        for (const text of [one, other]) {
          for (const figure of particularsOf(text, names).figures)
            assert.ok(both.figures.has(figure));
        }
      }),
    );
  });
});
