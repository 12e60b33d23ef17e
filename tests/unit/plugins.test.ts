import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import { addressesOf } from '../../src/i18n/addresses.ts';
import { statuses } from '../../src/ledger/schemas.ts';

import { articleFile, elementsIn, renderMarkdown, renderMdx, select } from './lib/html.ts';
import { claim, country, explainer, fact, ledgerOf, question, term } from './lib/records.ts';

const ledger = ledgerOf({
  facts: [
    fact({ id: 'event-one' }),
    fact({ id: 'event-two' }),
    fact({ id: 'event-three' }),
    ...statuses.map((status) => fact({ id: `is-${status}`, type: 'commitment', status })),
  ],
  terms: [
    term('ceasefire', 'Ceasefire'),
    term('peace-agreement', 'Peace agreement'),
    term('agreement', 'Agreement'),
    term('osce', 'OSCE'),
  ],
  claims: [claim('all-paid')],
  countries: [
    country({ id: 'tr', words: { en: { name: 'Türkiye', role: 'It takes part.' } } }),
    country({ id: 'gb', words: { en: { name: 'United Kingdom', role: 'It takes part.' } } }),
  ],
  questions: [question('who-pays'), question('how-much'), question('open')],
  explainers: [
    {
      slug: 'who-pays',
      language: 'en',
      data: explainer({
        answers: [
          { question: 'who-pays', section: undefined },
          { question: 'how-much', section: 'costs' },
        ],
      }),
      body: '',
    },
  ],
});

const to = addressesOf('en');

/** The citations of a piece of HTML: where each leads, its own id and what it says. */
const citationsIn = (html: string) =>
  select(html, { tag: 'a', name: 'cite' }).map(({ attributes, text }) => ({
    href: attributes['href'],
    id: attributes['id'],
    text,
  }));

/** The explained terms of a piece of HTML: the words, and the definition they open. */
const explainedIn = (html: string) =>
  select(html, { tag: 'a', name: 'term' }).map(({ attributes, text }) => [
    text,
    attributes['href']?.slice(1),
  ]);

/** The ids of the definitions at the end of a piece of HTML. */
const definitionsIn = (html: string) =>
  select(html, { tag: 'section', name: 'definition' }).map(({ attributes }) => attributes['id']);

