/** Claims under whom they are about. */
import type { Claim } from '../ledger/schemas.ts';

/** The claims that concern a party most. */
export interface PartyClaims<Item> {
  /** A country code, or the code of a group. */
  readonly party: string;
  readonly claims: Item[];
}

/**
 * Each claim once, under the party it concerns most; the parties with the most claims first, and
 * those with equally many in the order of the ledger.
 */
export function claimsByParty<Item extends Pick<Claim, 'about'>>(
  claims: readonly Item[],
): PartyClaims<Item>[] {
  const parties = new Map<string, Item[]>();
  for (const claim of claims) {
    const [party = ''] = claim.about;
    parties.set(party, [...(parties.get(party) ?? []), claim]);
  }
  return [...parties]
    .map(([party, found]) => ({ party, claims: found }))
    .toSorted((a, b) => b.claims.length - a.claims.length);
}
