import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import { nearest, suggestion } from '../../src/ledger/nearest.ts';

const anyId = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);

describe('the nearest ids', () => {
  test('a slip of the keyboard leads to the id that was meant', () => {
    const ids = ['pd-published', 'pd-signed', 'ca-unifier-2029', 'gb-troop-tasks'];
    assert.deepEqual(nearest('pd-publishd', ids), ['pd-published']);
    assert.deepEqual(nearest('ca-unifer-2029', ids), ['ca-unifier-2029']);
    assert.deepEqual(nearest('gb-trop-taks', ids), ['gb-troop-tasks']);
  });

  test('the nearest comes first, and among equals the alphabet decides', () => {
    const ids = ['aacdez', 'abcdez', 'abcdey'];
    assert.deepEqual(nearest('abcdef', ids), ['abcdey', 'abcdez', 'aacdez']);
  });

  test('there are three at most', () => {
    const ids = ['fact-a', 'fact-b', 'fact-c', 'fact-d'];
    assert.deepEqual(nearest('fact-x', ids), ['fact-a', 'fact-b', 'fact-c']);
  });

  test('an id that is like no other has none', () => {
    assert.deepEqual(nearest('completely-different', ['pd-published', 'ceasefire']), []);
    assert.deepEqual(nearest('anything', []), []);
  });

  test('a short id is not like one that shares no letter with it', () => {
    assert.deepEqual(nearest('xx', ['fr', 'de', 'gb']), []);
    assert.deepEqual(nearest('uk', ['ua', 'fr']), ['ua']);
  });

  test('a longer id may differ in more letters', () => {
    const meant = 'if-soldiers-are-attacked';
    assert.deepEqual(nearest('soldiers-attacked', [meant]), [meant]);
    assert.deepEqual(nearest('who-pays', ['who-decides']), []);
  });

  test('an id with one letter too many is always found, whatever the other ids', () => {
    fc.assert(
      fc.property(anyId, fc.array(anyId), (id, others) => {
        const found = nearest(`${id}z`, [id, ...others.filter((other) => other !== id)]);
        assert.ok(found.includes(id) || found.length === 3, found.join());
        assert.ok(found.length <= 3);
      }),
    );
  });

  test('an id that exists is the nearest to itself', () => {
    fc.assert(
      fc.property(anyId, fc.array(anyId), (id, others) => {
        assert.equal(nearest(id, [...others, id])[0], id);
      }),
    );
  });
});

describe('the suggestion', () => {
  test('one, two and three ids are named in a sentence', () => {
    assert.equal(suggestion('abcx', ['abcd'], 'x.yaml'), 'Did you mean abcd?');
    assert.equal(suggestion('abcx', ['abcd', 'abce'], 'x.yaml'), 'Did you mean abcd or abce?');
    assert.match(
      suggestion('abcx', ['abcd', 'abce', 'abcf'], 'x.yaml'),
      /^Did you mean abcd, abce,? or abcf\?$/,
    );
  });

  test('without a similar id it says where the ids are listed', () => {
    assert.equal(
      suggestion('something', ['else-entirely-here'], 'x.yaml'),
      'Nothing similar exists; the ids are in x.yaml.',
    );
  });
});
