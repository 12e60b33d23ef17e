import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { outlineOf } from '../../src/markdown/outline.ts';
import { layOut, leafletSizes, notKnownOf } from '../../src/share/leaflet.ts';

const words = (count: number) => 'words '.repeat(count).trim();
const facts = (count: number, length: number) => Array.from({ length: count }, () => words(length));

describe('a leaflet', () => {
  test('little text gets the largest type', () => {
    const { size } = layOut('Who pays?', words(20), facts(3, 10), [words(10)]);
    assert.equal(size, leafletSizes[0]);
  });

  test('the more text, the smaller the type', () => {
    const sizes = [5, 12, 20, 25, 30].map((length) => {
      const { size } = layOut('Who pays?', words(40), facts(5, length), [words(10)]);
      return leafletSizes.indexOf(size);
    });
    assert.deepEqual(sizes, sizes.toSorted());
    assert.ok(new Set(sizes).size > 2);
  });

  test('what is not known keeps its order and is never cut within an item', () => {
    const items = [words(10), words(12), words(400), words(5)];
    const { notKnown } = layOut('Who pays?', words(10), facts(2, 10), items);
    assert.deepEqual(notKnown, items.slice(0, 2));
  });

  test('smaller type is taken rather than leaving all of it out, but too much is left out', () => {
    const most = facts(5, 24);
    const withOne = layOut('Who pays?', words(40), most, [words(20)]);
    assert.equal(withOne.notKnown.length, 1);
    assert.deepEqual(layOut('Who pays?', words(40), facts(5, 60), [words(20)]), {
      size: leafletSizes.at(-1),
      notKnown: [],
    });
  });

  test('an article that leaves nothing open gets its type by the rest', () => {
    assert.deepEqual(layOut('Who pays?', words(20), facts(3, 10), []).notKnown, []);
  });
});

test('the last item, which says the same on each article, is left out', () => {
  const body = `## A {#a}

- Not this.

## What is not known yet {#not-known}

- First, with [a link](fact:x).
- Second.
- What came later.
`;
  assert.deepEqual(notKnownOf(outlineOf(body)), ['First, with a link.', 'Second.']);
});
