import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { parseHTML } from 'linkedom';

import { english, spoken } from '../../src/listen/languages/english.ts';
import { countWords, minutesToHear } from '../../src/listen/minutes.ts';
import { cutsOf, scriptOf, type Script } from '../../src/listen/script.ts';

/** The script of an article with this text. */
function scriptOfProse(html: string): Script {
  const { document } = parseHTML(
    `<!doctype html><body><article><h1>Why?</h1><p class="lead">So.</p><div class="prose">${html}</div></article></body>`,
  );
  const article = document.querySelector('article');
  assert.ok(article);
  return scriptOf(article, english);
}

/** What is said of a text, without the question and the answer. */
const saidOf = (html: string): string[] =>
  scriptOfProse(html)
    .pieces.slice(2)
    .map(({ said }) => said);

/** The words on the page that belong to each piece. */
const markedOf = (html: string): string[] =>
  scriptOfProse(html)
    .pieces.slice(2)
    .map(({ parts }) => parts.map(({ node, start, end }) => node.data.slice(start, end)).join(''));

describe('what is read', () => {
  test('is the question first, then the answer, then the text by sentences', () => {
    const { pieces } = scriptOfProse('<p>One. Two!</p><p>Three</p>');
    assert.deepEqual(
      pieces.map(({ said }) => said),
      ['Why?', 'So.', 'One.', 'Two!', 'Three'],
    );
  });

  test('is whole sentences across links and terms, without the numbers of notes', () => {
    const html =
      '<p>The <span class="keep"><button class="term">force</button>,</span> as <a href="/x/">Italy</a>’s <a class="cite" href="#n1"><u>paper says</u><sup><span class="vh"> note </span>1</sup></a>. It waits.</p>';
    assert.deepEqual(saidOf(html), ['The force, as Italy’s paper says.', 'It waits.']);
    assert.deepEqual(markedOf(html), ['The force, as Italy’s paper says.', 'It waits.']);
  });

  test('is no furniture', () => {
    assert.deepEqual(
      saidOf(
        '<p>Text.</p><svg><text>1</text></svg><p hidden>h</p><p aria-hidden="true">a</p><div popover>p</div><form><label>q</label></form><nav>n</nav><p class="bars-key">k</p>',
      ),
      ['Text.'],
    );
  });

  test('is a status word, then its date', () => {
    assert.deepEqual(
      saidOf(
        '<ul><li><p class="status"><b>Only if…</b> <time>6 January 2026</time></p><p>It starts.</p></li></ul>',
      ),
      ['Only if: the 6th of January 2026', 'It starts.'],
    );
  });

  test('is a cell with its column, and no row of headings', () => {
    assert.deepEqual(
      saidOf(
        '<table><thead><tr><th>Minsk</th></tr></thead><tbody><tr><th>Who</th><td data-column="Minsk">Two sides.</td></tr></tbody></table>',
      ),
      ['Who', 'Minsk: Two sides.'],
    );
  });

  test('has a section for the question, for what stands before the first heading, and for each heading', () => {
    const { sections, pieces } = scriptOfProse(
      '<p>First.</p><h2>Who\n goes?</h2><p>A.</p><h3>B</h3><p>C.</p><section class="not-known"><h2>Not known</h2><ul><li>D.</li></ul></section>',
    );
    assert.deepEqual(sections, ['Why?', 'Why?', 'Who goes?', 'Not known']);
    assert.deepEqual(
      pieces.map(({ section }) => section),
      [0, 0, 1, 2, 2, 2, 2, 3, 3],
    );
  });

  test('is marked without the white space around it', () => {
    assert.deepEqual(markedOf('<p>\n  One\n  two. <i> Three</i>\n</p>'), ['One\n  two.', 'Three']);
  });
});

describe('a long sentence', () => {
  test('is cut behind marks, into pieces that together are the sentence', () => {
    const clause = 'it goes on and on and on, ';
    const sentence = `${clause.repeat(20).trim()} and ends.`;
    const pieces = cutsOf(sentence).map(([begin, end]) => sentence.slice(begin, end));
    assert.ok(pieces.length > 1);
    assert.equal(pieces.join(''), sentence);
    for (const piece of pieces.slice(0, -1)) assert.match(piece, /, $/);
    for (const piece of pieces) assert.ok(piece.length <= 220, piece);
  });

  test('without marks is cut at spaces, and a word without end stays whole', () => {
    const words = 'word '.repeat(100).trim();
    for (const [begin, end] of cutsOf(words)) assert.ok(end - begin <= 220 && end > begin);
    assert.deepEqual(cutsOf('x'.repeat(500)), [[0, 500]]);
    assert.deepEqual(cutsOf(`${'x'.repeat(300)} y`), [
      [0, 301],
      [301, 302],
    ]);
    assert.deepEqual(cutsOf(''), []);
  });
});

describe('figures and abbreviations in English', () => {
  const cases: readonly (readonly [written: string, said: string])[] = [
    ['a loan of €90 billion.', 'a loan of 90 billion euros.'],
    ['a €90 billion loan', 'a 90 billion euro loan'],
    ['£200 million and $1', '200 million pounds and 1 dollar'],
    ['€185, then €3.2 billion', '185 euros, then 3.2 billion euros'],
    ['72.7% of MPs', '72.7 per cent of MPs'],
    ['Article 42(7)?', 'Article 42 7?'],
    ['2014–2019 and 2026–27.', '2014 to 2019 and 2026 to 27.'],
    ['on 5 July 2026', 'on the 5th of July 2026'],
    [
      'the 22 May summit, 1 June, 3 August, 11 March',
      'the 22nd of May summit, the 1st of June, the 3rd of August, the 11th of March',
    ],
    ['500,000 people in 2026', '500,000 people in 2026'],
    ['The OSCE’s people', 'The O S C E’s people'],
    ['The EU, the UN and the US', 'The EU, the UN and the US'],
    ['Only if…', 'Only if'],
    ['a plan – or two – of his', 'a plan, or two, of his'],
    ['5 Mayors', '5 Mayors'],
  ];
  for (const [written, said] of cases) {
    test(`"${written}" is said as "${said}"`, () => {
      assert.equal(spoken(written), said);
    });
  }
});

describe('minutes', () => {
  test('are those of 150 words each, at least one', () => {
    assert.deepEqual([0, 1, 150, 224, 225, 1050].map(minutesToHear), [1, 1, 1, 1, 2, 7]);
  });

  test('count what is said as a word', () => {
    assert.equal(countWords(' The €90 billion – and\n“more”… '), 5);
    assert.equal(countWords(''), 0);
  });
});
