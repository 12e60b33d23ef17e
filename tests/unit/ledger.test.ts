import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { citedFacts, citingExplainers } from '../../src/ledger/citations.ts';
import { UnknownIdError } from '../../src/ledger/ledger.ts';
import { ContentError, formatProblem } from '../../src/ledger/problems.ts';
import type { Explainer } from '../../src/ledger/schemas.ts';
import { restingOn } from '../../src/ledger/supports.ts';

import {
  claim,
  country,
  explainer,
  fact,
  ledgerOf,
  question,
  source,
  term,
  tip,
} from './lib/records.ts';

const article = { slug: 'who-pays', language: 'en', data: explainer(), body: '' } as const;

const ledger = ledgerOf({
  facts: [fact({ id: 'pd-published' }), fact({ id: 'pd-signed' }), fact({ id: 'ca-unifier' })],
  sources: [source({ id: 'elysee-text' })],
  questions: [question('who-pays')],
  terms: [term('ceasefire', 'Ceasefire')],
  claims: [claim('all-paid')],
  countries: [country({ id: 'fr' })],
  explainers: [article, { ...article, language: 'fr', slug: 'qui-paie' }],
});

describe('the ledger', () => {
  test('every look-up gives the record of an id that exists', () => {
    assert.equal(ledger.fact('pd-signed'), ledger.facts[1]);
    assert.equal(ledger.source('elysee-text'), ledger.sources[0]);
    assert.equal(ledger.question('who-pays'), ledger.questions[0]);
    assert.equal(ledger.term('ceasefire'), ledger.terms[0]);
    assert.equal(ledger.claim('all-paid'), ledger.claims[0]);
    assert.equal(ledger.country('fr'), ledger.countries[0]);
    assert.equal(ledger.explainer('en', 'who-pays'), article);
  });

  test('an unknown id stops with the nearest ids that exist', () => {
    assert.throws(
      () => ledger.fact('pd-publishd'),
      new UnknownIdError('fact', 'pd-publishd', ['pd-published'], ''),
    );
    assert.throws(() => ledger.fact('pd-publishd'), {
      name: 'UnknownIdError',
      message: 'Unknown fact "pd-publishd". Did you mean pd-published?',
    });
    assert.throws(() => ledger.term('cease-fire'), { message: /term "cease-fire".*ceasefire\?/ });
  });

  test('an unknown id that is like no other says where the ids are listed', () => {
    const lookUps = [
      [() => ledger.fact('zzzzzzzz'), 'fact', 'src/content/ledger/facts/'],
      [() => ledger.source('zzzzzzzz'), 'source', 'src/content/ledger/sources.yaml'],
      [() => ledger.question('zzzzzzzz'), 'question', 'src/content/ledger/questions.yaml'],
      [() => ledger.term('zzzzzzzz'), 'term', 'src/content/ledger/terms.yaml'],
      [() => ledger.claim('zzzzzzzz'), 'claim', 'src/content/ledger/claims.yaml'],
      [() => ledger.country('zzzzzzzz'), 'country', 'src/content/ledger/countries.yaml'],
      [() => ledger.explainer('en', 'zzzzzzzz'), 'explainer', 'src/content/explainers/en/'],
    ] as const;
    for (const [lookUp, kind, place] of lookUps) {
      const message = `Unknown ${kind} "zzzzzzzz". Nothing similar exists; the ids are in ${place}.`;
      assert.throws(lookUp, { message });
    }
  });

  test('names that every object has are unknown ids like any other', () => {
    for (const id of ['constructor', '__proto__', 'toString', '']) {
      assert.throws(() => ledger.fact(id), UnknownIdError, id);
      assert.throws(() => ledger.explainer('en', id), UnknownIdError, id);
    }
  });

  test('an article is found in its own language only, and so are the slugs that are suggested', () => {
    assert.equal(ledger.explainer('fr', 'qui-paie').language, 'fr');
    assert.throws(() => ledger.explainer('fr', 'who-pays'), UnknownIdError);
    assert.throws(() => ledger.explainer('en', 'qui-paies'), /Nothing similar exists/);
  });
});

