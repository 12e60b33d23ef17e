/** What the site should say, read from its records and not from its pages. */
import { fileURLToPath } from 'node:url';
import { readLedger } from '../../../src/ledger/read.ts';

/** The records of the site; every look-up of an id that does not exist throws. */
export const { ledger } = readLedger(fileURLToPath(new URL('../../../', import.meta.url)));

/** The article that a worried parent reads. */
export const draftArticle = ledger.explainer('en', 'will-my-child-be-drafted');

/** The addresses of sources that only show that a claim was made: no page may link to them. */
export const unlinkedAddresses = ledger.sources
  .filter(({ kind }) => kind === 'claim-only')
  .map(({ url }) => url);

/** A claim of whose sources at least one only shows that it was made. */
export const claimSeenSomewhere = first(
  ledger.claims.filter(({ sources }) =>
    sources.some((id) => ledger.source(id).kind === 'claim-only'),
  ),
);

/** The first of some records, which must be there. */
export function first<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (item === undefined) throw new Error('There is no such record.');
  return item;
}
