import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import { outlineOf, parsePageUrl, parseRecordUrl } from '../../src/markdown/outline.ts';

describe('the outline of a text', () => {
  const lines = [
    'We saw [the **whole** text](fact:pd-published).', // 1
    '', // 2
    '## What it *costs* {#costs}', // 3
    '', // 4
    'A **first** line', // 5
    'and [a term](term:truce) in the second, **[bold link](claim:c)**.', // 6
    '', // 7
    '### Below {#below}', // 8
    '', // 9
    '- An [item](country:fr)', // 10
    '- Another', // 11
    '', // 12
    '## Without an id', // 13
    '', // 14
    'See [a page](page:about), [the web](https://a.example/) and [more](explainer:who-pays).', // 15
  ];

  for (const [name, end] of [
    ['Unix', '\n'],
    ['Windows', '\r\n'],
  ] as const) {
    const outline = outlineOf(lines.join(end), 'md', 10);

    test(`headings have depth, id, text and line with the line ends of ${name}`, () => {
      assert.deepEqual(outline.headings, [
        { depth: 2, id: 'costs', text: 'What it costs', line: 12 },
        { depth: 3, id: 'below', text: 'Below', line: 17 },
        { depth: 2, id: undefined, text: 'Without an id', line: 22 },
      ]);
    });

    test(`links to records are found in the order of the text with the line ends of ${name}`, () => {
      assert.deepEqual(outline.links, [
        { kind: 'fact', id: 'pd-published', text: 'the whole text', line: 10 },
        { kind: 'term', id: 'truce', text: 'a term', line: 15 },
        { kind: 'claim', id: 'c', text: 'bold link', line: 15 },
        { kind: 'country', id: 'fr', text: 'item', line: 19 },
        { kind: 'explainer', id: 'who-pays', text: 'more', line: 24 },
      ]);
    });

    test(`other links are apart, and links to pages are not among them with the line ends of ${name}`, () => {
      assert.deepEqual(outline.plainLinks, [{ url: 'https://a.example/', line: 24 }]);
    });

    test(`blocks have text, line, bold phrases, links and section with the line ends of ${name}`, () => {
      assert.deepEqual(
        outline.blocks.map(({ text, line, bold, section }) => [
          text.replace(/\r?\n/g, ' '),
          line,
          bold,
          section,
        ]),
        [
          ['We saw the whole text.', 10, ['whole'], undefined],
          [
            'A first line and a term in the second, bold link.',
            14,
            ['first', 'bold link'],
            'costs',
          ],
          ['An item', 19, [], 'costs'],
          ['Another', 20, [], 'costs'],
          ['See a page, the web and more.', 24, [], undefined],
        ],
      );
      assert.deepEqual(
        outline.blocks.map(({ links }) => links.map(({ id }) => id)),
        [['pd-published'], ['truce', 'c'], ['fr'], [], ['who-pays']],
      );
    });
  }

  test('MDX is read as MDX, and with its own lines', () => {
    const mdx = "import A from './a.astro';\n\n<A />\n\nSee [it](fact:one) {1 + 1}.\n\n## H {#h}\n";
    const { links, headings } = outlineOf(mdx, 'mdx', 3);
    assert.deepEqual(links, [{ kind: 'fact', id: 'one', text: 'it', line: 7 }]);
    assert.deepEqual(headings, [{ depth: 2, id: 'h', text: 'H', line: 9 }]);
  });

  test('an indented link is a link in MDX, and code elsewhere', () => {
    const indented = 'One.\n\n    [x](fact:y)\n';
    assert.equal(outlineOf(indented, 'mdx').links.length, 1);
    assert.equal(outlineOf(indented, 'md').links.length, 0);
  });

  test('code holds no links, and pieces of HTML are no words', () => {
    const { links, blocks } = outlineOf('A <b>bold</b> `[x](fact:y)` word.\n\n    [x](fact:y)\n');
    assert.deepEqual(links, []);
    assert.deepEqual(
      blocks.map(({ text }) => text),
      ['A bold [x](fact:y) word.'],
    );
  });

  test('a hard line break parts two words', () => {
    assert.equal(outlineOf('one  \ntwo').blocks[0]?.text, 'one two');
  });

  test('a line of hyphens at the beginning is no front matter', () => {
    const { blocks } = outlineOf('---\n\nOne.\n\n---\n\nTwo.');
    assert.deepEqual(
      blocks.map(({ text, line }) => [text, line]),
      [
        ['One.', 3],
        ['Two.', 7],
      ],
    );
  });

  test('nothing has an empty outline', () => {
    assert.deepEqual(outlineOf(''), { headings: [], blocks: [], links: [], plainLinks: [] });
  });

  test('a link is found in the line it stands in, whatever stands round it', () => {
    const block = fc.oneof(
      fc.constantFrom('Words.', '## Heading {#h}', '- item\n- item', '> quoted\n> lines', '***'),
      fc.constant('[phrase](fact:wanted)'),
      fc.constant('Words before\nand [phrase](fact:wanted) after.'),
      fc.constant('- item\n- an [phrase](fact:wanted)\n  goes on'),
    );
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('\n', '\r\n'),
        fc.nat(40),
        (blocks, end, before) => {
          const written = blocks.join('\n\n').split('\n');
          const { links } = outlineOf(written.join(end), 'md', before + 1);
          const expected = written.flatMap((line, index) =>
            line.includes('fact:wanted') ? [index + 1 + before] : [],
          );
          assert.deepEqual(
            links.map(({ line }) => line),
            expected,
          );
        },
      ),
    );
  });
});

describe('addresses of records in Markdown', () => {
  test('each kind of record has its own scheme', () => {
    assert.deepEqual(parseRecordUrl('fact:pd-published'), { kind: 'fact', id: 'pd-published' });
    assert.deepEqual(parseRecordUrl('term:a'), { kind: 'term', id: 'a' });
    assert.deepEqual(parseRecordUrl('claim:a'), { kind: 'claim', id: 'a' });
    assert.deepEqual(parseRecordUrl('country:fr'), { kind: 'country', id: 'fr' });
    assert.deepEqual(parseRecordUrl('explainer:a'), { kind: 'explainer', id: 'a' });
  });

  test('what stands after the scheme is the id, colons included', () => {
    assert.deepEqual(parseRecordUrl('fact:a:b'), { kind: 'fact', id: 'a:b' });
    assert.deepEqual(parseRecordUrl('fact:'), { kind: 'fact', id: '' });
  });

  test('any other address is none of a record', () => {
    for (const url of [
      'https://a.example',
      'mailto:a@b',
      '/fact:a',
      'source:a',
      'facts',
      '',
      '#a',
    ]) {
      assert.equal(parseRecordUrl(url), undefined, url);
    }
  });

  test('a page is named by its section, and an unknown name is none', () => {
    assert.equal(parsePageUrl('page:about'), 'about');
    assert.equal(parsePageUrl('page:corrections'), 'corrections');
    for (const url of ['page:nowhere', 'page:', 'about', 'apage:about', 'page:toString']) {
      assert.equal(parsePageUrl(url), undefined, url);
    }
  });
});
