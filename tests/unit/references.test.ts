import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { checkReferences } from '../../src/checks/references.ts';

import {
  assertProblem,
  lineWith,
  problemsOf,
  soundFiles,
  withChange,
  type SoundFile,
} from './lib/project.ts';
import { realLedger } from './lib/records.ts';

const first = 'explainers/en/first.md';
const second = 'explainers/en/second.mdx';

describe('references', () => {
  test('every reference of the real ledger leads somewhere', () => {
    assert.deepEqual(checkReferences(realLedger()), []);
  });

  test('an unknown id in a text is reported in its line with the nearest, in .md and .mdx', (t) => {
    for (const file of [first, second] as const) {
      assertProblem(t, withChange(file, 'fact:pd-published', 'fact:pd-publishd'), {
        file,
        passage: 'pd-publishd',
        says: ['Unknown fact "pd-publishd". Did you mean pd-published?'],
      });
    }
  });

  test('an unknown id of any kind of record is reported', (t) => {
    const changes = [
      ['fact:fr-money', 'fact:fr-mony', 'Unknown fact "fr-mony". Did you mean fr-money?'],
      ['term:truce', 'term:truces', 'Unknown term "truces". Did you mean truce?'],
      ['claim:all-paid', 'claim:al-paid', 'Unknown claim "al-paid". Did you mean all-paid?'],
      ['country:fr', 'country:fra', 'Unknown country "fra". Did you mean fr?'],
      ['explainer:second', 'explainer:secnd', 'Unknown explainer "secnd". Did you mean second?'],
    ] as const;
    for (const [from, to, message] of changes) {
      assertProblem(t, withChange(first, from, to), { file: first, passage: to, says: [message] });
    }
  });

  test('an unknown id in front matter is reported in its line', (t) => {
    const changes = [
      ['answers: [who-pays]', 'answers: [who-pays, who-pay]', 'Unknown question "who-pay"'],
      ['  - fr-money', '  - fr-mony', 'Unknown fact "fr-mony". Did you mean fr-money?'],
      ['- pd-published:', '- pd-publishd:', 'Unknown fact "pd-publishd"'],
      ['related: [second]', 'related: [secnd]', 'Unknown explainer "secnd"'],
    ] as const;
    for (const [from, to, message] of changes) {
      assertProblem(t, withChange(first, from, to), { file: first, passage: to, says: [message] });
    }
  });

  test('an article that is related to itself is reported', (t) => {
    assertProblem(t, withChange(first, 'related: [second]', 'related: [second, first]'), {
      file: first,
      passage: 'related: [second, first]',
      says: ['"first" is related to itself'],
    });
  });

  test('an unknown source is reported in the line of the record that names it', (t) => {
    const files: readonly SoundFile[] = [
      'ledger/facts/paris.yaml',
      'ledger/terms.yaml',
      'ledger/claims.yaml',
      'ledger/tips.yaml',
    ];
    for (const file of files) {
      assertProblem(t, withChange(file, 'sources: [', 'sources: [elysee-txt, '), {
        file,
        passage: 'elysee-txt',
        says: ['Unknown source "elysee-txt". Did you mean elysee-text?'],
      });
    }
  });

  test('each source of a list is reported in its own line', (t) => {
    const file = 'ledger/claims.yaml';
    const listed = 'sources:\n    - rumour-post\n    - lemond-money';
    assertProblem(t, withChange(file, 'sources: [rumour-post, lemonde-money]', listed), {
      file,
      passage: '- lemond-money',
      says: ['Did you mean lemonde-money?'],
    });
  });

  test('nothing but a claim rests on a source that only shows that a claim was made', (t) => {
    const files: readonly SoundFile[] = [
      'ledger/facts/paris.yaml',
      'ledger/terms.yaml',
      'ledger/tips.yaml',
    ];
    for (const file of files) {
      assertProblem(t, withChange(file, 'sources: [', 'sources: [rumour-post, '), {
        file,
        passage: 'rumour-post',
        says: ['"rumour-post", which only shows that a claim was made', 'claim-only'],
      });
    }
  });

  test('a place in a source that is not one of the fact is reported with the sources it has', (t) => {
    const file = 'words/en/facts/all.yaml';
    assertProblem(t, withChange(file, '    lemonde-money: the', '    rumour-post: the'), {
      file,
      passage: 'rumour-post: the',
      says: ['"fr-money" gives a place in "rumour-post"', 'elysee-text, lemonde-money'],
    });
  });

  test('a country that names an unknown fact on its soldiers is reported', (t) => {
    const file = 'ledger/countries.yaml';
    assertProblem(t, withChange(file, 'soldiers: fr-soldiers', 'soldiers: fr-soldier'), {
      file,
      passage: 'soldiers: fr-soldier',
      says: ['Unknown fact "fr-soldier". Did you mean fr-soldiers?'],
    });
    assert.deepEqual(
      problemsOf(t, withChange(file, 'soldiers: fr-soldiers', 'soldiers: null')),
      [],
    );
  });

  test('a coalition that rests on an unknown fact is reported', (t) => {
    const file = 'ledger/coalition.yaml';
    assertProblem(t, withChange(file, 'fact: pd-published', 'fact: pd-publishd'), {
      file,
      passage: 'fact: pd-publishd',
      says: ['Unknown fact "pd-publishd"'],
    });
  });
});

