import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import {
  addressOf,
  fragmentOf,
  type Run,
  type TextFragment,
} from '../../src/share/text-fragment.ts';

/** Reads an address as the specification says: parts by commas, context by its dash. */
function parsed(address: string): TextFragment {
  const directive = address.slice(address.indexOf(':~:text=') + ':~:text='.length);
  const parts = directive.split(',');
  const prefix = parts[0]?.endsWith('-') ? parts.shift()?.slice(0, -1) : undefined;
  const suffix = parts.at(-1)?.startsWith('-') ? parts.pop()?.slice(1) : undefined;
  const [textStart = '', textEnd] = parts;
  return Object.fromEntries(
    Object.entries({ prefix, textStart, textEnd, suffix }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, decodeURIComponent(value)]],
    ),
  ) as unknown as TextFragment;
}

describe('the address of words', () => {
  test('the signs that the syntax uses are encoded, and those that end an address in a message', () => {
    assert.equal(
      addressOf({ textStart: 'one-off, “A&B” (50 %)!' }),
      '#:~:text=one%2Doff%2C%20%E2%80%9CA%26B%E2%80%9D%20%2850%20%25%29%21',
    );
  });

  test('all parts stand in their order, after the section', () => {
    const all = { prefix: 'p', textStart: 's', textEnd: 'e', suffix: 'x' };
    assert.equal(addressOf(all, 'not-known'), '#not-known:~:text=p-,s,e,-x');
  });

  test('whatever the words are, they arrive', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1 });
    const parts = fc.record(
      { prefix: words, textStart: words, textEnd: words, suffix: words },
      { requiredKeys: ['textStart'] },
    );
    fc.assert(
      fc.property(parts, (fragment) => {
        const address = addressOf(fragment);
        assert.match(address, /^#:~:text=[A-Za-z\d%,-]+$/);
        assert.deepEqual(parsed(address), { ...fragment });
      }),
    );
  });
});

/** What leads to the text between two marks: `[` and `]`. A bar ends a run; `^` begins the number of a note. */
function found(marked: string, language = 'en'): TextFragment | undefined {
  let from = { run: 0, at: 0 };
  let to = from;
  const runs = marked.split('|').map((piece, run): Run => {
    let text = piece.replace('^', '');
    if (text.includes('[')) from = { run, at: text.indexOf('[') };
    text = text.replace('[', '');
    if (text.includes(']')) to = { run, at: text.indexOf(']') };
    return { text: text.replace(']', ''), isNumber: piece.startsWith('^'), block: 1 };
  });
  return fragmentOf(runs, from, to, language);
}

describe('what leads to words', () => {
  test('words that stand once need nothing else, and are whole', () => {
    assert.deepEqual(found('One two th[ree fo]ur five.'), { textStart: 'three four' });
    assert.deepEqual(found('Перше [дру]ге третє.', 'uk'), { textStart: 'друге' });
  });

  test('white space and stops around the words do not count', () => {
    assert.deepEqual(found('One[, two\n  three. ]Four'), { textStart: 'two three' });
  });

  test('words that stand twice have as much beside them as tells them apart', () => {
    assert.deepEqual(found('a vote. A [vote] is held'), {
      prefix: 'A',
      textStart: 'vote',
      suffix: 'is',
    });
    assert.deepEqual(found('the old vote|a|. New [vote]|end'), {
      prefix: 'New',
      textStart: 'vote',
      suffix: 'end',
    });
  });

  test('capitals do not tell words apart, as browsers do not heed them', () => {
    assert.notDeepEqual(found('Peace came. Then [peace] went'), { textStart: 'peace' });
  });

  test('what crosses the bound of a run has a beginning and an end', () => {
    assert.deepEqual(found('one [two|three] four'), { textStart: 'two', textEnd: 'three' });
  });

  test('a long text has its first and last words', () => {
    const middle = 'and so on with many more words '.repeat(8);
    assert.deepEqual(found(`[This is how it all begins ${middle} until it comes to its end] now`), {
      textStart: 'This is how it all',
      textEnd: 'it comes to its end',
    });
  });

  test('the end is the first one after the beginning', () => {
    assert.deepEqual(found('[start|stop here|then stop] there'), {
      textStart: 'start',
      textEnd: 'then stop',
    });
    assert.deepEqual(found('[start|a stop|a stop] there'), {
      textStart: 'start',
      textEnd: 'a stop',
      suffix: 'there',
    });
  });

  test('numbers of notes are not looked for', () => {
    assert.deepEqual(found('it [starts|^12|. Then] on'), { textStart: 'starts', textEnd: 'Then' });
    assert.equal(found('a|^[12]|b'), undefined);
  });

  test('where nothing beside the words tells them apart, more of the paragraph is marked', () => {
    assert.deepEqual(found('first|x|same|x|second|x|[same]|x'), {
      prefix: 'second',
      textStart: 'x',
      textEnd: 'same',
    });
  });

  test('there is no link to what has no words, or cannot be told apart', () => {
    assert.equal(found('a [, ]b'), undefined);
    assert.equal(
      fragmentOf(
        ['x', 'same', 'x', 'same', 'x'].map((text, block) => ({ text, block })),
        { run: 3, at: 0 },
        { run: 3, at: 4 },
        'en',
      ),
      undefined,
    );
  });

  test('what is found in any text is in the selection or holds it, and begins there', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'peace', 'vote', 'мир', '50', 'don’t', ', ', '. ');
    const run = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
    const page = fc.array(run, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(page, fc.nat(), fc.nat(), fc.nat(), (texts, r, a, b) => {
        const at = r % texts.length;
        const { length } = texts[at] ?? '';
        const [start, end] = [a % length, b % (length + 1)].toSorted((x, y) => x - y) as [
          number,
          number,
        ];
        const runs = texts.map((text, block) => ({ text, block }));
        const fragment = fragmentOf(runs, { run: at, at: start }, { run: at, at: end }, 'en');
        if (!fragment) return;
        const flat = (text = '') => text.replace(/\s+/g, '').toLowerCase();
        const { prefix, textStart, textEnd, suffix } = fragment;
        const needle = flat(prefix) + flat(textStart) + (textEnd ? '' : flat(suffix));
        const all = flat(texts.join(''));
        assert.equal(all.split(needle).length, 2, 'it stands once');
        const before = flat(texts.slice(0, at).join(''));
        const place = all.indexOf(needle) + flat(prefix).length;
        assert.ok(place >= before.length && place < before.length + flat(texts[at]).length);
      }),
    );
  });
});