describe('where a question is answered', () => {
  const answering = (slug: string, answers: Explainer['answers']) =>
    ({ slug, language: 'en', data: explainer({ answers }), body: '' }) as const;
  const ledger = ledgerOf({
    questions: [question('whole'), question('part'), question('open')],
    explainers: [
      answering('one', [
        { question: 'whole', section: undefined },
        { question: 'part', section: 'a-section' },
      ]),
    ],
  });

  test('by an article, or by one of its sections', () => {
    assert.equal(ledger.answer('en', 'whole').explainer.slug, 'one');
    assert.equal(ledger.answer('en', 'whole').section, undefined);
    assert.equal(ledger.answer('en', 'part').section, 'a-section');
  });

  test('nowhere, and not at all, are errors', () => {
    assert.throws(() => ledger.answer('en', 'open'), /No explainer in .*en\/ answers "open"/);
    assert.throws(() => ledger.answer('fr', 'whole'), /No explainer in .*fr\/ answers "whole"/);
    assert.throws(() => ledger.answer('en', 'hole'), /Unknown question "hole". Did you mean whole/);
  });
});

describe('who cites what', () => {
  const noPictures = () => [];
  const keyFacts = [
    { fact: 'pd-signed', text: undefined },
    { fact: 'pd-published', text: 'It was published.' },
  ];
  const body =
    'See [a](fact:ca-unifier), [b](fact:pd-signed), [c](term:truce), [d](fact:ca-unifier).';

  test('an article cites its key facts first, then those of its text, and each once', () => {
    const cited = citedFacts({ data: explainer({ keyFacts }), body }, noPictures);
    assert.deepEqual(cited, ['pd-signed', 'pd-published', 'ca-unifier']);
  });

  test('each fact leads to the articles that cite it, in the order given', () => {
    const first = { data: explainer({ keyFacts }), body: '' };
    const second = { data: explainer(), body };
    const citing = citingExplainers([first, second], noPictures);
    assert.deepEqual(citing.get('pd-signed'), [first, second]);
    assert.deepEqual(citing.get('pd-published'), [first]);
    assert.deepEqual(citing.get('ca-unifier'), [second]);
  });

  test('what a picture rests on is cited where the picture stands', () => {
    const body = '[a](fact:pd-signed)\n\n[Polls](picture:polls)\n\n[b](fact:ca-unifier)';
    const cited = citedFacts({ data: explainer(), body }, (slug) => [`${slug}-one`, 'pd-signed']);
    assert.deepEqual(cited, ['pd-signed', 'polls-one', 'ca-unifier']);
  });

  test('a fact that nothing cites has no entry', () => {
    assert.equal(citingExplainers([{ data: explainer(), body: '' }], noPictures).size, 0);
  });
});

describe('what rests on a source', () => {
  const restsOn = restingOn({
    facts: [fact({ id: 'one', sources: ['a', 'b'] }), fact({ id: 'two', sources: ['b'] })],
    terms: [{ ...term('truce', 'Truce'), sources: ['b'] }],
    claims: [{ ...claim('all-paid'), sources: ['a'] }],
    tips: [{ ...tip('look'), sources: ['a'] }],
  });

  test('a source leads to every record that names it, in the order of the ledger', () => {
    assert.deepEqual(restsOn('b'), {
      facts: ['one', 'two'],
      terms: ['truce'],
      claims: [],
      tips: [],
    });
    assert.deepEqual(restsOn('a'), {
      facts: ['one'],
      terms: [],
      claims: ['all-paid'],
      tips: ['look'],
    });
  });

  test('a source that nothing names leads to nothing', () => {
    assert.deepEqual(restsOn('c'), { facts: [], terms: [], claims: [], tips: [] });
  });
});

describe('problems', () => {
  test('a problem is told as file, line, what is wrong and what to do', () => {
    const problem = { file: 'a.yaml', line: 3, message: 'It is wrong.', remedy: 'Mend it.' };
    assert.equal(formatProblem(problem), 'a.yaml:3  It is wrong. Mend it.');
    assert.equal(formatProblem({ file: 'a.yaml', message: 'Wrong.' }), 'a.yaml  Wrong.');
  });

  test('an error lists every problem in the order of files and lines', () => {
    const error = new ContentError([
      { file: 'b.yaml', line: 1, message: 'Third.' },
      { file: 'a.yaml', line: 10, message: 'Second.' },
      { file: 'a.yaml', line: 9, message: 'First.' },
    ]);
    assert.equal(
      error.message,
      '3 problems in the content:\na.yaml:9  First.\na.yaml:10  Second.\nb.yaml:1  Third.',
    );
    assert.deepEqual(
      error.problems.map(({ message }) => message),
      ['First.', 'Second.', 'Third.'],
    );
  });

  test('an error with one problem does not speak of several', () => {
    const error = new ContentError([{ file: 'a.yaml', message: 'Wrong.' }]);
    assert.match(error.message, /^1 problem in the content:/);
  });
});
