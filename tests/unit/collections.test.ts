import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import type { z } from 'astro/zod';

import { readRecords, validate } from '../../src/ledger/collections.ts';
import { ContentError } from '../../src/ledger/problems.ts';
import { readLedger } from '../../src/ledger/read.ts';
import * as schemas from '../../src/ledger/schemas.ts';

import {
  assertProblem,
  lineWith,
  problemsOf,
  projectOf,
  soundFiles,
  withCarriageReturns,
  withChange,
  type Files,
} from './lib/project.ts';
import {
  claim,
  country,
  explainer,
  fact,
  question,
  source,
  term,
  tip,
  trick,
} from './lib/records.ts';

describe('data and words', () => {
  test('the sound project that these tests break has no problem', (t) => {
    assert.deepEqual(problemsOf(t, soundFiles), []);
    assert.deepEqual(problemsOf(t, withCarriageReturns(soundFiles)), []);
  });

  test('data and words of a record are joined, whatever files they stand in', (t) => {
    const [money, soldiers, published] = readRecords(projectOf(t, soundFiles), 'facts');
    assert.equal(money?.id, 'fr-money');
    assert.deepEqual(money.data['sources'], ['elysee-text', 'lemonde-money']);
    assert.deepEqual(money.data['words'], {
      en: {
        statement: 'France promised money for Ukraine, without a sum.',
        saidBy: 'Somebody with an office',
        where: { 'lemonde-money': 'the third paragraph' },
      },
    });
    assert.equal(soldiers?.id, 'fr-soldiers');
    assert.equal(published?.id, 'pd-published');
  });

  test('a record knows its place in the ledger, over all files', (t) => {
    const { ledger } = readLedger(projectOf(t, soundFiles));
    assert.deepEqual(
      ledger.facts.map(({ id, position }) => [id, position]),
      [
        ['fr-money', 0],
        ['fr-soldiers', 1],
        ['pd-published', 2],
      ],
    );
  });

  test('words in another language may be a part of the English ones', (t) => {
    const { ledger } = readLedger(projectOf(t, soundFiles));
    assert.deepEqual(ledger.question('who-pays').words.fr, { variants: ['qui va payer'] });
    assert.equal(ledger.question('who-pays').words.uk, undefined);
  });

  test('a source needs no words', (t) => {
    const { ledger } = readLedger(projectOf(t, soundFiles));
    assert.deepEqual(ledger.source('elysee-text').words.en, {});
    assert.equal(ledger.source('lemonde-money').words.en.note, 'Behind a paywall.');
  });

  test('an article comes with its slug, its language and its text', (t) => {
    const { ledger } = readLedger(projectOf(t, soundFiles));
    const { slug, language, body, data } = ledger.explainer('en', 'second');
    assert.deepEqual({ slug, language }, { slug: 'second', language: 'en' });
    assert.match(body, /^\nThe text was /);
    assert.deepEqual(data.keyFacts, [
      { fact: 'fr-money', text: undefined },
      { fact: 'pd-published', text: 'The declaration was published in Paris.' },
    ]);
  });

  test('a record without words is reported with the place of the record', (t) => {
    const file = 'ledger/facts/paris.yaml';
    const without = withChange('words/en/facts/all.yaml', 'pd-published:', 'fr-other:');
    const renamed = withChange(
      'ledger/facts/countries/fr.yaml',
      'fr-soldiers',
      'fr-other',
      without,
    );
    const files = withChange('words/en/facts/all.yaml', 'fr-soldiers: {', 'pd-other: {', renamed);
    const added = `- id: pd-other
  type: event
  who: [cotw]
  asOf: null
  certainty: null
  verified: true
  sources: [elysee-text]

`;
    assertProblem(t, withChange(file, '- id', `${added}- id`, files), {
      file,
      passage: '- id: pd-published',
      says: ['"pd-published" has no English words', 'words/en/facts/'],
    });
  });

  test('words in another language do not stand for the English ones', (t) => {
    assertProblem(t, withChange('words/en/tips.yaml', soundFiles['words/en/tips.yaml'], '{}'), {
      file: 'ledger/tips.yaml',
      passage: '- id: look-for-the-date',
      says: ['"look-for-the-date" has no English words', 'words/en/tips.yaml'],
    });
  });

  test('words without a record are reported with the place of the words', (t) => {
    const file = 'words/en/facts/all.yaml';
    const says = ['words for "ghost"', 'no such record in ledger/facts/'];
    const inOneLine = withChange(file, 'fr-soldiers:', 'ghost: { statement: Boo. }\nfr-soldiers:');
    assertProblem(t, inOneLine, { file, passage: 'ghost', says });
    const inBlock = withChange(file, 'fr-money:', 'ghost:\n  statement: Boo.\n\nfr-money:');
    assertProblem(t, inBlock, { file, passage: 'ghost', says });
  });

  test('words for a record that stand in two files are reported', (t) => {
    const second = 'fr-money: { statement: France promised something else altogether. }\n';
    const problems = problemsOf(t, { ...soundFiles, 'words/en/facts/second.yaml': second });
    const [problem] = problems;
    assert.equal(problems.length, 1, 'one problem');
    assert.equal(problem?.file, 'src/content/words/en/facts/second.yaml');
    assert.match(problem.message, /fr-money/);
  });

  test('an id that is taken is reported with the place of both records', (t) => {
    const file = 'ledger/facts/paris.yaml';
    const other = 'ledger/facts/countries/fr.yaml';
    const earlier = lineWith(soundFiles, other, '- id: fr-money');
    const twice = `- id: fr-money
  type: event

- id: pd-published`;
    assertProblem(t, withChange(file, '- id: pd-published', twice), {
      file,
      passage: '- id: fr-money',
      says: [`The id "fr-money" is taken (src/content/${other}:${earlier}).`],
    });
  });

  test('a record without an id is reported with its line', (t) => {
    const file = 'ledger/terms.yaml';
    assertProblem(t, withChange(file, '- id: truce', '- id: truce\n  names: a\n- di: x'), {
      file,
      passage: '- di: x',
      says: ['This record has no id', '- id: a-name'],
    });
  });

  test('a file of the wrong form is reported with its name', (t) => {
    const list = { ...soundFiles, 'ledger/tips.yaml': 'look: 1\n', 'words/en/tips.yaml': '{}\n' };
    const [first] = problemsOf(t, list);
    assert.equal(first?.file, 'src/content/ledger/tips.yaml');
    assert.match(first.message, /must hold a list of records/);
    const [second] = problemsOf(t, { ...soundFiles, 'words/fr/tips.yaml': '- a\n' });
    assert.equal(second?.file, 'src/content/words/fr/tips.yaml');
    assert.match(second.message, /must map ids to words/);
  });

  test('broken YAML is reported with file and line', (t) => {
    const file = 'ledger/questions.yaml';
    assertProblem(t, withChange(file, 'theme: money', 'theme: money\n  theme: words'), {
      file,
      passage: 'theme: words',
      says: ['unique', 'Mend the YAML'],
    });
  });

  test('everything that is wrong is reported at once', (t) => {
    let files: Files = withChange('ledger/questions.yaml', 'theme: money', 'theme: mony');
    files = withChange('ledger/terms.yaml', 'sources: [lemonde-money]', 'sources: []', files);
    files = withChange('explainers/en/first.md', 'theme: money', 'theme: mony', files);
    files = withChange('ledger/coalition.yaml', 'gb', 'GB', files);
    assert.deepEqual(
      problemsOf(t, files).map(({ file }) => file.replace('src/content/', '')),
      [
        'explainers/en/first.md',
        'ledger/coalition.yaml',
        'ledger/questions.yaml',
        'ledger/terms.yaml',
      ],
    );
  });

  test('an error of the ledger says how many problems there are', (t) => {
    const root = projectOf(t, withChange('ledger/questions.yaml', 'theme: money', 'theme: mony'));
    assert.throws(
      () => readLedger(root),
      (error) => error instanceof ContentError && error.message.startsWith('1 problem in'),
    );
  });

  test('an article in the folder of an unknown language is reported', (t) => {
    const files = { ...soundFiles, 'explainers/de/wer.md': soundFiles['explainers/en/first.md'] };
    const [problem, ...others] = problemsOf(t, files);
    assert.deepEqual(others, []);
    assert.equal(problem?.file, 'src/content/explainers/de/wer.md');
    assert.match(problem.message, /"de" is not a language of the site \(en, fr, uk\)/);
  });

  test('a value is found in the file that holds it, be it data or words', (t) => {
    for (const files of [soundFiles, withCarriageReturns(soundFiles)]) {
      const { locate } = readLedger(projectOf(t, files));
      assert.deepEqual(locate('facts', 'fr-money', ['sources', 1]), {
        file: 'src/content/ledger/facts/countries/fr.yaml',
        line: lineWith(files, 'ledger/facts/countries/fr.yaml', 'lemonde-money]'),
      });
      assert.deepEqual(locate('facts', 'fr-money', ['words', 'en', 'saidBy']), {
        file: 'src/content/words/en/facts/all.yaml',
        line: lineWith(files, 'words/en/facts/all.yaml', 'saidBy'),
      });
      assert.deepEqual(locate('facts', 'fr-soldiers', ['words', 'uk', 'saidBy']), {
        file: 'src/content/ledger/facts/countries/fr.yaml',
        line: lineWith(files, 'ledger/facts/countries/fr.yaml', '- id: fr-soldiers'),
      });
    }
  });
});

