/** What rests on each source. */
import type { Records } from './ledger.ts';

/** Ids of the records that rest on a source. */
export interface Supported {
  readonly facts: readonly string[];
  readonly terms: readonly string[];
  readonly claims: readonly string[];
  readonly tips: readonly string[];
}

/** A look-up from the id of a source to the records that rest on it; built in one pass. */
export function restingOn(
  records: Pick<Records, 'facts' | 'terms' | 'claims' | 'tips'>,
): (source: string) => Supported {
  const invert = (items: readonly { id: string; sources: readonly string[] }[]) => {
    const bySource = new Map<string, string[]>();
    for (const { id, sources } of items) {
      for (const source of sources) bySource.set(source, [...(bySource.get(source) ?? []), id]);
    }
    return bySource;
  };
  const facts = invert(records.facts);
  const terms = invert(records.terms);
  const claims = invert(records.claims);
  const tips = invert(records.tips);
  return (source) => ({
    facts: facts.get(source) ?? [],
    terms: terms.get(source) ?? [],
    claims: claims.get(source) ?? [],
    tips: tips.get(source) ?? [],
  });
}
