import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import { sourcesByRank } from '../../src/facts/best-source.ts';
import { factGroups, groupOf } from '../../src/facts/groups.ts';
import { notePartsOf, type NotePart } from '../../src/facts/note-parts.ts';
import { timelineOf } from '../../src/facts/timeline.ts';
import { wordsOf } from '../../src/i18n/words.ts';
import { sourceKinds, type Fact } from '../../src/ledger/schemas.ts';

import { fact, ledgerOf, realLedger, source } from './lib/records.ts';

describe('the best source', () => {
  const ranked = ['primary', 'official', 'poll', 'news', 'fact-check', 'analysis', 'reference'];
  const ledger = ledgerOf({
    sources: [...sourceKinds.map((kind) => source({ id: kind, kind })), source({ id: 'news-two' })],
  });
  const ids = (sources: string[]) => sourcesByRank({ sources }, ledger.source).map(({ id }) => id);

  test('the document itself comes before what is written about it', () => {
    assert.deepEqual(ids(ranked), ranked);
    assert.deepEqual(ids(ranked.toReversed()), ranked);
  });

  test('within a kind the record decides', () => {
    assert.deepEqual(ids(['news-two', 'news', 'primary']), ['primary', 'news-two', 'news']);
    assert.deepEqual(ids(['news', 'news-two', 'primary']), ['primary', 'news', 'news-two']);
  });

  test('a source that only shows a claim is left out', () => {
    assert.deepEqual(ids(['claim-only', 'news']), ['news']);
  });

  test('no kind of source comes before the document itself', () => {
    for (const kind of sourceKinds) assert.equal(ids([kind, 'primary'])[0], 'primary', kind);
  });

  test('the list of the record stays as it is', () => {
    const sources = ['reference', 'news', 'primary'];
    ids(sources);
    assert.deepEqual(sources, ['reference', 'news', 'primary']);
  });
});

describe('groups of facts', () => {
  test('an id begins with its group', () => {
    assert.equal(groupOf('pd-published'), 'paris-declaration');
    assert.equal(groupOf('doi-signed'), 'declaration-of-intent');
    assert.equal(groupOf('joint-membership-list'), 'joint');
    assert.equal(groupOf('after-paris-plan'), 'after-paris');
    assert.equal(groupOf('road-to-paris'), 'road-to-paris');
    assert.equal(groupOf('nato5-text'), 'rules');
    assert.equal(groupOf('eu427-text'), 'rules');
    assert.equal(groupOf('budapest-memorandum'), 'history');
  });

  test('any other beginning is a country or an institution', () => {
    assert.equal(groupOf('fr-money'), 'countries');
    assert.equal(groupOf('nato-mission'), 'countries');
    assert.equal(groupOf('eu-loan'), 'countries');
  });

  test('every fact of the real ledger belongs to a group, or to a country that has a page', () => {
    const { facts, countries } = realLedger().ledger;
    const codes = new Set(countries.map(({ id }) => id));
    const lost = facts.filter(
      ({ id }) => groupOf(id) === 'countries' && !codes.has(id.split('-')[0] ?? ''),
    );
    assert.deepEqual(
      lost.map(({ id }) => id),
      [],
    );
  });

  test('every group holds a fact of the real ledger and has a heading', () => {
    const found = new Set(realLedger().ledger.facts.map(({ id }) => groupOf(id)));
    assert.deepEqual([...found].toSorted(), [...factGroups].toSorted());
    const headings = Object.keys(wordsOf('en').facts.groups);
    assert.deepEqual(headings.toSorted(), [...factGroups].toSorted());
  });
});

