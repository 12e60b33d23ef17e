import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { checkEvidence } from '../../src/checks/evidence.ts';
import { checkProse, citationNeeds } from '../../src/checks/prose.ts';
import { checkReferences } from '../../src/checks/references.ts';
import { validate } from '../../src/ledger/collections.ts';
import { splitFrontMatter } from '../../src/ledger/front-matter.ts';
import { createLedger } from '../../src/ledger/ledger.ts';
import { readLedger, type ExplainerFile } from '../../src/ledger/read.ts';
import * as schemas from '../../src/ledger/schemas.ts';
import { slugFrom } from '../../scripts/lib/slug.mjs';
import { question } from './lib/records.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const files = readLedger(root);
const { ledger } = files;
const needs = citationNeeds(ledger);

const filler = Array.from({ length: 60 }, () => 'They may go if the talks end well.').join('\n\n');

/** An article whose body is the given text, then enough easy words to be long enough. */
function article(
  body: string,
  answer = 'Nobody has said so in a paper that we could read.',
): string {
  return `---
title: Who would go there?
answer: ${answer}
theme: where-when
answers: [how-many]
keyFacts: [pd-starts-with-ceasefire, it-no-troops]
checked: 2026-11-23
related: [who-pays]
changes: [{ date: 2026-11-23, kind: published, text: First published. }]
---

${body}

${filler}

## What is not known yet {#not-known}

- How many would go.
`;
}

function explainerFrom(text: string, file = 'src/content/explainers/en/made-up.md'): ExplainerFile {
  const split = splitFrontMatter(text, file);
  const result = validate(schemas.explainer, split.frontMatter.value, () => ({ file, line: 1 }));
  assert.ok('record' in result, 'the article of this test is not valid itself');
  return { file, split, slug: 'made-up', language: 'en', data: result.record, body: split.body };
}

const problemsOf = (text: string) =>
  checkProse({ explainers: [explainerFrom(text)], countryPages: [], ledger }).problems;

test('a plain article has no problem', () => {
  assert.deepEqual(problemsOf(article('They would go.')), []);
});

test('a paragraph with a figure and no citation is named with its line', () => {
  const [problem, ...more] = problemsOf(article('They would go.\n\nThey set aside £200 million.'));
  assert.equal(more.length, 0);
  assert.match(problem?.message ?? '', /no citation.*"200"/);
  assert.equal(problem?.line, 14);
});

test('a citation of a fact or a claim settles the need, a link to a country does not', () => {
  const cited = (link: string) =>
    problemsOf(article(`They set aside £200 million [here](${link}).`));
  assert.equal(cited('fact:gb-200-million').length, 0);
  assert.equal(cited('claim:us-signed').length, 0);
  assert.equal(cited('country:gb').length, 1);
});

test('a sentence of more than 25 words is named with its line and its first words', () => {
  const long = `${Array.from({ length: 26 }, () => 'go').join(' ')}.`;
  const [problem] = problemsOf(article(`They would go.\n\n${long}`));
  assert.match(problem?.message ?? '', /26 words \("go go go go go go …"\)/);
  assert.equal(problem?.line, 14);
});

test('a paragraph of more than three sentences is named', () => {
  const [problem] = problemsOf(article('They go. We go. You go. All go.'));
  assert.match(problem?.message ?? '', /paragraph of 4 sentences/);
});

test('a page of hard words is above grade 8, unless an exemption gives a reason', () => {
  const hard = 'Multinational organisations facilitate interoperability considerations. '.repeat(3);
  const text = article(Array.from({ length: 40 }, () => hard).join('\n\n')).replace(filler, '');
  assert.ok(problemsOf(text).some(({ message }) => message.startsWith('School grade')));
  const exempt = text.replace(
    'checked:',
    'readingExemption: The words of the law are explained one by one.\nchecked:',
  );
  assert.ok(!problemsOf(exempt).some(({ message }) => message.startsWith('School grade')));
});

test('a body that is too short is named', () => {
  const short = article('They would go.').replace(filler, '');
  assert.ok(problemsOf(short).some(({ message }) => message.startsWith('The body has')));
});

test('persons, documents, figures, dates and what countries do need a citation', () => {
  for (const text of [
    'Keir Starmer promised it.',
    'The Paris Declaration says so.',
    'It was on 6 January 2026.',
    'Italy will send nobody.',
  ]) {
    assert.notEqual(needs(text, 'who'), undefined, text);
  }
});

test('plain talk, questions, our own search and the date of the newest source need none', () => {
  for (const text of [
    'They would go only if asked.',
    'Would Italy send anybody?',
    'We found no plan for Germany.',
    'Anything that happened after 5 July 2026, the date of our newest source.',
    'Article 5 is a part of a treaty.',
  ]) {
    assert.equal(needs(text, 'who'), undefined, text);
  }
});

test('a country named under what is not known does nothing there', () => {
  assert.equal(needs('Whether Italy would go.', 'not-known'), undefined);
  assert.notEqual(needs('Whether Italy would go by 2027.', 'not-known'), undefined);
});

test('the worked example in README.md passes every check, with the question that its command adds', () => {
  const readme = readFileSync(`${root}README.md`, 'utf8');
  const example = /```md\n(---\n[\s\S]*?)\n```\n/.exec(readme)?.[1];
  assert.ok(example, 'README.md has no worked example');
  const file = explainerFrom(`${example}\n`, 'README.md');
  assert.ok(readme.includes(`npm run new -- "${file.data.title}" --theme ${file.data.theme}\n`));
  const added = question(slugFrom(file.data.title) ?? '');
  const explainers = [...files.explainers, file];
  const all = createLedger({ ...ledger, explainers, questions: [...ledger.questions, added] });
  const noWordings = { entries: [], file: '', lineOf: () => 1 };
  const alone = { explainers: [file], countryPages: [], pictures: [], ledger: all };
  assert.deepEqual(
    [
      ...checkReferences({ ...files, ledger: all, explainers }),
      ...checkProse(alone).problems,
      ...checkEvidence(alone, noWordings),
    ],
    [],
  );
});
