/**
 * A mistake in the content stops the build, and the message says what to mend and where. Each test
 * plants one mistake in a copy of the project and really builds it.
 */
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';

import { dossier, explainerSlugs } from './lib/dossier.ts';
import { copyProject, type Outcome } from './lib/project-copy.ts';
import { projectRoot } from './lib/site.ts';

/** As many builds at once as two cores bear. */
const atOnce = 2;

const article = 'src/content/explainers/en/planted.md';
const mdxArticle = 'src/content/explainers/en/planted-too.mdx';
const facts = 'src/content/ledger/facts/planted.yaml';
const words = 'src/content/words/en/facts/planted.yaml';
const aboutPage = 'src/content/pages/en/about.md';
const homePage = 'src/content/home/en.yaml';
const questions = 'src/content/ledger/questions.yaml';
const questionWords = 'src/content/words/en/questions.yaml';

// Records that exist, whichever they are.
const [fact, otherFact] = dossier.facts.map(({ id }) => id);
const slug = explainerSlugs[0];
const source = dossier.sources.find(({ kind }) => kind === 'primary')?.id;
const claimOnly = dossier.sources.find(({ kind }) => kind === 'claim-only')?.id;
assert.ok(fact && otherFact && slug && source && claimOnly, 'a record is missing');

const written = (file: string) => readFileSync(join(projectRoot, file), 'utf8');

/** Each question is answered in one place, so the planted articles bring their own. */
const question = 'planted-question';
const otherQuestion = 'planted-other-question';

/** Files with nothing wrong in them, added to a copy so that one thing can be broken. */
const sound = {
  [questions]: `${written(questions)}
- id: ${question}
  theme: money

- id: ${otherQuestion}
  theme: money
`,
  [questionWords]: `${written(questionWords)}
${question}: { plain: What does the planted article say?, variants: [] }
${otherQuestion}: { plain: What does the other one say?, variants: [] }
`,
  [article]: `---
title: What does this article say?
answer: It says nothing of its own, and is here so that something can be broken in it.
theme: money
answers: [${question}, ${otherQuestion}: what-it-says]
keyFacts:
  - ${fact}
  - ${otherFact}: A plainer sentence on the same matter.
checked: 2026-11-23
related: [${slug}]
changes:
  - date: 2026-11-23
    kind: published
    text: First published.
---

It is [said](fact:${fact}) in the text.

## What it says {#what-it-says}

It says [a little more](fact:${otherFact}) here.

## What is not known yet {#not-known}

- Whether [it](fact:${fact}) holds.
`,
  [facts]: `- id: planted-promise
  type: commitment
  status: promised
  who: [FR]
  asOf: '2026-01-06'
  certainty: one-report
  verified: false
  sources: [${source}]
`,
  [words]: `planted-promise:
  statement: France promised something that is here so that it can be broken.
`,
};

/** The same article as MDX; no two articles have the same title, or answer the same question. */
const soundMdx = sound[article]
  .replace('this article', 'the other article')
  .replace(`[${question}, ${otherQuestion}: what-it-says]`, `[${otherQuestion}]`);

/** The article beside it, which then leaves that question alone. */
const besideMdx = sound[article].replace(`, ${otherQuestion}: what-it-says`, '');

type Files = Readonly<Record<string, string>>;

/** One mistake: what becomes of which file, and what the message must say. */
interface Mistake {
  readonly files: Files;
  /** The file and the line that the message must begin with. */
  readonly at: string;
  /** The bad value and the remedy. */
  readonly says: readonly string[];
  /** What would lead a writer astray. */
  readonly never?: RegExp;
}

/**
 * A mistake made by replacing one passage of a sound file.
 *
 * @param options.as under which name the broken file is added, where not under its own
 * @param options.line a passage of the line that must be named, where it is not the new one
 */
function replaced(
  file: keyof typeof sound,
  from: string,
  to: string,
  says: readonly string[],
  { as = file, line = to }: { as?: string; line?: string } = {},
): Mistake {
  assert.ok(sound[file].includes(from), `"${from}" does not stand in ${file}`);
  const broken = sound[file].replace(from, () => to);
  return { files: { [as]: broken }, at: `${as}:${lineOf(broken, line)}`, says };
}

/** The line of a text, counted from 1, on which a passage begins. */
function lineOf(text: string, passage: string): number {
  const [before = ''] = text.split(passage, 1);
  assert.notEqual(before, text, `"${passage}" is missing`);
  return before.split('\n').length;
}

const about = written(aboutPage);
const home = written(homePage);
const brokenHome = home.replace(/fact: \S+/, `fact: ${fact}x`);

