/** Preview images: how words are fitted, what stands on them, and that they are the same everywhere. */
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { inflateSync } from 'node:zlib';

import fc from 'fast-check';

import { wordsOf } from '../../src/i18n/words.ts';
import { statuses } from '../../src/ledger/schemas.ts';
import { cardFile, cardSize, type Card } from '../../src/share/cards/card.ts';
import { drawCard, fitCard } from '../../src/share/cards/draw.ts';
import { breakEvenly, breakLines, breakWell, fitBlocks } from '../../src/share/cards/fit.ts';
import { fontFiles, readFont, widthOf } from '../../src/share/cards/fonts.ts';
import { grounds, inks, palette } from '../../src/share/cards/inks.ts';
import { factCard, factTitle } from '../../src/share/cards/of-fact.ts';
import { paint } from '../../src/share/cards/paint.ts';

import { projectRoot } from './lib/records.ts';

/** Every character is half an em wide. */
const measure = (text: string) => text.length / 2;

const name = ['Guarantees', 'Explained'];

/** Ukrainian: each letter that Russian has not, an apostrophe, and a line for each status but one. */
const ukrainian: Card = {
  name: ['Гарантії', 'пояснено'],
  title: 'Чи пошлють мою дитину воювати? Ґрунт і їжа в Європі',
  text: ['Ні, об’єднання ніхто не обіцяв.', 'Сили прийдуть лише після припинення вогню.'],
  leaders: statuses.map((status) => ({ word: 'Лінія', status })),
};

/** The Ukrainian card as it must be on every machine. Print the hash anew when the design changes. */
const ukrainianHash = '5735d6ebb887fe1bf09cd944f31c5150d219b9e8c28d9f508a3f6830314d83bb';

/** Header, palette and rows of a PNG, read without the code under test. */
function readPng(png: Uint8Array) {
  const bytes = Buffer.from(png);
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length;) {
    const size = bytes.readUInt32BE(at);
    chunks.set(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, at + 8 + size));
    at += 12 + size;
  }
  const header = chunks.get('IHDR') ?? Buffer.alloc(13);
  return {
    width: header.readUInt32BE(0),
    height: header.readUInt32BE(4),
    rows: inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0)),
  };
}

/** How many pixels of a part of an image have an ink on them. */
function inked(png: Uint8Array, { left = 0, right = 1200, top = 0, bottom = 630 }): number {
  const { rows, width } = readPng(png);
  let count = 0;
  for (let y = top; y < bottom; y += 1) {
    for (const place of rows.subarray(y * (width + 1) + 1 + left, y * (width + 1) + 1 + right)) {
      if (place % 16 !== 0) count += 1;
    }
  }
  return count;
}

describe('breaking lines', () => {
  test('breaks between words, each line as full as it can be', () => {
    assert.deepEqual(breakLines('one two three four', 5, measure), ['one two', 'three four']);
    assert.deepEqual(breakLines('one two three four', 4.5, measure), ['one two', 'three', 'four']);
  });

  test('does not break at a space that keeps two words together', () => {
    assert.deepEqual(breakLines('on 6\u00a0January', 4, measure), ['on', '6\u00a0January']);
  });

  test('even lines are as many as full ones, and the longest is shorter', () => {
    const text = 'aaa bbb ccc ddd eee f';
    assert.deepEqual(breakLines(text, 9.5, measure), ['aaa bbb ccc ddd eee', 'f']);
    assert.deepEqual(breakEvenly(text, 9.5, measure), ['aaa bbb ccc', 'ddd eee f']);
  });

  test('no word stands alone on the last line where that costs no line', () => {
    assert.deepEqual(breakWell('aaa bbb ccc ddd eee f', 9.5, measure), [
      'aaa bbb ccc ddd',
      'eee f',
    ]);
    assert.deepEqual(breakWell('aaaaaaaaa f', 5, measure), ['aaaaaaaaa', 'f']);
  });

  test('whatever the text, no word is lost, cut or moved', () => {
    const word = fc.string({ minLength: 1, maxLength: 14 }).filter((text) => !/\s/.test(text));
    fc.assert(
      fc.property(fc.array(word), fc.integer({ min: 2, max: 30 }), (words, width) => {
        for (const way of [breakLines, breakEvenly, breakWell]) {
          const lines = way(words.join(' '), width, measure);
          assert.deepEqual(lines.join(' ').split(' ').filter(Boolean), words);
          for (const line of lines) assert.ok(measure(line) <= width || !line.includes(' '), line);
        }
      }),
    );
  });
});

