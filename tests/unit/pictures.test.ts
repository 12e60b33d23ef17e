import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Picture } from '../../src/ledger/schemas.ts';
import { factsOfPicture } from '../../src/pictures/facts.ts';
import { renderMarkdown, select } from './lib/html.ts';
import { fact, ledgerOf } from './lib/records.ts';

const head = { title: 'What there is to see', summary: 'One sentence that says it.' };

const pictures = {
  steps: {
    kind: 'steps',
    ...head,
    stages: [
      { when: 'First', items: [{ fact: 'is-agreed', text: 'It goes on.' }] },
      { when: 'Then', items: [{ fact: 'event', text: 'Something follows.' }] },
    ],
  },
  ladder: {
    kind: 'ladder',
    ...head,
    rungs: [
      { fact: 'is-agreed', text: 'This is firm.' },
      { fact: 'is-rejected', text: 'This is not.' },
    ],
  },
  bars: {
    kind: 'bars',
    ...head,
    bars: [
      { fact: 'event', place: 'France', poll: 'A poll', question: 'Should it?', yes: 40, no: 35 },
    ],
  },
  table: {
    kind: 'table',
    ...head,
    columns: ['One', 'Two'],
    rows: [{ name: 'Row', cells: [{ text: 'Known.', fact: 'event' }, { text: 'Nothing found.' }] }],
  },
} satisfies Record<string, Picture>;

const ledger = ledgerOf({
  facts: [
    fact({ id: 'event' }),
    fact({ id: 'is-agreed', type: 'commitment', status: 'agreed' }),
    fact({ id: 'is-rejected', type: 'commitment', status: 'rejected' }),
  ],
  pictures: Object.entries(pictures).map(([slug, data]) => ({ slug, language: 'en', data })),
});

/** Every text and figure of a picture's data, without the names of its facts. */
function wordsIn(value: unknown, key = ''): string[] {
  if (key === 'kind' || key === 'fact') return [];
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.entries(value).flatMap(([name, inner]) => wordsIn(inner, name));
}

const drawn = (slug: string) => renderMarkdown(ledger, `[Look](picture:${slug})`);

describe('a picture', () => {
  for (const slug of Object.keys(pictures)) {
    test(`of the kind ${slug} takes the place of its paragraph, with title, summary and a link`, async () => {
      const { html, notes } = await drawn(slug);
      const [figure, ...others] = select(html, { tag: 'figure' });
      assert.deepEqual(others, []);
      assert.equal(figure?.attributes['id'], `fig-${slug}`);
      assert.deepEqual(figure.within, []);
      const [caption] = select(html, { tag: 'figcaption' });
      assert.match(caption?.text ?? '', /^What there is to see One sentence that says it\./);
      assert.ok(html.includes(`href="#fig-${slug}"`));
      assert.deepEqual(notes, factsOfPicture(pictures[slug as keyof typeof pictures]));
    });

    test(`of the kind ${slug} says in words all that it shows`, async () => {
      const { html } = await drawn(slug);
      const [figure] = select(html, { tag: 'figure' });
      const spoken = figure?.text ?? '';
      for (const words of wordsIn(pictures[slug as keyof typeof pictures])) {
        assert.ok(spoken.includes(words), `"${words}" is missing in: ${spoken}`);
      }
      for (const svg of select(html, { tag: 'svg' })) {
        assert.equal(svg.text, '', 'what is drawn holds no words that only some can read');
      }
    });
  }

  test('shows for a commitment its status in words, and none for an event', async () => {
    const { html } = await drawn('steps');
    const marks = select(html, { name: 'mark' });
    assert.deepEqual(
      marks.map(({ attributes, text }) => [attributes['data-status'], text]),
      [['agreed', 'Agreed']],
    );
    const rungs = select((await drawn('ladder')).html, { name: 'status' });
    assert.deepEqual(
      rungs.map(({ text }) => text),
      ['Agreed', 'Ruled out'],
    );
  });

  test('has bars as long as the figures', async () => {
    const { html } = await drawn('bars');
    const [yes] = select(html, { tag: 'rect', name: 'yes' });
    const [no] = select(html, { tag: 'rect', name: 'no' });
    assert.equal(yes?.attributes['width'], '40');
    assert.equal(no?.attributes['x'], '65');
    assert.equal(no.attributes['width'], '35');
  });

  test('has a table whose cells say to which column they belong', async () => {
    const { html } = await drawn('table');
    const cells = select(html, { tag: 'td' }).filter(({ text }) => text !== '');
    assert.equal(select(html, { tag: 'th' }).length, 3);
    assert.equal(cells.length, 2);
    assert.ok(html.includes('data-column="One"') && html.includes('data-column="Two"'));
  });

  test('numbers its notes with those of the text', async () => {
    const { html, notes } = await renderMarkdown(
      ledger,
      'It was [so](fact:event).\n\n[Look](picture:steps)',
    );
    assert.deepEqual(notes, ['event', 'is-agreed']);
    assert.equal(select(html, { tag: 'a', name: 'cite' }).length, 3);
    assert.equal(html.match(/id="c1"/g)?.length, 1);
  });

  test('is linked to where the link stands in a sentence', async () => {
    const { html } = await renderMarkdown(ledger, 'See [the steps](picture:steps) below.');
    assert.deepEqual(select(html, { tag: 'figure' }), []);
    assert.ok(html.includes('<a href="#fig-steps">the steps</a>'));
  });

  test('that does not exist stops with its nearest name', async () => {
    await assert.rejects(drawn('step'), /Unknown picture "step"\. Did you mean steps/);
  });
});