describe('the rules for values', () => {
  test('a value that breaks a rule is reported with field, value, file and line', (t) => {
    const ledger = 'ledger/facts/countries/fr.yaml';
    const words = 'words/en/terms.yaml';
    assertProblem(t, withChange(ledger, 'who: [FR]', 'who: [FR, fr]'), {
      file: ledger,
      passage: 'who: [FR, fr]',
      says: ['who.1: "fr"', 'upper-case country code'],
    });
    assertProblem(t, withChange(words, 'term: Truce', 'term: 5'), {
      file: words,
      passage: 'term: 5',
      says: ['words.en.term: 5'],
    });
  });

  test('a field that no record has is reported by its name, among data and among words', (t) => {
    const ledger = 'ledger/terms.yaml';
    const words = 'words/en/tips.yaml';
    const article = 'explainers/en/first.md';
    assertProblem(t, withChange(ledger, '  sources', '  colour: red\n  sources'), {
      file: ledger,
      passage: 'colour: red',
      says: ['colour'],
    });
    assertProblem(t, withChange(words, 'Look for the date.', 'Look for the date.\n  tpi: x'), {
      file: words,
      passage: 'tpi: x',
      says: ['tpi'],
    });
    assertProblem(t, withChange(article, 'theme: money', 'theme: money\nanwser: x'), {
      file: article,
      passage: 'anwser: x',
      says: ['anwser'],
    });
  });

  test('what the reader adds to a record is reported where it stands among the data', (t) => {
    const file = 'ledger/terms.yaml';
    for (const field of ['words: { en: x }', 'position: 5']) {
      const files = withChange(file, '  sources', `  ${field}\n  sources`);
      assert.equal(problemsOf(t, files)[0]?.file, `src/content/${file}`, field);
    }
  });

  test('only a commitment has a status, and every commitment has one', (t) => {
    const file = 'ledger/facts/countries/fr.yaml';
    const says = ['status', 'a commitment has a status (agreed, promised', 'nothing else has one'];
    const withStatus = withChange(
      file,
      'type: commitment\n  status: promised',
      'type: event\n  status: promised',
    );
    assertProblem(t, withStatus, { file, passage: 'status: promised', says });
    const without = withChange(file, '  status: promised\n', '');
    assertProblem(t, without, { file, passage: '- id: fr-money', says });
  });

  test('an answer has 320 letters at most, and the error says how many there are', (t) => {
    const file = 'explainers/en/first.md';
    const from = 'Nobody has said yet what it means, and this answer has more than forty letters.';
    const fits = withChange(file, from, 'a'.repeat(320));
    assert.deepEqual(problemsOf(t, fits), []);
    const tooLong = withChange(file, from, 'a'.repeat(321));
    assertProblem(t, tooLong, {
      file,
      passage: 'answer:',
      says: ['answer', '321 characters', '320'],
    });
  });

  test('an unknown theme is reported with the bad value and the themes there are', (t) => {
    const file = 'explainers/en/second.mdx';
    assertProblem(t, withChange(file, 'theme: money', 'theme: monney'), {
      file,
      passage: 'theme: monney',
      says: ['theme: "monney"', '"money"', '"law-and-vote"'],
    });
  });

  /** A record with a field left out. */
  const without = (record: object, field: string) =>
    Object.fromEntries(Object.entries(record).filter(([name]) => name !== field));

  /** An article's front matter as it is written; the schema gives it another form. */
  const writtenExplainer = { ...explainer(), answers: ['who-pays'], keyFacts: ['one', 'two'] };

  test('no kind of record takes a field that is not its own', () => {
    const records = [
      [schemas.fact, fact({ id: 'a' })],
      [schemas.source, source({ id: 'a' })],
      [schemas.question, question('a')],
      [schemas.term, term('a', 'Truce')],
      [schemas.claim, claim('a')],
      [schemas.country, country({ id: 'fr' })],
      [schemas.tip, tip('a')],
      [schemas.coalition, { fact: 'a', members: ['fr'] }],
      [schemas.explainer, writtenExplainer],
      [schemas.trick, trick('a')],
    ] as const;
    for (const [schema, record] of records) {
      takes(schema, record, true);
      takes(schema, { ...record, colour: 'red' }, false);
    }
  });

  /** Whether a schema takes a value; what is wrong with it goes into the message of the test. */
  function takes(schema: z.ZodType, value: unknown, taken: boolean): void {
    const result = validate(schema, value, () => ({ file: 'x', line: 1 }));
    assert.equal('record' in result, taken, JSON.stringify([value, result]));
  }

  test('a day is a whole day of the calendar, written as text or read as a date', () => {
    for (const good of ['2026-01-06', '2024-02-29']) takes(schemas.day, good, true);
    for (const bad of ['2026-01', '2026', '2026-02-29', '2026-1-6', '06.01.2026', '', null, 2026]) {
      takes(schemas.day, bad, false);
    }
    const read = validate(schemas.day, new Date('2026-01-06T00:00:00Z'), () => ({
      file: '',
      line: 1,
    }));
    assert.deepEqual(read, { record: '2026-01-06' });
  });

  test('a date may be a day, a month or a year, and nothing else', () => {
    for (const good of ['2026-01-06', '2026-12', '1994', '2024-02-29']) {
      takes(schemas.dateAsKnown, good, true);
    }
    for (const bad of [
      '2026-13',
      '2026-00',
      '2026-01-32',
      '2026-1',
      '26',
      '2026-',
      'May 2026',
      2026,
    ]) {
      takes(schemas.dateAsKnown, bad, false);
    }
  });

  test('a date that the calendar does not have is no date', () => {
    for (const bad of ['2026-02-30', '2026-02-29', '2026-04-31']) {
      takes(schemas.dateAsKnown, bad, false);
    }
  });

  test('an id is made of lower-case Latin letters, digits and single hyphens', () => {
    for (const good of ['a', 'pd-c3-when', '2026', 'nato5-text']) takes(schemas.id, good, true);
    for (const bad of ['', 'A', 'a_b', 'a--b', '-a', 'a-', 'a b', 'é', 'постріл', 'a.b', 'a/b']) {
      takes(schemas.id, bad, false);
    }
  });

  test('a definition has 45 words at most', () => {
    const long = term('truce', 'Truce');
    const defined = (count: number) => ({
      ...long,
      words: { en: { ...long.words.en, definition: Array(count).fill('word').join(' ') } },
    });
    takes(schemas.term, defined(45), true);
    takes(schemas.term, defined(46), false);
  });

  test('a definition that is too long is reported in its line', (t) => {
    const file = 'words/en/terms.yaml';
    const long = `${Array(46).fill('word').join(' ')}.`;
    assertProblem(t, withChange(file, 'A stop to the fighting.', long), {
      file,
      passage: 'definition:',
      says: ['words.en.definition', 'a definition has at most 45 words'],
    });
  });

  test('a fact needs a party, a source and a statement', () => {
    takes(schemas.fact, fact({ id: 'a' }), true);
    takes(schemas.fact, fact({ id: 'a', who: [] }), false);
    takes(schemas.fact, fact({ id: 'a', who: ['FRA'] }), false);
    takes(schemas.fact, fact({ id: 'a', sources: [] }), false);
    takes(schemas.fact, fact({ id: 'a', words: { en: { statement: 'Too short.' } } }), false);
    takes(schemas.fact, { ...fact({ id: 'a' }), verified: 'mostly' }, false);
    takes(schemas.fact, { ...fact({ id: 'a' }), topic: 'weather' }, false);
  });

  test('a source has an address on the web', () => {
    takes(schemas.source, source({ id: 'a' }), true);
    for (const url of ['javascript:alert(1)', 'ftp://a.example/', 'example.org', '']) {
      takes(schemas.source, source({ id: 'a', url }), false);
    }
  });

  test('a source may be undated, but its date must not be left out', () => {
    takes(schemas.source, source({ id: 'a', published: null }), true);
    takes(schemas.source, source({ id: 'a', published: '2026-01' }), true);
    takes(schemas.source, without(source({ id: 'a' }), 'published'), false);
  });

  test('the heading of a claim is a question', () => {
    const statement = claim('a');
    takes(schemas.claim, statement, true);
    const words = { en: { ...statement.words.en, question: 'It is so.' } };
    takes(schemas.claim, { ...statement, words }, false);
  });

  test('a question in another language may be a part, but must have no other fields', () => {
    const asked = question('who-pays');
    takes(schemas.question, { ...asked, words: { ...asked.words, fr: {} } }, true);
    takes(schemas.question, { ...asked, words: { ...asked.words, fr: { plan: 'x' } } }, false);
    takes(schemas.question, { ...asked, words: { ...asked.words, de: {} } }, false);
  });

  test('a key fact is an id, or one id with a sentence', () => {
    const withFacts = (keyFacts: unknown[]) => ({ ...writtenExplainer, keyFacts });
    takes(schemas.explainer, withFacts(['one', { two: 'A plainer sentence.' }]), true);
    takes(schemas.explainer, withFacts(['one', { two: 'Short.' }]), false);
    takes(schemas.explainer, withFacts(['one', { two: 'x'.repeat(241) }]), false);
    const both = { two: 'A plainer sentence.', three: 'Another plainer sentence.' };
    takes(schemas.explainer, withFacts(['one', both]), false);
    takes(schemas.explainer, withFacts(['one']), false);
    takes(schemas.explainer, withFacts(['a', 'b', 'c', 'd', 'e', 'f', 'g']), false);
  });

  test('an answered question is an id, or one id with a section', () => {
    const withAnswers = (answers: unknown[]) => ({ ...writtenExplainer, answers });
    takes(schemas.explainer, withAnswers(['one', { two: 'a-section' }]), true);
    takes(schemas.explainer, withAnswers(['one', { two: 'A section' }]), false);
    takes(schemas.explainer, withAnswers([{ two: 'a-section', three: 'another' }]), false);
    takes(schemas.explainer, withAnswers([]), false);
  });

  test('other words for an article may be left out', () => {
    const result = schemas.explainer.parse(without(writtenExplainer, 'aliases'));
    assert.deepEqual(result.aliases, []);
  });

  test('the members of the coalition are given by lower-case codes', () => {
    takes(schemas.coalition, { fact: 'a', members: ['fr', 'gb'] }, true);
    takes(schemas.coalition, { fact: 'a', members: ['FR'] }, false);
    takes(schemas.coalition, { fact: 'a', members: [false] }, false);
    takes(schemas.coalition, { fact: 'a', members: [] }, false);
  });

  test('a long bad value is shortened in the error', () => {
    const bad = { ...question('a'), theme: 'x'.repeat(100) };
    const result = validate(schemas.question, bad, () => ({ file: 'x', line: 1 }));
    assert.ok('problems' in result);
    assert.match(result.problems[0]?.message ?? '', /^theme: "x{59}… \(100 characters\): /);
  });
});
