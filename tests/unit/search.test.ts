/** The search between page and Pagefind, with a small lexicon and an engine that finds nothing. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import type { Engine } from '../../src/search/engine.ts';
import { english } from '../../src/search/languages/english.ts';
import { createLexicon } from '../../src/search/lexicon.ts';
import { createSearch } from '../../src/search/query.ts';
import { createSpelling, editsWithin } from '../../src/search/spelling.ts';
import { stemsIn, wordsIn } from '../../src/search/words.ts';

const place = { kind: 'explainer', lead: '', text: '' } as const;
const lexicon = createLexicon(
  [
    {
      ...place,
      url: '/explainers/draft/',
      title: 'Will my child be drafted?',
      wordings: ['Will my child be drafted?', 'can they send my daughter to the front'],
      lead: 'No plan calls up young people for Ukraine.',
      checked: '26 November 2026',
    },
    {
      ...place,
      url: '/explainers/draft/#refuse',
      title: 'Will my child be drafted?',
      section: 'Could a person refuse?',
      wordings: ['Could a person refuse?', 'what if he says no'],
      text: 'A conscientious objector may do other work.',
    },
    {
      ...place,
      kind: 'term',
      url: '/terms/ceasefire/',
      title: 'Ceasefire',
      wordings: ['Ceasefire', 'silence of the guns', 'ceassefire'],
      lead: 'Both sides agree to stop fighting.',
    },
    {
      ...place,
      kind: 'term',
      url: '/terms/collective-defence/',
      title: 'Collective defence',
      wordings: ['Collective defence', 'all for one'],
      lead: 'An attack on one is an attack on all.',
    },
    {
      ...place,
      url: '/explainers/guarantee/',
      title: 'What is a security guarantee?',
      wordings: ['What is a security guarantee?'],
      lead: 'A promise to help.',
    },
  ],
  english,
);

/** An engine that finds one page with the words that are given, or none. */
const finding =
  (asked: string[] = [], words: string[] = []): (() => Promise<Engine>) =>
  () =>
    Promise.resolve({
      search: (query: string) => {
        asked.push(query);
        const data = {
          url: '/facts/one/',
          excerpt: words.map((word) => `<mark>${word}</mark>`).join(' '),
          meta: { title: 'A fact', kind: 'page' },
          sub_results: [],
        };
        return Promise.resolve({
          results: words.length > 0 ? [{ data: () => Promise.resolve(data) }] : [],
        });
      },
    });

const ask = async (query: string, asked?: string[], words?: string[]) => {
  const answer = await createSearch(lexicon, english, finding(asked, words))(query).whole();
  return { ...answer, urls: answer.results.map(({ url }) => url) };
};

describe('a question', () => {
  test('is answered from other wordings, with the short answer and its day', async () => {
    const { urls, short } = await ask('could they send my daughter?');
    assert.equal(urls[0], '/explainers/draft/');
    assert.equal(short?.checked, '26 November 2026');
  });

  test('is shown with its words marked, and what lies between them in one piece', async () => {
    const { results } = await ask('can young people be sent to the front');
    assert.deepEqual(results[0]?.excerpt, [
      { text: 'No plan calls up ', marked: false },
      { text: 'young', marked: true },
      { text: ' ', marked: false },
      { text: 'people', marked: true },
      { text: ' for Ukraine.', marked: false },
    ]);
  });

  test('leads to the section that answers, and its page comes once', async () => {
    assert.deepEqual((await ask('what if he refuses')).urls, ['/explainers/draft/#refuse']);
  });

  test('is known before the full text is asked', () => {
    const never = () => Promise.reject(new Error('not asked'));
    const { first } = createSearch(lexicon, english, never)('my daughter');
    assert.equal(first?.results[0]?.url, '/explainers/draft/');
  });

  test('about something else has no results and no short answer, though a page has a word of it', async () => {
    const { urls, short } = await ask('sourdough promise zebra', [], ['promise']);
    assert.deepEqual([urls, short], [[], undefined]);
  });

  test('for a name that stands in the full text only leads there', async () => {
    assert.deepEqual((await ask('Nansen', [], ['Nansen'])).urls, ['/facts/one/']);
    assert.deepEqual((await ask('Nansen sourdough', [], ['Nansen'])).urls, []);
  });

  test('of little words only is answered where it is asked just so', async () => {
    assert.deepEqual((await ask('all for one')).urls, ['/terms/collective-defence/']);
    assert.deepEqual((await ask('my how is the')).urls, []);
  });

  test('in other words for a term leads to the term', async () => {
    for (const query of ['truce', 'silence of the guns', 'cease-fire', 'cease fire', 'CEASEFIRES'])
      assert.equal((await ask(query)).urls[0], '/terms/ceasefire/', query);
  });

  test('in quotation marks goes to the engine as it is', async () => {
    const asked: string[] = [];
    await ask('"six or eight weeks"', asked);
    assert.deepEqual(asked, ['"six or eight weeks"']);
  });

  test('that is misspelt is put right, which is said', async () => {
    const { urls, corrections } = await ask('security guarentee');
    assert.equal(urls[0], '/explainers/guarantee/');
    assert.deepEqual(corrections, [{ from: 'guarentee', to: 'guarantee' }]);
  });

  test('that readers misspell often is put right all the same', async () => {
    assert.deepEqual((await ask('ceassefire')).corrections, [
      { from: 'ceassefire', to: 'ceasefire' },
    ]);
  });

  test('of any letters gets an answer', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), async (typed) => {
        const { results } = await ask(typed);
        assert.equal(new Set(results.map(({ url }) => url)).size, results.length);
      }),
      { numRuns: 200 },
    );
  });
});

describe('spelling', () => {
  const spelling = createSpelling(['guarantee', 'ceasefire', 'soldiers', 'troops', 'war']);

  test('a letter lost, added, changed or swapped, the first one too, is put right', () => {
    for (const [typed, meant] of [
      ['ceasfire', 'ceasefire'],
      ['cceasefire', 'ceasefire'],
      ['xeasefire', 'ceasefire'],
      ['ecasefire', 'ceasefire'],
      ['torops', 'troops'],
      ['guarentea', 'guarantee'],
    ] as const)
      assert.deepEqual(spelling(typed), [meant], typed);
  });

  test('what is far, short or a figure stays', () => {
    for (const typed of ['wax', 'zebra', 'gxrxntee', '20000'])
      assert.deepEqual(spelling(typed), [], typed);
  });

  test('a swap is one edit, and edits are the same in both directions', () => {
    assert.equal(editsWithin('ab', 'ba', 2), 1);
    assert.equal(editsWithin('kitten', 'sitting', 2), undefined);
    const word = fc.string({ minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        assert.equal(editsWithin(a, b, 3), editsWithin(b, a, 3));
      }),
    );
  });
});

describe('words', () => {
  test('apostrophes of every kind and marks on letters make no difference', () => {
    assert.deepEqual(wordsIn("Don’t DON´T don't Türkiye’s", english), [
      'dont',
      'dont',
      'dont',
      'turkiye',
    ]);
  });

  test('forms of a word share a stem, words that say nothing are left out', () => {
    assert.deepEqual(stemsIn('the soldiers were sent', english), stemsIn('soldier send', english));
    assert.deepEqual(stemsIn('what is it', english).length, 3);
  });
});
