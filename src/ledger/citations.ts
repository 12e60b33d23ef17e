/** Who cites what. */
import { outlineOf } from '../markdown/outline.ts';
import type { ExplainerRecord } from './ledger.ts';

type Citing = Pick<ExplainerRecord, 'data' | 'body'>;

/** Ids of the facts an article cites: key facts first, then as they first appear in the text. */
export function citedFacts({ data, body }: Citing): string[] {
  const inBody = outlineOf(body).links.filter((link) => link.kind === 'fact');
  return [...new Set([...data.keyFacts.map(({ fact }) => fact), ...inBody.map(({ id }) => id)])];
}

/** For each fact the articles that cite it, in the order given. Facts that nothing cites are left out. */
export function citingExplainers<Entry extends Citing>(
  explainers: readonly Entry[],
): Map<string, Entry[]> {
  const citing = new Map<string, Entry[]>();
  for (const explainer of explainers) {
    for (const fact of citedFacts(explainer)) {
      const entries = citing.get(fact);
      if (entries) entries.push(explainer);
      else citing.set(fact, [explainer]);
    }
  }
  return citing;
}