describe('parts of a note', () => {
  const has = (kind: 'fact' | 'source', id: string) =>
    kind === 'fact' ? id.startsWith('pd-') : id === 'elysee-text';
  const joined = (parts: readonly NotePart[]) =>
    parts.map((part) => (part.kind === 'text' ? part.text : part.id)).join('');

  test('ids of facts and sources that exist are parts of their own', () => {
    assert.deepEqual(notePartsOf('See pd-c3-when and elysee-text.', has), [
      { kind: 'text', text: 'See ' },
      { kind: 'fact', id: 'pd-c3-when' },
      { kind: 'text', text: ' and ' },
      { kind: 'source', id: 'elysee-text' },
      { kind: 'text', text: '.' },
    ]);
  });

  test('words with a hyphen that are no id stay text', () => {
    const parts = notePartsOf('A three-stage plan of the so-called coalition.', has);
    assert.ok(parts.every(({ kind }) => kind === 'text'));
    assert.equal(joined(parts), 'A three-stage plan of the so-called coalition.');
  });

  test('a note may be nothing but an id, or nothing at all', () => {
    assert.deepEqual(notePartsOf('pd-signed', has), [{ kind: 'fact', id: 'pd-signed' }]);
    assert.deepEqual(notePartsOf('', has), []);
  });

  test('joined, the parts give the note back, whatever it says and whatever exists', () => {
    const piece = fc.oneof(
      fc.constantFrom('pd-signed', 'elysee-text', 'so-called', '-', ' ', '.', 'é-a', '\n', '😀'),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    const note = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(note, fc.func(fc.boolean()), (text, exists) => {
        assert.equal(joined(notePartsOf(text, has)), text);
        assert.equal(joined(notePartsOf(text, (kind, id) => exists(kind, id))), text);
      }),
    );
  });

  test('no part of a note is empty', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('pd-a', '-', ' ', 'x') }), (text) => {
        for (const part of notePartsOf(text, has)) assert.notEqual(joined([part]), '');
      }),
    );
  });
});

describe('the timeline', () => {
  const ids = (facts: readonly Fact[]) => facts.map(({ id }) => id);

  test('dated events and joint commitments stand in the order of their days, by year', () => {
    const timeline = timelineOf([
      fact({ id: 'later', asOf: '2026-02-01' }),
      fact({ id: 'earlier', asOf: '2026-01-06' }),
      fact({ id: 'promise', type: 'commitment', status: 'agreed', asOf: '2026-01-07' }),
      fact({ id: 'long-ago', asOf: '1994-12-05' }),
    ]);
    assert.deepEqual(
      timeline.map(({ year, facts }) => [year, ids(facts)]),
      [
        ['1994', ['long-ago']],
        ['2026', ['earlier', 'promise', 'later']],
      ],
    );
  });

  test('rules, figures, positions, gaps and what has no date are no steps', () => {
    const types = ['rule', 'figure', 'position', 'gap'] as const;
    const facts = [...types.map((type) => fact({ id: type, type })), fact({ id: 'a', asOf: null })];
    assert.deepEqual(timelineOf(facts), []);
  });

  test("a country's commitment is no step, but an event in it is", () => {
    const promise = fact({ id: 'a', type: 'commitment', status: 'agreed', topic: 'air' });
    const event = fact({ id: 'b', topic: 'air' });
    assert.deepEqual(
      timelineOf([promise, event]).flatMap(({ facts }) => ids(facts)),
      ['b'],
    );
  });

  test('facts of one day keep the order of the ledger', () => {
    const [year] = timelineOf(['c', 'a', 'b'].map((id) => fact({ id })));
    assert.deepEqual(ids(year?.facts ?? []), ['c', 'a', 'b']);
  });

  test('years and days never go back, and no step is lost, whatever the days', () => {
    const date = fc
      .date({
        min: new Date('1000-01-01'),
        max: new Date('2999-12-31'),
        noInvalidDate: true,
      })
      .map((day) => day.toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(date), (days) => {
        const timeline = timelineOf(days.map((asOf, index) => fact({ id: `f-${index}`, asOf })));
        const shown = timeline.flatMap(({ facts }) => facts.map(({ asOf }) => asOf ?? ''));
        assert.deepEqual(shown, days.toSorted());
        const years = timeline.map(({ year }) => year);
        assert.deepEqual(years, [...new Set(days.map((day) => day.slice(0, 4)))].toSorted());
      }),
    );
  });
});
