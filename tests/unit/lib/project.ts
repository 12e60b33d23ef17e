/** A small project on disk, sound in every part, for tests that break one thing in it. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';

import { checkReferences } from '../../../src/checks/references.ts';
import { ContentError, type Problem } from '../../../src/ledger/problems.ts';
import { readLedger } from '../../../src/ledger/read.ts';

const article = (slug: string, other: string, answers: string, more = '') => `---
title: What does ${slug} mean for me?
answer: Nobody has said yet what it means, and this answer has more than forty letters.
theme: money
answers: [${answers}]
keyFacts:
  - fr-money
  - pd-published: The declaration was published in Paris.
checked: 2026-11-23
related: [${other}]
changes:
  - date: 2026-11-23
    kind: published
    text: First published.
---

The text was [published](fact:pd-published) for the [truce](term:truce), says [France](country:fr).

## What it costs {#what-it-costs}

See [another page](explainer:${other}), [a claim](claim:all-paid) and [the sources](page:sources).

It takes [long](question:how-long).

[What people said](picture:money)
${more}
## What is not known yet {#not-known}

- How much [France](fact:fr-money) would pay.
`;

/** The files of the project below `src/content`, by path. */
export const soundFiles = {
  'ledger/facts/paris.yaml': `- id: pd-published
  type: event
  who: [cotw]
  asOf: '2026-01-06'
  certainty: several-reports
  verified: true
  sources: [elysee-text]
`,
  'ledger/facts/countries/fr.yaml': `# Facts on France.
- id: fr-money
  type: commitment
  status: promised
  who: [FR]
  topic: money
  asOf: null
  certainty: null
  verified: partly
  sources: [elysee-text, lemonde-money]

- id: fr-soldiers
  type: commitment
  status: conditional
  who: [FR]
  topic: ground
  asOf: 2026-01-07
  certainty: one-report
  verified: false
  sources: [lemonde-money]
`,
  'words/en/facts/all.yaml': `pd-published:
  statement: The Paris Declaration was published on 6 January 2026.

fr-money:
  statement: France promised money for Ukraine, without a sum.
  saidBy: Somebody with an office
  where:
    lemonde-money: the third paragraph

fr-soldiers: { statement: France would send soldiers after a ceasefire. }
`,
  'ledger/sources.yaml': `- id: elysee-text
  title: Déclaration de Paris
  publisher: Élysée
  published: '2026-01-06'
  url: https://www.elysee.example/text
  language: fr
  kind: primary

- id: lemonde-money
  title: 'Money: who pays'
  publisher: Le Monde
  published: '2026-01'
  url: https://lemonde.example/money
  language: fr
  kind: news

- id: rumour-post
  title: They pay it all
  publisher: A channel
  published: null
  url: https://rumour.example/post
  language: en
  kind: claim-only
`,
  'words/en/sources.yaml': `lemonde-money:
  note: Behind a paywall.
`,
  'ledger/questions.yaml': `- id: who-pays
  theme: money

- id: how-much
  theme: money

- id: how-long
  theme: money
`,
  'words/en/questions.yaml': `who-pays:
  plain: Who pays for all this?
  variants: []

how-much:
  plain: How much does it cost?
  variants: []

how-long:
  plain: How long does it take?
  variants: []
`,
  'words/fr/questions.yaml': `who-pays:
  variants:
    - qui va payer
`,
  'ledger/terms.yaml': `- id: truce
  names: { fr: trêve, uk: перемир’я }
  sources: [lemonde-money]
`,
  'words/en/terms.yaml': `truce:
  term: Truce
  definition: A stop to the fighting.
  also: []
`,
  'ledger/claims.yaml': `- id: all-paid
  date: 2026-01
  verdict: 'false'
  about: [FR]
  tricks: [no-source]
  verified: true
  sources: [rumour-post, lemonde-money]
`,
  'words/en/claims.yaml': `all-paid:
  question: Has all of it been paid?
  claim: That all of it had been paid.
  saidBy: A channel
  truth: No sum has been named so far.
  why: No source names a sum or a payment.
`,
  'ledger/countries.yaml': `- id: fr
  kind: country
  member: true
  who: FR
  soldiers: fr-soldiers
`,
  'words/en/countries.yaml': `fr:
  name: France
  role: France leads the coalition with the United Kingdom.
`,
  'ledger/tips.yaml': `- id: look-for-the-date
  sources: [lemonde-money]
`,
  'words/en/tips.yaml': `look-for-the-date:
  tip: Look for the date.
`,
  'ledger/coalition.yaml': `fact: pd-published
members: [fr, gb]
`,
  'ledger/tricks.yaml': `- id: no-source
  tip: look-for-the-date
`,
  'words/en/tricks.yaml': `no-source:
  name: It names no source
  how: Nobody can look up where it comes from.
`,
  'pictures/en/money.yaml': `kind: bars
title: What people said
summary: Those for it stand on the left, those against on the right.
bars:
  - fact: fr-money
    place: France
    poll: A pollster, January 2026
    question: Should France give money?
    'yes': 40
    'no': 35
`,
  'countries/en/fr.md': `---
checked: 2026-11-23
---

[France](country:fr) promised [money](fact:fr-money), says the record. See [an article](explainer:first).
`,
  'explainers/en/first.md': article('first', 'second', 'who-pays'),
  'explainers/en/second.mdx': article(
    'second',
    'first',
    'how-long, how-much: how-much',
    '\n## How much is it? {#how-much}\n\nNobody said.\n',
  ),
} as const;