describe('citations', () => {
  test('a link to a fact becomes a numbered reference to its note', async () => {
    const { html, notes } = await renderMarkdown(ledger, 'It [happened](fact:event-one).');
    assert.deepEqual(citationsIn(html), [{ href: '#n1', id: 'c1', text: 'happened, note 1' }]);
    assert.deepEqual(notes, ['event-one']);
  });

  test('notes are numbered in the order of the text, and once for each fact', async () => {
    const { html, notes } = await renderMarkdown(
      ledger,
      '[A](fact:event-two), [B](fact:event-one)\n\n- [C](fact:event-two)\n- [D](fact:event-three)',
    );
    assert.deepEqual(
      citationsIn(html).map(({ href }) => href),
      ['#n1', '#n2', '#n1', '#n3'],
    );
    assert.deepEqual(notes, ['event-two', 'event-one', 'event-three']);
  });

  test('only the first citation of a fact has an id, so that a note leads back to it', async () => {
    const markdown = '[A](fact:event-one) [B](fact:event-one) [C](fact:event-two)';
    const { html } = await renderMarkdown(ledger, markdown);
    assert.deepEqual(
      citationsIn(html).map(({ id }) => id),
      ['c1', undefined, 'c2'],
    );
  });

  test('key facts have the first numbers, whether they come with a sentence or without', async () => {
    const keyFacts = [{ 'event-three': 'A plainer sentence.' }, 'event-two', 'event-three'];
    const markdown = '[A](fact:event-one) and [B](fact:event-three)';
    const { html, notes } = await renderMarkdown(ledger, markdown, { keyFacts });
    assert.deepEqual(notes, ['event-three', 'event-two', 'event-one']);
    assert.deepEqual(citationsIn(html), [
      { href: '#n3', id: 'c3', text: 'A, note 3' },
      { href: '#n1', id: undefined, text: 'B, note 1' },
    ]);
  });

  test('a text without citations leaves an empty list of notes', async () => {
    assert.deepEqual((await renderMarkdown(ledger, 'Words.')).notes, []);
  });

  test('only a commitment has a line, and it says how firm the words are', async () => {
    for (const status of statuses) {
      const { html } = await renderMarkdown(ledger, `It is [so](fact:is-${status}).`);
      const [cite] = select(html, { name: 'cite' });
      assert.equal(cite?.attributes['data-status'], status);
      assert.deepEqual(
        select(html, { tag: 'u' }).map(({ text, within }) => [text, within[0]]),
        [['so', 'a']],
      );
    }
    const { html } = await renderMarkdown(ledger, 'It is [so](fact:event-one).');
    assert.equal(select(html, { name: 'cite' })[0]?.attributes['data-status'], undefined);
    assert.deepEqual(select(html, { tag: 'u' }), []);
  });

  test('the line stands under the words and not under the number', async () => {
    const { html } = await renderMarkdown(ledger, '[so *it* is](fact:is-rejected)');
    assert.equal(select(html, { tag: 'u' })[0]?.text, 'so it is');
    const [number] = select(html, { tag: 'sup' });
    assert.equal(number?.text, ', note 1');
    assert.ok(!number.within.includes('u'));
  });

  test('a phrase about a commitment has no line where its author says so', async () => {
    const { html, notes } = await renderMarkdown(
      ledger,
      'They named [no sum](fact:is-promised "no line") for [this](fact:is-promised).',
    );
    assert.deepEqual(notes, ['is-promised']);
    const [about, itself] = select(html, { tag: 'a', name: 'cite' });
    assert.equal(about?.attributes['data-status'], undefined);
    assert.equal(itself?.attributes['data-status'], 'promised');
    assert.equal(select(html, { tag: 'u' }).length, 1);
    assert.ok(!html.includes('title='));
  });

  test('each document is numbered from one, also with the same set of plugins', async () => {
    const first = await renderMarkdown(ledger, '[A](fact:event-one)');
    const second = await renderMarkdown(ledger, '[B](fact:event-two)');
    assert.deepEqual([first.notes, second.notes], [['event-one'], ['event-two']]);
    assert.equal(citationsIn(second.html)[0]?.href, '#n1');
  });
});

describe('links to records', () => {
  test('each kind of record leads to its page', async () => {
    const links = [
      ['claim:all-paid', to.record('claims', 'all-paid')],
      ['country:tr', to.record('countries', 'turkiye')],
      ['country:gb', to.record('countries', 'united-kingdom')],
      ['explainer:who-pays', to.record('explainers', 'who-pays')],
      ['question:who-pays', to.record('explainers', 'who-pays')],
      ['question:how-much', `${to.record('explainers', 'who-pays')}#costs`],
      ['page:about', to.page('about')],
      ['page:home', to.page('home')],
    ] as const;
    for (const [url, address] of links) {
      const { html } = await renderMarkdown(ledger, `See [this *page*](${url}).`);
      const [link] = select(html, { tag: 'a' });
      assert.deepEqual(link?.attributes, { href: address }, url);
      assert.equal(link.text, 'this page');
    }
  });

  test('any other link stays as it is', async () => {
    const { html } = await renderMarkdown(ledger, '[x](https://a.example/?a=1)');
    assert.deepEqual(select(html, { tag: 'a' })[0]?.attributes, { href: 'https://a.example/?a=1' });
  });

  test('an unknown id of any kind stops with file, line and the nearest id', async () => {
    const unknown = [
      ['fact:event-on', 'Unknown fact "event-on". Did you mean event-one'],
      ['term:ceasefires', 'Unknown term "ceasefires". Did you mean ceasefire?'],
      ['claim:al-paid', 'Unknown claim "al-paid". Did you mean all-paid?'],
      ['country:tur', 'Unknown country "tur". Did you mean '],
      ['explainer:who-pay', 'Unknown explainer "who-pay". Did you mean who-pays?'],
    ] as const;
    for (const [url, message] of unknown) {
      const says = (file: string) => (error: unknown) => {
        assert.ok(error instanceof Error);
        assert.ok(error.message.startsWith(`${file}:4  ${message}`), error.message);
        return true;
      };
      const markdown = `First.\n\nSecond\n[phrase](${url}).\n`;
      for (const text of [markdown, markdown.replaceAll('\n', '\r\n')]) {
        await assert.rejects(async () => renderMarkdown(ledger, text), says(articleFile));
        await assert.rejects(async () => renderMdx(ledger, text), says(`${articleFile}x`));
      }
    }
  });

  test('a link to a record works in MDX, beside components', async () => {
    const code = await renderMdx(
      ledger,
      "import Note from './Note.astro';\n\n<Note />\n\nIt [is](fact:is-rejected) a ceasefire.\n\n## A {#b}\n",
    );
    assert.match(code, /"data-status": "rejected"/);
    assert.match(code, /href: "#t-ceasefire"/);
    assert.match(code, /id: "t-ceasefire"/);
    assert.match(code, /id: "b"/);
  });
});

