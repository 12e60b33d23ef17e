import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';
import { stringify } from 'yaml';

import { splitFrontMatter } from '../../src/ledger/front-matter.ts';
import { ContentError, type Problem } from '../../src/ledger/problems.ts';
import { parseYaml } from '../../src/ledger/yaml.ts';

const lineEnds = ['\n', '\r\n'] as const;

/** The problems that reading finds. */
function problemsIn(read: () => unknown): readonly Problem[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
  return [];
}

describe('YAML with line numbers', () => {
  const lines = [
    '# A comment.',
    '- id: first', // 2
    '  who: [FR,', // 3
    '    GB]', // 4
    '', // 5
    '- id: second', // 6
    '  text: >-', // 7
    '    Folded over', // 8
    '    two lines.', // 9
    '  last: 1', // 10
    '  words:', // 11
    '    en: here', // 12
  ];

  for (const [name, end] of [
    ['Unix', '\n'],
    ['Windows', '\r\n'],
  ] as const) {
    test(`every value has its line with the line ends of ${name}`, () => {
      const yaml = parseYaml(lines.join(end), 'a.yaml');
      assert.equal(yaml.lineOf([0]), 2);
      assert.equal(yaml.lineOf([0, 'who']), 3);
      assert.equal(yaml.lineOf([0, 'who', 1]), 4);
      assert.equal(yaml.lineOf([1]), 6);
      assert.equal(yaml.lineOf([1, 'text']), 7);
      assert.equal(yaml.lineOf([1, 'last']), 10);
      assert.equal(yaml.lineOf([1, 'words', 'en']), 12);
    });

    test(`a broken document names file and line with the line ends of ${name}`, () => {
      const text = ['a: 1', 'b: "open', 'c: 2', ''].join(end);
      const [problem, ...others] = problemsIn(() => parseYaml(text, 'a.yaml'));
      assert.deepEqual(others, []);
      assert.equal(problem?.file, 'a.yaml');
      assert.ok([2, 3, 4].includes(problem.line ?? 0), String(problem.line));
      assert.ok(!problem.message.includes('\n'));
    });

    test(`a key that stands twice is reported in its line with the line ends of ${name}`, () => {
      const text = ['a: 1', 'b: 2', 'a: 3'].join(end);
      const [problem] = problemsIn(() => parseYaml(text, 'a.yaml'));
      assert.equal(problem?.line, 3);
      assert.match(problem.message, /unique/);
    });
  }

  test('a value that stands below its key has the line of the key', () => {
    const yaml = parseYaml('a: 1\nb:\n  c: 2\nd:\n  # Why.\n  - 3\n', 'a.yaml');
    assert.equal(yaml.lineOf(['b']), 2);
    assert.equal(yaml.lineOf(['d']), 4);
  });

  test('a value that does not exist has the line of the nearest one round it', () => {
    const yaml = parseYaml('a: 1\nb: { c: 2 }\n', 'a.yaml');
    assert.equal(yaml.lineOf(['b', 'missing', 'deeper']), 2);
    assert.equal(yaml.lineOf(['missing']), 1);
    assert.equal(yaml.lineOf([]), 1);
  });

  test('lines are counted from the line on which the text begins', () => {
    const yaml = parseYaml('a: 1\nb: 2', 'a.md', 20);
    assert.equal(yaml.lineOf(['b']), 21);
    const [problem] = problemsIn(() => parseYaml('a: 1\na: 2', 'a.md', 20));
    assert.equal(problem?.line, 21);
  });

  test('days stay texts, and an empty document is nothing', () => {
    assert.deepEqual(parseYaml('day: 2026-01-06', 'a.yaml').value, { day: '2026-01-06' });
    assert.equal(parseYaml('', 'a.yaml').value, null);
    assert.equal(parseYaml('', 'a.yaml').lineOf(['a']), 1);
  });

  test('the line of every value holds that value, whatever the records', () => {
    const field = fc.constantFrom('id', 'who', 'text', 'note');
    const shape = fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(shape, fc.constantFrom(...lineEnds), fc.nat(50), (records, end, before) => {
        const list = records.map((fields, record) =>
          Object.fromEntries(fields.map((name) => [name, `value-${record}-${name}`])),
        );
        const text = stringify(list).replaceAll('\n', end);
        const yaml = parseYaml(text, 'a.yaml', before + 1);
        const written = text.split(end);
        for (const [record, fields] of list.entries()) {
          for (const name of Object.keys(fields)) {
            const line = written[yaml.lineOf([record, name]) - 1 - before];
            assert.ok(line?.includes(`value-${record}-${name}`), line);
          }
        }
      }),
    );
  });
});

describe('front matter', () => {
  test('a file is split into front matter and body, and no letter of the body is lost', () => {
    for (const end of lineEnds) {
      const text = ['---', 'title: A', '---', '', 'Body.', ''].join(end);
      const { frontMatter, body, bodyLine } = splitFrontMatter(text, 'a.md');
      assert.deepEqual(frontMatter.value, { title: 'A' });
      assert.equal(body, `${end}Body.${end}`);
      assert.equal(bodyLine, 4);
    }
  });

  test('lines of the front matter are lines of the file', () => {
    for (const end of lineEnds) {
      const text = ['---', 'title: A', 'answer: B', '---', 'Body.'].join(end);
      assert.equal(splitFrontMatter(text, 'a.md').frontMatter.lineOf(['answer']), 3);
    }
  });

  test('broken front matter is reported in its line of the file', () => {
    const [problem] = problemsIn(() => splitFrontMatter('---\na: 1\na: 2\n---\nBody.', 'a.md'));
    assert.equal(problem?.file, 'a.md');
    assert.equal(problem.line, 3);
  });

  test('the words of an error in front matter name no line of their own', () => {
    const [problem] = problemsIn(() => splitFrontMatter('---\na: 1\na: 2\n---\nBody.', 'a.md'));
    assert.doesNotMatch(problem?.message ?? '', /line \d/);
  });

  test('a line of hyphens in the body does not end the front matter again', () => {
    const { body } = splitFrontMatter('---\na: 1\n---\nOne.\n\n---\n\nTwo.', 'a.md');
    assert.equal(body, 'One.\n\n---\n\nTwo.');
  });

  test('a file that is only front matter has an empty body', () => {
    assert.equal(splitFrontMatter('---\na: 1\n---', 'a.md').body, '');
  });

  test('a file without front matter, or with one that does not end, is reported with its name', () => {
    for (const text of ['Body.', '---\na: 1\nBody.', '\n---\na: 1\n---\n', '']) {
      const [problem] = problemsIn(() => splitFrontMatter(text, 'a.md'));
      assert.equal(problem?.file, 'a.md');
      assert.equal(problem.line, 1);
      assert.match(problem.message, /does not begin with front matter/);
    }
  });

  test('the body begins in the line that is named, whatever stands before it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.constantFrom(...lineEnds), (count, end) => {
        const fields = Array.from({ length: count }, (_, index) => `field${index}: 1`);
        const text = ['---', ...fields, '---', 'THE BODY', ''].join(end);
        const { bodyLine } = splitFrontMatter(text, 'a.md');
        assert.equal(text.split(end)[bodyLine - 1], 'THE BODY');
      }),
    );
  });
});
