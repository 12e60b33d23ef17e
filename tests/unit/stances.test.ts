import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import {
  factsOfCountry,
  groupByStance,
  helpTable,
  stanceOf,
  stances,
} from '../../src/countries/stances.ts';
import { mapSize, overseasRow, tiles } from '../../src/countries/tiles.ts';
import { UnknownIdError } from '../../src/ledger/ledger.ts';
import { helps, statuses, type Fact, type Status } from '../../src/ledger/schemas.ts';

import { country, fact, ledgerOf, realLedger } from './lib/records.ts';

const promise = (id: string, status: Status, given: Partial<Fact> = {}) =>
  fact({ id, type: 'commitment', status, ...given });

const facts = [
  promise('fr-ground', 'conditional', { who: ['FR'], topic: 'ground' }),
  promise('fr-ground-early', 'promised', { who: ['FR'], topic: 'ground' }),
  promise('it-ground', 'rejected', { who: ['IT'], topic: 'ground' }),
  promise('fr-air', 'agreed', { who: ['FR', 'IT'], topic: 'air' }),
  promise('fr-air-more', 'conditional', { who: ['FR'], topic: 'air' }),
  promise('fr-air-again', 'agreed', { who: ['FR'], topic: 'air' }),
  fact({ id: 'it-air-said', type: 'position', who: ['IT'], topic: 'air' }),
];
const countries = [
  country({ id: 'it', soldiers: 'it-ground' }),
  country({ id: 'fr', soldiers: 'fr-ground' }),
  country({ id: 'tr' }),
];
const small = ledgerOf({ facts, countries });

describe('where a country stands on sending soldiers', () => {
  test('the fact that its record names decides', () => {
    assert.deepEqual(
      countries.map((item) => stanceOf(item, small.fact)),
      ['rejected', 'conditional', 'none'],
    );
  });

  test('a fact that is no commitment is no stand', () => {
    assert.equal(stanceOf({ soldiers: 'it-air-said' }, small.fact), 'none');
  });

  test('a fact that does not exist stops with the nearest', () => {
    assert.throws(() => stanceOf({ soldiers: 'it-grond' }, small.fact), UnknownIdError);
  });

  test('countries are grouped by their stand, the firmest first, and empty groups are left out', () => {
    const groups = groupByStance(countries, small.fact).map((group) => [
      group.stance,
      group.countries.map(({ id }) => id),
    ]);
    assert.deepEqual(groups, [
      ['conditional', ['fr']],
      ['rejected', ['it']],
      ['none', ['tr']],
    ]);
    assert.deepEqual(stances, [...statuses, 'none']);
  });

  test('within a group countries keep their order', () => {
    const silent = [country({ id: 'tr' }), country({ id: 'be' }), country({ id: 'se' })];
    assert.deepEqual(groupByStance(silent, small.fact)[0]?.countries, silent);
  });
});

describe('the table of help', () => {
  /** The ids in a cell of a table. */
  const cell = (help: string, status: Status) =>
    helpTable(countries, facts, small.fact)
      .find((row) => row.help === help)
      ?.cells.find((entry) => entry.status === status)
      ?.countries.map(({ id }) => id);

  test('it has a row for each kind of help and a cell for each status, in their order', () => {
    const table = helpTable(countries, facts, small.fact);
    assert.deepEqual(
      table.map(({ help }) => help),
      [...helps],
    );
    for (const { cells } of table) {
      assert.deepEqual(
        cells.map(({ status }) => status),
        [...statuses],
      );
    }
  });

  test('in the row on soldiers a country stands once, where its record places it', () => {
    assert.deepEqual(cell('ground', 'conditional'), ['fr']);
    assert.deepEqual(cell('ground', 'promised'), []);
    assert.deepEqual(cell('ground', 'rejected'), ['it']);
  });

  test('in the other rows it stands wherever it has a commitment, and once in each cell', () => {
    assert.deepEqual(cell('air', 'agreed'), ['fr']);
    assert.deepEqual(cell('air', 'conditional'), ['fr']);
    assert.deepEqual(cell('air', 'promised'), []);
    assert.deepEqual(cell('sea', 'agreed'), []);
  });

  test('only the party that a fact names first has the commitment', () => {
    assert.ok(!cell('air', 'agreed')?.includes('it'));
  });
});

