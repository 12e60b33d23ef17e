/** Descriptions that nobody has to cut off, and the dates that go with them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import { articleDates } from '../../src/share/changes.ts';
import { sentencesIn, shortDescription } from '../../src/share/descriptions.ts';

describe('a description', () => {
  const first = 'No plan was found by 5 July 2026.';
  const second = 'Soldiers would go only after the fighting has stopped.';

  test('that is short stays as it is', () => {
    assert.equal(shortDescription('en', `${first} ${second}`), `${first} ${second}`);
  });

  test('ends where a sentence ends', () => {
    assert.equal(shortDescription('en', `${first} ${second}`, 80), first);
    assert.equal(shortDescription('en', `${first} ${second} No more.`, 90), `${first} ${second}`);
  });

  test('does not end after an abbreviation', () => {
    const text =
      'It was read out in the House of Commons by Mr. Starmer himself. No vote followed.';
    assert.equal(shortDescription('en', text, 70), text.slice(0, 63));
    assert.doesNotMatch(shortDescription('en', text, 60), /Mr\.$/);
  });

  test('a sentence that is too long by itself ends between words, and says that it goes on', () => {
    const text =
      'The cabinet decides on a mission abroad, then informs both houses, and they may vote.';
    assert.equal(
      shortDescription('en', text, 75),
      'The cabinet decides on a mission abroad, then informs both houses…',
    );
    assert.equal(shortDescription('en', text, 36), 'The cabinet decides on a mission…');
  });

  test('a few words do not stand for the whole', () => {
    const text = `It decides. ${'Then many more words follow, '.repeat(9)}and that is all.`;
    const short = shortDescription('en', text, 100);
    assert.match(short, /^It decides\. Then many .*…$/);
    assert.ok(short.length > 70);
  });

  test('is cut by the rules of its language', () => {
    const text = 'Ні, такого плану немає. Сили прийдуть лише після припинення вогню.';
    assert.equal(shortDescription('uk', text, 40), 'Ні, такого плану немає.');
    assert.equal(sentencesIn('uk', text).length, 2);
  });

  test('whatever the text, it is short enough and begins like the text', () => {
    const text = fc.array(fc.lorem({ mode: 'sentences', maxCount: 4 }));
    fc.assert(
      fc.property(text, fc.integer({ min: 30, max: 300 }), (parts, most) => {
        const given = parts.join(' ');
        const short = shortDescription('en', given, most);
        assert.ok(short.length <= most);
        assert.ok(given.startsWith(short.replace(/…$/, '')));
      }),
    );
  });
});

describe('the dates of an article', () => {
  const change = (date: string, kind: 'published' | 'update') => ({
    date,
    kind,
    text: 'A change.',
  });

  test('are those of its own record', () => {
    assert.deepEqual(
      articleDates([
        change('2026-11-26', 'update'),
        change('2026-11-25', 'published'),
        change('2026-11-23', 'published'),
      ]),
      { published: '2026-11-23', modified: '2026-11-26' },
    );
  });

  test('none is made up', () => {
    assert.equal(articleDates([change('2026-11-26', 'update')]).published, undefined);
  });
});