const mistakes: Readonly<Record<string, Mistake>> = {
  'an unknown fact in an article': replaced(
    article,
    `more](fact:${otherFact})`,
    'more](fact:qqqqqqqq)',
    ['Unknown fact "qqqqqqqq"', 'the ids are in src/content/ledger/facts/'],
  ),
  'an unknown fact in an .mdx article': replaced(
    article,
    `more](fact:${otherFact})`,
    `more](fact:${otherFact}x)`,
    [`Unknown fact "${otherFact}x"`, `Did you mean ${otherFact}`],
    { as: mdxArticle },
  ),
  // Not an article, so that only the Markdown plugin can find it.
  'an unknown fact in a page about the site': {
    files: { [aboutPage]: `${about}\nIt is [so](fact:${fact}x).\n` },
    at: `${aboutPage}:${about.split('\n').length + 1}`,
    says: [`Unknown fact "${fact}x"`, `Did you mean ${fact}`],
  },
  'an unknown fact on the front page': {
    files: { [homePage]: brokenHome },
    at: `${homePage}:${lineOf(brokenHome, `fact: ${fact}x`)}`,
    says: [`Unknown fact "${fact}x"`, `Did you mean ${fact}`],
  },
  'an unknown key fact': replaced(article, `  - ${fact}\n`, `  - ${fact}x\n`, [
    `Unknown fact "${fact}x"`,
    `Did you mean ${fact}`,
  ]),
  'an unknown question': replaced(article, `answers: [${question},`, `answers: [${question}x,`, [
    `Unknown question "${question}x"`,
    `Did you mean ${question}`,
  ]),
  'a question that nothing answers': {
    ...replaced(article, `[${question}, ${otherQuestion}`, `[${otherQuestion}`, [
      `No explainer answers "${question}"`,
    ]),
    at: `${questions}:${lineOf(sound[questions], `- id: ${question}`)}`,
  },
  'a question that is answered elsewhere already': replaced(
    article,
    `answers: [${question},`,
    'answers: [are-we-at-war, ',
    ['"are-we-at-war" is answered by "are-we-at-war"', '[text](question:are-we-at-war)'],
  ),
  'a question whose section is not there': replaced(
    article,
    `${otherQuestion}: what-it-says`,
    `${otherQuestion}: what-it-sais`,
    ['a section "what-it-sais", which the page does not have', 'what-it-says'],
  ),
  'an unknown theme': replaced(article, 'theme: money', 'theme: monney', ['"monney"', '"money"']),
  'a heading without an id': replaced(article, 'What it says {#what-it-says}', 'What it says', [
    'The heading "What it says" has no id',
    'Give it a short Latin id',
  ]),
  'a related article that does not exist': replaced(article, `[${slug}]`, `[${slug}x]`, [
    `Unknown explainer "${slug}x"`,
    `Did you mean ${slug}`,
  ]),
  'an answer that is too long': replaced(
    article,
    'It says nothing of its own',
    `It says nothing${' at all'.repeat(50)}`,
    ['answer: "It says nothing at all', '320 characters'],
  ),
  'a misspelt field': replaced(article, 'related:', 'realted:', [
    '"realted" is no known field',
    'src/ledger/schemas.ts',
  ]),
  'front matter that is no YAML': {
    ...replaced(article, 'theme: money', 'theme: money: more', ['Mend the YAML']),
    // The parser counts its lines from where the front matter begins.
    never: /at line \d/,
  },
  'a fact that rests on where a claim was seen': replaced(facts, source, claimOnly, [
    `"planted-promise" rests on "${claimOnly}"`,
    'Use a source that supports the statement',
  ]),
  'a source that does not exist': replaced(facts, source, `${source}x`, [
    `Unknown source "${source}x"`,
    `Did you mean ${source}`,
  ]),
  'a commitment without a status': replaced(
    facts,
    '  status: promised\n',
    '',
    ['status: a commitment has a status'],
    { line: '- id: planted-promise' },
  ),
  'a fact without English words': {
    files: { [words]: '{}\n' },
    at: `${facts}:1`,
    says: ['"planted-promise" has no English words', 'Add "planted-promise:"'],
  },
  'a fact with the id of another': replaced(facts, 'id: planted-promise', `id: ${fact}`, [
    `The id "${fact}" is taken (src/content/ledger/facts/`,
    'Choose another',
  ]),
  'an old address that leads nowhere': {
    files: { 'src/redirects.yaml': '# Moved.\nterms/planted/: terms/nowhere/\n' },
    at: 'src/redirects.yaml:2',
    says: ['"terms/planted/" leads to "terms/nowhere/", which the site does not have.'],
  },
};

const copies = Array.from({ length: atOnce }, copyProject);
const free = [...copies];

/** Builds a copy of the project with some files added or changed. */
async function build(files: Files): Promise<Outcome> {
  const copy = free.pop();
  assert.ok(copy, `more than ${atOnce} builds at once`);
  try {
    copy.restore();
    for (const [file, text] of Object.entries(files)) writeFileSync(join(copy.root, file), text);
    return await copy.npm(['exec', '-c', 'astro build']);
  } finally {
    free.push(copy);
  }
}

describe('a mistake in the content', { concurrency: atOnce }, () => {
  after(() => {
    for (const copy of copies) copy.remove();
  });

  test('none: the project builds as it is', async () => {
    const { code, output } = await build({});
    assert.equal(code, 0, output);
  });

  test('none: it also builds with the files that the others break', async () => {
    const { code, output } = await build({
      ...sound,
      [article]: besideMdx,
      [mdxArticle]: soundMdx,
    });
    assert.equal(code, 0, output);
  });

  for (const [name, { files, at, says, never }] of Object.entries(mistakes)) {
    test(name, async () => {
      const { code, output } = await build({ ...sound, ...files });
      assert.notEqual(code, 0, `the build went through, expected it to stop:\n${output}`);
      // Two spaces end the place: without them line 2 would also be found in line 21.
      for (const expected of [`${at}  `, ...says]) {
        assert.ok(output.includes(expected), `"${expected}" is missing from:\n${output}`);
      }
      if (never) assert.doesNotMatch(output, never);
    });
  }
});