describe('the real table', () => {
  const { ledger } = realLedger();
  const table = helpTable(ledger.countries, ledger.facts, ledger.fact);

  test('each country that was asked stands exactly once in the row on soldiers', () => {
    const asked = ledger.countries.filter(({ soldiers }) => soldiers !== null);
    assert.ok(asked.length > 20);
    const row = table.find(({ help }) => help === 'ground');
    const named = row?.cells.flatMap(({ countries: inCell }) => inCell.map(({ id }) => id)) ?? [];
    assert.deepEqual(named.toSorted(), asked.map(({ id }) => id).toSorted());
  });

  test('the fact on soldiers is a commitment of that country on soldiers', () => {
    const wrong = ledger.countries.filter(({ who, soldiers }) => {
      if (soldiers === null) return false;
      const { type, who: parties } = ledger.fact(soldiers);
      return type !== 'commitment' || !parties.includes(who);
    });
    assert.deepEqual(
      wrong.map(({ id }) => id),
      [],
    );
  });

  test('every country stands in exactly one group', () => {
    const grouped = groupByStance(ledger.countries, ledger.fact).flatMap(
      (group) => group.countries,
    );
    assert.deepEqual(
      grouped.map(({ id }) => id).toSorted(),
      ledger.countries.map(({ id }) => id).toSorted(),
    );
  });
});

describe('the facts of a country', () => {
  const own = (id: string, given: Partial<Fact>) => fact({ id, who: ['FR'], ...given });
  const all = [
    own('citizens-b', { topic: 'citizens', asOf: '2020-01-01' }),
    promise('rejected-old', 'rejected', { who: ['FR'], topic: 'air', asOf: '2025-01-01' }),
    promise('agreed-old', 'agreed', { who: ['FR'], topic: 'sea', asOf: '2024-01-01' }),
    promise('agreed-undated', 'agreed', { who: ['FR'], topic: 'sea', asOf: null }),
    promise('agreed-new', 'agreed', { who: ['FR'], topic: 'sea', asOf: '2026-01-01' }),
    promise('undecided-vote', 'undecided', { who: ['FR'], topic: 'decision' }),
    own('said-old', { topic: 'general', asOf: '2025-01-01', type: 'position' }),
    own('said-new', { topic: 'money', asOf: '2026-01-01' }),
    own('citizens-a', { topic: 'citizens', asOf: '2026-01-01' }),
    own('joint', {}),
    fact({ id: 'of-italy', who: ['IT', 'FR'], topic: 'general' }),
  ];
  const ids = (records: readonly Fact[]) => records.map(({ id }) => id);
  const found = factsOfCountry({ who: 'FR' }, all);

  test('commitments come firmest first, and the newest first within a status', () => {
    const expected = ['agreed-new', 'agreed-old', 'agreed-undated', 'rejected-old'];
    assert.deepEqual(ids(found.commitments), expected);
  });

  test('what it said besides comes newest first', () => {
    assert.deepEqual(ids(found.others), ['said-new', 'said-old']);
  });

  test('decisions and what touches citizens are apart, in the order of the ledger', () => {
    assert.deepEqual(ids(found.decision), ['undecided-vote']);
    assert.deepEqual(ids(found.citizens), ['citizens-b', 'citizens-a']);
  });

  test('facts without a topic, and facts that name another country first, are left out', () => {
    const shown = ids(Object.values(found).flat() as Fact[]);
    assert.ok(!shown.includes('joint'));
    assert.ok(!shown.includes('of-italy'));
    assert.equal(shown.length, all.length - 2);
  });
});

describe('the map', () => {
  test('no two countries share a tile, and every tile lies on the map', () => {
    const places = Object.values(tiles);
    assert.equal(new Set(places.map((place) => place.join())).size, places.length);
    for (const [column, row] of places) {
      assert.ok(column >= 0 && column < mapSize.columns && row >= 0 && row < mapSize.rows);
    }
  });

  test('countries overseas lie in the corner that is kept for them', () => {
    for (const code of ['ca', 'us', 'jp', 'au', 'nz']) {
      const [column, row] = tiles[code] ?? [];
      assert.ok(column !== undefined && column < 3, code);
      assert.ok(row !== undefined && row >= overseasRow, code);
    }
  });

  test('every member of the real coalition has a tile', () => {
    const { members } = realLedger().ledger.coalition;
    assert.deepEqual(
      members.filter((code) => !(code in tiles)),
      [],
    );
  });
});
