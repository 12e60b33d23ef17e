import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkEvidence } from '../../src/checks/evidence.ts';
import { splitFrontMatter } from '../../src/ledger/front-matter.ts';
import type { ExplainerFile, PictureFile } from '../../src/ledger/read.ts';
import type { AllowedWording, Explainer } from '../../src/ledger/schemas.ts';
import { claim, country, explainer, fact, ledgerOf, term } from './lib/records.ts';

const ledger = ledgerOf({
  facts: [
    fact({
      id: 'gb-money',
      who: ['GB'],
      asOf: '2026-01-09',
      words: {
        en: {
          statement: 'The defence secretary set aside 200 million pounds for the force.',
          saidBy: 'John Healey, Defence Secretary',
          note: 'An earlier figure, of October 2025, was 100 million.',
        },
      },
    }),
    fact({
      id: 'fr-soldiers',
      asOf: null,
      words: { en: { statement: 'Several thousand could go.' } },
    }),
  ],
  claims: [claim('all-paid')],
  terms: [term('purl', 'PURL')],
  countries: [
    country({ id: 'gb', words: { en: { name: 'United Kingdom', role: 'It takes part.' } } }),
    country({ id: 'fr', words: { en: { name: 'France', role: 'It takes part.' } } }),
  ],
});

function page(body: string, data: Partial<Explainer> = {}): ExplainerFile {
  const file = 'src/content/explainers/en/a-page.md';
  const split = splitFrontMatter(
    `---\nanswer: x\nkeyFacts:\n  - gb-money: x\n---\n${body}\n`,
    file,
  );
  const given = explainer({ answer: 'Nobody has said.', ...data });
  return { file, split, slug: 'a-page', language: 'en', data: given, body };
}

const allowing = (entries: readonly AllowedWording[]) => ({
  entries,
  file: 'allowed.yaml',
  lineOf: () => 1,
});
const none = allowing([]);

/** What the check says of a body, a line each. */
const said = (body: string, data?: Partial<Explainer>, allowed = none) =>
  checkEvidence(
    { explainers: [page(body, data)], countryPages: [], pictures: [], ledger },
    allowed,
  ).map(({ line, message }) => `${line}: ${message}`);

describe('what an article says, against the records it cites', () => {
  test('a phrase that names what its record names is left alone', () => {
    assert.deepEqual(said('On 9 January 2026 it set aside [£200 million](fact:gb-money).'), []);
    assert.deepEqual(said('In October 2025 it was [half of that](fact:gb-money).'), []);
    assert.deepEqual(said('The [United Kingdom’s £200 million](fact:gb-money) pay for it.'), []);
  });

  test('a figure in a phrase that the record does not know is reported with its line', () => {
    const [first, ...others] = said('It set aside [£300 million](fact:gb-money).');
    assert.match(first ?? '', /^6: "£300 million" names 300, but fact:gb-money does not\./);
    // The sentence around it holds the same figure.
    assert.equal(others.length, 1);
  });

  test('a country in a phrase that the record is not about is reported', () => {
    assert.match(said('There were [French plans](fact:gb-money).')[0] ?? '', /names France/);
  });

  test('a country beside the phrase is not compared', () => {
    assert.deepEqual(said('France saw [this money](fact:gb-money) set aside.'), []);
  });

  test('a date beside the phrase must be known to one of the records of the paragraph', () => {
    const wrong = said('In March 2026 it set aside [the money](fact:gb-money).');
    assert.equal(wrong.length, 1);
    assert.match(wrong[0] ?? '', /names March, but fact:gb-money does not/);
    assert.deepEqual(
      said('In January 2026 [money](fact:gb-money) and [more](fact:fr-soldiers).'),
      [],
    );
  });

  test('every page may give the date of the declaration and of the newest source', () => {
    const text =
      'The Paris Declaration of 6 January 2026 has [none](fact:fr-soldiers), by 5 July 2026.';
    assert.deepEqual(said(text), []);
    assert.equal(said('On 6 January 2026 [some](fact:fr-soldiers) could go.').length, 1);
  });

  test('a claim and an explained term support a paragraph', () => {
    assert.deepEqual(said('In January 2026 this was [claimed](claim:all-paid).'), []);
  });

  test('a key fact with a wording of its own is compared with its fact', () => {
    const keyFacts = [{ fact: 'gb-money', text: 'France set aside 300 million in 2026.' }];
    const [problem] = said('', { keyFacts });
    assert.match(problem ?? '', /^4: .* names 300, France, but fact:gb-money does not/);
  });

  test('the answer is compared with everything the page cites', () => {
    const body = 'It is [so](fact:gb-money).';
    assert.deepEqual(said(body, { answer: 'They set aside £200 million.' }), []);
    assert.match(
      said(body, { answer: 'They set aside £250 million.' })[0] ?? '',
      /^2: .*names 250/,
    );
  });

  test('the figures of a picture must be those of its facts', () => {
    const picture: PictureFile = {
      slug: 'polls',
      language: 'en',
      file: 'src/content/pictures/en/polls.yaml',
      locate: () => ({ file: 'src/content/pictures/en/polls.yaml', line: 1 }),
      data: {
        kind: 'ladder',
        title: 'A ladder',
        summary: 'It has two rungs.',
        rungs: [
          { fact: 'gb-money', text: 'It set aside £200 million.' },
          { fact: 'fr-soldiers', text: 'It would send 6,000.' },
        ],
      },
    };
    const problems = checkEvidence(
      { explainers: [], countryPages: [], pictures: [picture], ledger },
      none,
    );
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['"It would send 6,000." names 6000, but fact:fr-soldiers does not.'],
    );
  });
});

describe('allowed wordings', () => {
  const entry = {
    page: 'a-page',
    wording: 'four leaders',
    names: ['4'],
    reason: 'The record lists them by name.',
  };
  const body = 'There met [four leaders](fact:gb-money).';

  test('let a wording pass, and nothing else in it', () => {
    assert.deepEqual(said(body, {}, allowing([entry])), []);
    assert.equal(said(`${body} In May.`, {}, allowing([entry])).length, 1);
  });

  test('that are not needed are reported', () => {
    const [problem] = said('It is [so](fact:gb-money).', {}, allowing([entry]));
    assert.match(problem ?? '', /"four leaders" on "a-page" is not reported/);
  });
});