describe('the form of an article', () => {
  test('a first-level heading is reported', (t) => {
    assertProblem(t, withChange(first, 'The text was', '# Too big\n\nThe text was'), {
      file: first,
      passage: '# Too big',
      says: ['"# Too big" is a first-level heading', 'Begin with "##"'],
    });
  });

  test('a heading without an id is reported in its line, in .md and .mdx', (t) => {
    for (const file of [first, second] as const) {
      assertProblem(t, withChange(file, ' {#what-it-costs}', ''), {
        file,
        passage: '## What it costs',
        says: ['The heading "What it costs" has no id', '{#short-id}'],
      });
    }
  });

  test('an id that is not short Latin is reported', (t) => {
    for (const id of ['Costs', 'ціна', '2-costs', 'a_b', 'a--b']) {
      assertProblem(t, withChange(first, '{#what-it-costs}', `{#${id}}`), {
        file: first,
        passage: '## What it costs',
        says: [`has the id "${id}"`],
      });
    }
  });

  test('an id that stands twice is reported with the line of the first', (t) => {
    const files = withChange(
      first,
      '## What is not',
      '## Again {#what-it-costs}\n\n## What is not',
    );
    const line = lineWith(files, first, '## What it costs');
    assertProblem(t, files, {
      file: first,
      passage: '## Again',
      says: [`The id "what-it-costs" stands twice on the page (line ${line})`],
    });
  });

  test('a third-level heading needs no id', (t) => {
    const files = withChange(first, '## What is not', '### Small\n\n## What is not');
    assert.deepEqual(problemsOf(t, files), []);
  });

  test('an article that does not end with what is not known is reported', (t) => {
    const says = ['The last section does not say what is not known', '{#not-known}'];
    assertProblem(t, withChange(first, '{#not-known}', '{#unknown}'), {
      file: first,
      passage: '{#unknown}',
      says,
    });
    const body = soundFiles[first].slice(soundFiles[first].indexOf('The text was'));
    const [problem, ...others] = problemsOf(t, withChange(first, body, 'No heading.\n'));
    assert.deepEqual(others, []);
    assert.match(problem?.message ?? '', /does not say what is not known/);
  });

  test('a section after what is not known is reported', (t) => {
    assertProblem(t, withChange(first, '- How much', '- One.\n\n## More {#more}\n\n- How much'), {
      file: first,
      passage: '## More',
      says: ['The last section does not say what is not known'],
    });
  });

  test('a link that leads past the ledger is reported in its line', (t) => {
    const links = [
      ['https://a.example/', '[a page](https://a.example/)'],
      ['https://a.example/', '<https://a.example/>'],
      ['/terms/truce/', '[a page](/terms/truce/)'],
      ['page:nowhere', '[a page](page:nowhere)'],
      ['#what-it-costs', '[a page](#what-it-costs)'],
    ] as const;
    for (const [url, link] of links) {
      assertProblem(t, withChange(first, '[a claim](claim:all-paid)', link), {
        file: first,
        passage: link,
        says: [`The link "${url}" leads past the ledger`],
      });
    }
  });

  test('a link that is written with its address elsewhere is checked like any other', (t) => {
    const past = '[a claim][there]\n\n[there]: https://a.example/\n';
    assert.equal(problemsOf(t, withChange(first, '[a claim](claim:all-paid)', past)).length, 1);
    const unknown = '[a claim][there]\n\n[there]: claim:al-paid\n';
    assert.equal(problemsOf(t, withChange(first, '[a claim](claim:all-paid)', unknown)).length, 1);
  });

  test('a link that is written in HTML leads past the ledger, wherever it leads', (t) => {
    for (const url of ['https://a.example/', 'claim:all-paid', 'page:about']) {
      for (const file of [first, second] as const) {
        const html = `<a href="${url}">a page</a>`;
        const [problem] = problemsOf(t, withChange(file, '[a claim](claim:all-paid)', html));
        assert.match(problem?.message ?? '', /leads past the ledger/, `${file} ${url}`);
      }
    }
  });

  test('an article in MDX is read by the rules of MDX', (t) => {
    const indented = '    [x](fact:fr-mony)\n\n## What is not';
    assert.deepEqual(problemsOf(t, withChange(first, '## What is not', indented)), []);
    assertProblem(t, withChange(second, '## What is not', indented), {
      file: second,
      passage: 'fr-mony',
      says: ['Did you mean fr-money?'],
    });
    assert.deepEqual(problemsOf(t, withChange(second, 'See [', 'See {1 + 1} [')), []);
  });
});