describe('fitting into a box', () => {
  const box = { width: 100, height: 60, gap: 10 };
  const block = (...sentences: string[]) => ({ sentences, measure, leading: 1 });
  const steps = [[20], [10], [5]];

  test('takes the largest size at which all fits', () => {
    assert.deepEqual(fitBlocks([block('aa bb')], steps, box), [{ size: 20, lines: ['aa bb'] }]);
    assert.deepEqual(fitBlocks([block('aaaaaaaaaaaa bb')], steps, box), [
      { size: 10, lines: ['aaaaaaaaaaaa bb'] },
    ]);
  });

  test('a word that is wider than the box makes everything smaller, and is not cut', () => {
    const word = 'a'.repeat(30);
    assert.deepEqual(fitBlocks([block(word)], steps, box), [{ size: 5, lines: [word] }]);
  });

  test('counts the space between two paragraphs', () => {
    const both = [block('aa'), block('bb')];
    const sizes = [
      [30, 30],
      [25, 25],
    ];
    assert.equal(fitBlocks(both, sizes, { ...box, height: 60 })[0]?.size, 25);
    assert.equal(fitBlocks(both, sizes, { ...box, height: 70 })[0]?.size, 30);
  });

  test('a heading has no more lines than it may', () => {
    const heading = { ...block('aaaa bbbb cccc'), most: 1 };
    assert.deepEqual(fitBlocks([heading], steps, box), [{ size: 10, lines: ['aaaa bbbb cccc'] }]);
  });

  test('where nothing is small enough, the last sentences go first', () => {
    const [fitted] = fitBlocks([block('Short one.', 'b '.repeat(300))], steps, box);
    assert.deepEqual(fitted, { size: 20, lines: ['Short one.'] });
  });

  test('only where the first sentence is too long, it ends between words with an ellipsis', () => {
    const [fitted] = fitBlocks([block('word, '.repeat(100).trim())], steps, box);
    const text = fitted?.lines.join(' ') ?? '';
    assert.match(text, /^(word, )+word…$/);
    assert.equal(fitted?.lines.length, 12);
  });

  test('a single word that can never fit is told, not drawn outside', () => {
    assert.throws(() => fitBlocks([block('a'.repeat(100))], steps, box), /does not fit/);
  });
});

describe('the typefaces', () => {
  test('every file is there', () => {
    for (const file of fontFiles) assert.ok(readFont(file).length > 1000, file);
  });

  test('a missing file is told in one sentence with the remedy', () => {
    assert.throws(() => readFont('@fontsource/source-serif-4/files/none.woff'), {
      message: /need the font .*none\.woff, which is missing: run "npm ci"/,
    });
  });

  test('letters are kerned', () => {
    const apart = widthOf('title', 'A') + widthOf('title', 'V') + widthOf('title', 'A');
    assert.ok(widthOf('title', 'AVA') < apart - 0.05);
  });

  test('Latin, its accents and Cyrillic are there in every face', () => {
    for (const face of ['title', 'text', 'label', 'small'] as const) {
      for (const character of 'Aé€“”’…–×ęŁşŽЖґїєІҐ№') {
        assert.ok(widthOf(face, character) > 0.1, `${face} ${character}`);
      }
    }
  });

  test('a character that no font has is named', () => {
    assert.throws(() => widthOf('text', 'a 漢'), { message: /no form of "漢" \(U\+6F22\)/ });
  });
});