export type SoundFile = keyof typeof soundFiles;

/** Files below `src/content`, by path. */
export type Files = Readonly<Record<string, string>>;

/** The project with one passage of one file changed. */
export function withChange(file: SoundFile, from: string, to: string, files?: Files): Files {
  const text: string = files?.[file] ?? soundFiles[file];
  assert.ok(text.includes(from), `"${from}" does not stand in ${file}`);
  return { ...soundFiles, ...files, [file]: text.replace(from, () => to) };
}

/** The same files with the line ends of Windows. */
export function withCarriageReturns(files: Files): Files {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, text.replace(/\n/g, '\r\n')]),
  );
}

/** Writes files into a folder of their own, which goes when the test ends. */
export function projectOf(t: TestContext, files: Files): string {
  const root = mkdtempSync(join(tmpdir(), 'guarantees-'));
  t.after(() => {
    rmSync(root, { recursive: true });
  });
  for (const [path, text] of Object.entries(files)) {
    const target = join(root, 'src/content', path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return root;
}

/** Everything that reading and checking finds wrong with files. */
export function problemsOf(t: TestContext, files: Files): readonly Problem[] {
  try {
    return checkReferences(readLedger(projectOf(t, files)));
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
}

/** The line of a file on which a passage stands, found without the code under test. */
export function lineWith(files: Files, file: string, passage: string): number {
  const lines = (files[file] ?? '').split('\n');
  const index = lines.findIndex((line) => line.includes(passage));
  assert.notEqual(index, -1, `"${passage}" does not stand in ${file}`);
  return index + 1;
}

/**
 * Finds exactly one thing wrong with files, in the line of a passage, whatever the line ends.
 *
 * @param file below `src/content`
 * @param passage stands in the line that must be named
 * @param message the problem's message and remedy must hold each of these
 */
export function assertProblem(
  t: TestContext,
  files: Files,
  { file, passage, says }: { file: string; passage: string; says: readonly string[] },
): void {
  for (const written of [files, withCarriageReturns(files)]) {
    const problems = problemsOf(t, written);
    const listing = JSON.stringify(problems, undefined, 1);
    const [problem] = problems;
    assert.ok(problem && problems.length === 1, `one problem, not ${listing}`);
    assert.equal(problem.file, `src/content/${file}`);
    assert.equal(problem.line, lineWith(files, file, passage), listing);
    for (const words of says) {
      assert.ok(`${problem.message} ${problem.remedy ?? ''}`.includes(words), listing);
    }
  }
}
