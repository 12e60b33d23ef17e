import assert from 'node:assert/strict';
import { test } from 'node:test';
import { claimsByParty } from '../../src/claims/by-party.ts';
import { partyName } from '../../src/i18n/parties.ts';
import { realLedger } from './lib/records.ts';

test('claims stand once, under the party they concern most, the longest list first', () => {
  const claims = [
    { id: 'one', about: ['FR', 'GB'] },
    { id: 'two', about: ['cotw'] },
    { id: 'three', about: ['GB'] },
    { id: 'four', about: ['GB', 'FR'] },
  ];
  assert.deepEqual(
    claimsByParty(claims).map(({ party, claims: found }) => [party, found.map(({ id }) => id)]),
    [
      ['GB', ['three', 'four']],
      ['FR', ['one']],
      ['cotw', ['two']],
    ],
  );
});

test('every party of a claim or a fact has a name', () => {
  const { claims, facts } = realLedger().ledger;
  const parties = new Set(
    [...claims, ...facts].flatMap((record) => ('about' in record ? record.about : record.who)),
  );
  for (const party of parties) {
    assert.notEqual(partyName('en', party), party);
  }
});