describe('an image', () => {
  test('is a PNG of the size that is promised, and small', async () => {
    const png = await paint(drawCard(ukrainian));
    assert.deepEqual([...png.subarray(1, 4)], [...Buffer.from('PNG')]);
    const { width, height, rows } = readPng(png);
    assert.deepEqual({ width, height }, cardSize);
    assert.equal(rows.length, (width + 1) * height);
    assert.ok(rows.every((place) => place < palette.length));
    assert.ok(png.length < 60_000, `${png.length} bytes`);
  });

  test('is the same on every run and every machine', async () => {
    const [first, second] = [await paint(drawCard(ukrainian)), await paint(drawCard(ukrainian))];
    assert.deepEqual(first, second);
    assert.equal(createHash('sha256').update(first).digest('hex'), ukrainianHash);
  });

  test('has Cyrillic words on it, in whole lines', async () => {
    const lines = fitCard(ukrainian).flatMap((block) => block.lines);
    assert.equal(lines.join(' '), [ukrainian.title, ...ukrainian.text].join(' '));
    const without = await paint(drawCard({ ...ukrainian, title: undefined, text: ['Ні.'] }));
    const png = await paint(drawCard(ukrainian));
    const words = { top: 150, bottom: 500 };
    assert.ok(inked(png, words) > 2 * inked(without, words));
  });

  test('leaves its edges free', async () => {
    const long = 'Nevertheless a statement of many words that goes on. '.repeat(12).trim();
    const end = '6 January 2026';
    const cards: Card[] = [
      ukrainian,
      { name, text: [long], kind: 'Rule', end },
      { name, text: [long], kind: 'A sort of page whose name is very long indeed '.repeat(2), end },
      { name, text: ['So.'], caution: 'What nobody could confirm at all. '.repeat(4), end },
    ];
    for (const card of cards) {
      const png = await paint(drawCard(card));
      assert.equal(inked(png, { right: 66 }), 0);
      assert.equal(inked(png, { left: 1134 }), 0);
      assert.equal(inked(png, { bottom: 50 }), 0);
      assert.equal(inked(png, { top: 515, bottom: 545 }), 0);
      assert.equal(inked(png, { top: 612 }), 0);
    }
  });

  test('shows another line for each status, and that of "Ruled out" goes no further', async () => {
    const area = { top: 540, left: 200, right: 1128 };
    const images = await Promise.all(
      statuses.map((status) =>
        paint(drawCard({ name, text: ['So.'], leaders: [{ word: 'X', status }] })),
      ),
    );
    const counts = images.map((png) => inked(png, area));
    assert.equal(new Set(counts).size, statuses.length);
    const rejected = images[statuses.indexOf('rejected')] ?? new Uint8Array();
    assert.equal(inked(rejected, { ...area, left: 300 }), 0);
    for (const [index, status] of statuses.entries()) {
      if (status === 'rejected') continue;
      const end = inked(images[index] ?? new Uint8Array(), { ...area, left: 1080 });
      assert.ok(end > 50, `${status}: ${end} at the end of its line`);
    }
  });

  test('has the colours of the style sheet', () => {
    const tokens = readFileSync(join(projectRoot, 'src/styles/tokens.css'), 'utf8');
    const colours = {
      ...grounds,
      text: inks.text.colour,
      soft: inks.soft.colour,
      link: inks.line.colour,
    };
    for (const [token, colour] of Object.entries(colours)) {
      assert.ok(
        tokens.includes(`--${token}: light-dark(${colour},`),
        `--${token} is not ${colour}`,
      );
    }
  });
});

describe('the file of an image', () => {
  test('follows the address of the page, whatever the edition', () => {
    assert.equal(cardFile('terms/backstop/'), 'cards/terms/backstop.png');
    assert.equal(cardFile(''), 'cards/index.png');
    assert.equal(cardFile('fr/'), 'cards/fr.png');
  });
});

describe('what an image and a title say of a fact', () => {
  const words = wordsOf('en');
  const promise = {
    type: 'commitment',
    status: 'conditional',
    asOf: '2026-01-06',
    verified: true,
  } as const;

  test('a commitment has its status with a line, and nothing else has one', () => {
    const card = factCard('en', words, promise);
    assert.deepEqual(card.leaders, [{ word: 'Only if…', status: 'conditional' }]);
    assert.equal(card.kind, undefined);
    assert.equal(card.end, '6 January 2026');
    const rule = factCard('en', words, {
      type: 'rule',
      status: undefined,
      asOf: null,
      verified: true,
    });
    assert.deepEqual([rule.leaders, rule.kind, rule.end], [undefined, 'Rule', undefined]);
  });

  test('what a second check did not confirm is said to be so', () => {
    assert.equal(factCard('en', words, promise).caution, undefined);
    assert.match(
      factCard('en', words, { ...promise, verified: false }).caution ?? '',
      /not confirm/,
    );
    assert.match(factCard('en', words, { ...promise, verified: 'partly' }).caution ?? '', /a part/);
  });

  test('a title that leaves out the end of a statement says first how firm it is', () => {
    const statement = 'France would send soldiers to Ukraine once a ceasefire is in force.';
    const title = factTitle(words, promise, statement, 50);
    assert.equal(title, 'Only if: France would send soldiers to Ukraine…');
    assert.match(factTitle(words, { verified: false }, statement, 80), /^Not confirmed: France /);
    assert.equal(factTitle(words, { verified: true }, statement, 80), statement);
  });
});
