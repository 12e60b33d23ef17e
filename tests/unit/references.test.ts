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
      [
        'question:how-long',
        'question:how-lon',
        'Unknown question "how-lon". Did you mean how-long?',
      ],
    ] as const;
    for (const [from, to, message] of changes) {
      assertProblem(t, withChange(first, from, to), { file: first, passage: to, says: [message] });
    }
  });

  test('an unknown id in front matter is reported in its line', (t) => {
    const changes = [
      ['[who-pays]', '[who-pays, who-pay: what-it-costs]', 'Unknown question "who-pay"'],
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

describe('answers', () => {
  test('a question that no article answers is reported in its line', (t) => {
    const file = 'ledger/questions.yaml';
    const files = withChange(
      file,
      '- id: how-long',
      '- id: new-one\n  theme: money\n\n- id: how-long',
    );
    const words = 'words/en/questions.yaml';
    const plain = 'new-one:\n  plain: Is this new?\n  variants: []\n\nhow-long:';
    assertProblem(t, withChange(words, 'how-long:', plain, files), {
      file,
      passage: '- id: new-one',
      says: ['No explainer answers "new-one" (Is this new?)', 'src/content/explainers/en/'],
    });
  });

  test('a question that two articles answer is reported in the second', (t) => {
    assertProblem(t, withChange(second, '[how-long,', '[how-long, who-pays: what-it-costs,'), {
      file: second,
      passage: 'answers:',
      says: ['"who-pays" is answered by "first" already', '[text](question:who-pays)'],
    });
  });

  test('a second question without a section of its own is reported', (t) => {
    assertProblem(t, withChange(second, 'how-much: how-much', 'how-much'), {
      file: second,
      passage: 'answers:',
      says: ['"how-much" names no section', '"how-much: id-of-its-section"'],
    });
  });

  test('a section that does not exist, or answers twice, is reported', (t) => {
    assertProblem(t, withChange(second, 'how-much: how-much', 'how-much: how-mutch'), {
      file: second,
      passage: 'answers:',
      says: ['a section "how-mutch", which the page does not have', 'what-it-costs, how-much'],
    });
    const twice = withChange(second, '[how-long,', '[how-long: how-much,');
    assertProblem(t, twice, {
      file: second,
      passage: 'answers:',
      says: ['The section "how-much" answers two questions'],
    });
  });

  test('a third-level heading is no section of its own', (t) => {
    assertProblem(t, withChange(second, '## How much is it?', '### How much is it?'), {
      file: second,
      passage: 'answers:',
      says: ['a section "how-much", which the page does not have'],
    });
  });
});

describe('pictures', () => {
  const file = 'pictures/en/money.yaml';

  test('an unknown fact is reported in its line', (t) => {
    assertProblem(t, withChange(file, 'fact: fr-money', 'fact: fr-mony'), {
      file,
      passage: 'fr-mony',
      says: ['Unknown fact "fr-mony". Did you mean fr-money?'],
    });
  });

  test('an unknown picture is reported where it is shown', (t) => {
    assertProblem(t, withChange(first, 'picture:money', 'picture:mony'), {
      file: first,
      passage: 'picture:mony',
      says: ['Unknown picture "mony". Did you mean money?'],
    });
  });

  test('a picture that no article shows is reported', (t) => {
    const files = withChange(first, '[What people said](picture:money)', 'Text.');
    const [problem, ...others] = problemsOf(
      t,
      withChange(second, '[What people said](picture:money)', 'Text.', files),
    );
    assert.deepEqual(others, []);
    assert.match(problem?.message ?? '', /No article shows the picture "money"/);
    assert.equal(problem?.file, `src/content/${file}`);
  });

  test('a row with a cell too few is reported in its line', (t) => {
    const table = `kind: table
title: A comparison
summary: Two things are compared in one row.
columns: [One, Two]
rows:
  - name: Money
    cells:
      - text: Some
        fact: fr-money
`;
    assertProblem(
      t,
      { ...soundFiles, [file]: table },
      {
        file,
        passage: '- name: Money',
        says: ['The row "Money" has 1 cells, but there are 2 columns'],
      },
    );
  });
});

describe('the page of a country', () => {
  const file = 'countries/en/fr.md';

  test('cites only what stands on the page', (t) => {
    assertProblem(t, withChange(file, 'fact:fr-money', 'fact:pd-published'), {
      file,
      passage: 'pd-published',
      says: ['"pd-published" does not stand on the page of France', 'whose first "who" is FR'],
    });
  });

  test('has links that lead somewhere, and no headings of its own', (t) => {
    const changes = [
      ['explainer:first', 'explainer:frist', 'Unknown explainer "frist"'],
      ['[an article](explainer:first)', '[a page](https://a.example/)', 'leads past the ledger'],
      ['See [an', '\n\n## More {#more}\n\nSee [an', 'The summary has the heading "More"'],
    ] as const;
    for (const [from, to, message] of changes) {
      assertProblem(t, withChange(file, from, to), {
        file,
        passage: to.trim().split('\n')[0] ?? '',
        says: [message],
      });
    }
  });

  test('is missed where it is not there, and unknown where there is no country', (t) => {
    const { [file]: page, ...others } = soundFiles;
    assertProblem(t, others, {
      file: 'ledger/countries.yaml',
      passage: '- id: fr',
      says: ['The page of "fr" has no summary', 'src/content/countries/en/fr.md'],
    });
    const [problem] = problemsOf(t, { ...soundFiles, 'countries/en/xx.md': page });
    assert.match(problem?.message ?? '', /Unknown country "xx"/);
  });
});

describe('tricks', () => {
  test('an unknown trick, an unknown tip and an unused trick are reported', (t) => {
    assertProblem(t, withChange('ledger/tricks.yaml', 'tip: look', 'tip: lok'), {
      file: 'ledger/tricks.yaml',
      passage: 'tip: lok',
      says: ['Unknown tip "lok-for-the-date". Did you mean look-for-the-date?'],
    });
    assertProblem(t, withChange('ledger/claims.yaml', '  tricks: [no-source]\n', ''), {
      file: 'ledger/tricks.yaml',
      passage: '- id: no-source',
      says: ['No claim uses the trick "no-source"'],
    });
    const both = problemsOf(t, withChange('ledger/claims.yaml', '[no-source]', '[no-sourc]'));
    assert.match(both[0]?.message ?? '', /Unknown trick "no-sourc"\. Did you mean no-source\?/);
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

  test('words in quotation marks behind a link are reported, but for those that have a meaning', (t) => {
    const from = '[published](fact:pd-published)';
    const link = (title: string, target = 'fact:pd-published') =>
      `[published](${target} "${title}")`;
    assert.deepEqual(problemsOf(t, withChange(first, from, link('no line'))), []);
    for (const wrong of [link('noline'), link('no line', 'claim:all-paid')]) {
      assertProblem(t, withChange(first, from, wrong), {
        file: first,
        passage: wrong,
        says: ['behind a link means nothing', 'Only "no line" behind a fact does'],
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