describe('explained terms', () => {
  test('the first use of a term is explained, and later ones are not', async () => {
    const { html } = await renderMarkdown(
      ledger,
      'A ceasefire is no ceasefire.\n\n- Ceasefires end.',
    );
    assert.deepEqual(explainedIn(html), [['ceasefire', 't-ceasefire']]);
    assert.deepEqual(definitionsIn(html), ['t-ceasefire']);
  });

  test('a definition has the name, the words of the glossary, a link and a way to close it', async () => {
    const { html } = await renderMarkdown(ledger, 'A ceasefire.');
    const [definition] = select(html, { name: 'definition' });
    assert.deepEqual(definition?.attributes, {
      class: 'definition',
      id: 't-ceasefire',
      popover: 'auto',
    });
    assert.match(definition.text, /^Ceasefire: What the words Ceasefire mean\./);
    assert.equal(select(html, { tag: 'dfn' })[0]?.text, 'Ceasefire');
    const links = select(html, { tag: 'a' }).map(({ attributes }) => attributes);
    assert.deepEqual(links, [
      { class: 'term', href: '#t-ceasefire' },
      { href: to.record('terms', 'ceasefire') },
    ]);
    const buttons = select(html, { tag: 'button' }).map(({ attributes }) => attributes);
    assert.deepEqual(buttons, [{ type: 'button', popovertarget: 't-ceasefire' }]);
  });

  test('several terms are explained in the order of the text, also in one sentence', async () => {
    const { html } = await renderMarkdown(ledger, 'The OSCE saw a ceasefire, then an *agreement*.');
    assert.deepEqual(explainedIn(html), [
      ['OSCE', 't-osce'],
      ['ceasefire', 't-ceasefire'],
      ['agreement', 't-agreement'],
    ]);
    assert.deepEqual(definitionsIn(html), ['t-osce', 't-ceasefire', 't-agreement']);
    const [paragraph] = elementsIn(html).filter(({ tag }) => tag === 'p');
    assert.equal(paragraph?.text, 'The OSCE saw a ceasefire, then an agreement.');
  });

  test('a stop stays with the term before it, whether the author marked the term or not', async () => {
    for (const source of ['a ceasefire. And', 'a [ceasefire](term:ceasefire). And']) {
      const { html } = await renderMarkdown(ledger, source);
      assert.equal(elementsIn(html).find(({ tag }) => tag === 'p')?.text, 'a ceasefire. And');
      assert.equal(select(html, { tag: 'span', name: 'keep' })[0]?.text, 'ceasefire.');
      assert.deepEqual(explainedIn(html), [['ceasefire', 't-ceasefire']]);
    }
    const { html } = await renderMarkdown(ledger, 'a [ceasefire](term:ceasefire) and more');
    assert.deepEqual(select(html, { tag: 'span', name: 'keep' }), []);
  });

  test('no term is explained in a heading, a link, a citation or code', async () => {
    const markdown = [
      '## The ceasefire {#one}',
      '### A **ceasefire** {#two}',
      '[ceasefire](page:about) [a *ceasefire*](fact:event-one) [ceasefire](https://a.example/)',
      'The `ceasefire`.',
      '    ceasefire',
    ];
    const { html } = await renderMarkdown(ledger, markdown.join('\n\n'));
    assert.deepEqual(explainedIn(html), []);
    assert.deepEqual(definitionsIn(html), []);
  });

  test('a term that stood in a heading first is explained in the text', async () => {
    const { html } = await renderMarkdown(ledger, '## A ceasefire {#a}\n\nThe ceasefire held.');
    assert.deepEqual(explainedIn(html), [['ceasefire', 't-ceasefire']]);
    assert.deepEqual(select(html, { name: 'term' })[0]?.within, ['p']);
  });

  test("an author's link to a term is its explanation, and the word is not explained again", async () => {
    const { html } = await renderMarkdown(ledger, 'The [*stop*](term:ceasefire) is a ceasefire.');
    assert.deepEqual(explainedIn(html), [['stop', 't-ceasefire']]);
    assert.deepEqual(definitionsIn(html), ['t-ceasefire']);
    assert.equal(select(html, { tag: 'em' })[0]?.within[0], 'a');
  });

  test("an author's link to a term that is explained already leads to its page", async () => {
    for (const first of ['A ceasefire', 'A [stop](term:ceasefire)']) {
      const { html } = await renderMarkdown(ledger, `${first} is [no peace](term:ceasefire).`);
      assert.equal(explainedIn(html).length, 1);
      assert.deepEqual(definitionsIn(html), ['t-ceasefire']);
      const link = select(html, { tag: 'a' }).find(({ text }) => text === 'no peace');
      assert.deepEqual(link?.attributes, { href: to.record('terms', 'ceasefire') });
    }
  });

  test("a term in an author's own words is not explained within them", async () => {
    const { html } = await renderMarkdown(ledger, 'An [OSCE ceasefire](term:ceasefire) holds.');
    assert.deepEqual(explainedIn(html), [['OSCE ceasefire', 't-ceasefire']]);
  });

  test('the longer term is explained, and the shorter one within it is not', async () => {
    const { html } = await renderMarkdown(ledger, 'A peace agreement is an agreement.');
    assert.deepEqual(explainedIn(html), [
      ['peace agreement', 't-peace-agreement'],
      ['agreement', 't-agreement'],
    ]);
  });

  test('a term that is broken over two lines is explained with any line ends', async () => {
    for (const end of ['\n', '\r\n']) {
      const { html } = await renderMarkdown(ledger, `They signed a peace${end}agreement there.`);
      assert.deepEqual(
        explainedIn(html).map(([, target]) => target),
        ['t-peace-agreement'],
        JSON.stringify(end),
      );
    }
  });

  test('each document explains its terms anew', async () => {
    const first = await renderMarkdown(ledger, 'A ceasefire.');
    const second = await renderMarkdown(ledger, 'A ceasefire.');
    assert.equal(first.html, second.html);
    assert.equal(explainedIn(second.html).length, 1);
  });

  test('a file outside the folder of a language is read as English', async () => {
    const { html } = await renderMarkdown(ledger, 'A ceasefire.', { file: resolve('other/a.md') });
    assert.equal(explainedIn(html).length, 1);
  });

  test('no word of a text is lost or moved, whatever terms stand in it', async () => {
    const word = fc.constantFrom(
      ...['ceasefire', 'Ceasefires', 'peace', 'agreement', 'OSCE', 'the', 'and', 'unrelated'],
    );
    const words = fc.array(word, { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(words, async (given) => {
        const text = given.join(' ');
        const { html } = await renderMarkdown(ledger, text);
        assert.equal(elementsIn(html).find(({ tag }) => tag === 'p')?.text, text);
        const targets = explainedIn(html).map(([, target]) => target);
        assert.equal(new Set(targets).size, targets.length);
        assert.deepEqual(definitionsIn(html), targets);
      }),
      { numRuns: 60 },
    );
  });
});

describe('headings', () => {
  test('a heading has the id its author gave, and the id is not shown', async () => {
    const { html } = await renderMarkdown(ledger, '## What it costs {#costs}\n\nWords.');
    const [heading] = select(html, { tag: 'h2' });
    assert.deepEqual(heading?.attributes, { id: 'costs' });
    assert.equal(heading.text, 'What it costs');
  });
});

describe('the section on what is not known', () => {
  const markdown = [
    'A ceasefire.',
    '## Known {#known}',
    'Words.',
    '## What is not known yet {#not-known}',
    'We do not know:',
    '- who [pays](fact:is-undecided)',
    '- when the OSCE comes',
    'The end.',
  ].join('\n\n');

  test('it is wrapped once, with its heading as its name', async () => {
    const { html } = await renderMarkdown(ledger, markdown);
    const sections = select(html, { tag: 'section', name: 'not-known' });
    assert.deepEqual(
      sections.map(({ attributes }) => attributes),
      [{ class: 'not-known', 'aria-labelledby': 'not-known' }],
    );
    const headings = select(html, { tag: 'h2' });
    assert.deepEqual(
      headings.map(({ attributes, within }) => [attributes['id'], within]),
      [
        ['known', []],
        ['not-known', ['section']],
      ],
    );
  });

  test('it keeps its content, and nothing stands twice', async () => {
    const { html } = await renderMarkdown(ledger, markdown);
    const [section] = select(html, { tag: 'section', name: 'not-known' });
    assert.equal(
      section?.text.replace(/\s+/g, ' '),
      'What is not known yet We do not know: who pays, note 1 when the OSCE comes The end.',
    );
    assert.equal(html.split('We do not know').length, 2);
    assert.equal(html.split('The end').length, 2);
    assert.deepEqual(
      select(html, { tag: 'li' }).map(({ within }) => within.includes('section')),
      [true, true],
    );
  });

  test('citations and terms in it work, and definitions follow it', async () => {
    const { html, notes } = await renderMarkdown(ledger, markdown);
    assert.deepEqual(notes, ['is-undecided']);
    assert.deepEqual(definitionsIn(html), ['t-ceasefire', 't-osce']);
    for (const { within } of select(html, { name: 'definition' })) assert.deepEqual(within, []);
    assert.ok(html.indexOf('</section>') < html.indexOf('class="definition"'));
  });

  test('a text without it, or with nothing after its heading, is sound', async () => {
    const without = await renderMarkdown(ledger, '## Known {#known}\n\nWords.');
    assert.deepEqual(select(without.html, { tag: 'section' }), []);
    const empty = await renderMarkdown(ledger, 'Words.\n\n## Not known {#not-known}');
    assert.equal(select(empty.html, { tag: 'section' })[0]?.text, 'Not known');
  });

  test('it is wrapped in MDX too, with components in it', async () => {
    const code = await renderMdx(ledger, `${markdown}\n\n<Note>one</Note>\n`);
    assert.equal(code.split('"aria-labelledby": "not-known"').length, 2);
    assert.equal(code.split('We do not know').length, 2);
    const section = code.indexOf('"aria-labelledby"');
    assert.ok(section < code.indexOf('We do not know'));
    assert.ok(section < code.indexOf('children: "one"'));
    assert.ok(code.indexOf('children: "one"') < code.indexOf('id: "t-ceasefire"'));
  });
});
