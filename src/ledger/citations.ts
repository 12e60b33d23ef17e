/** Who cites what. */
import { outlineOfRecord } from '../markdown/outline.ts';
import type { ExplainerRecord } from './ledger.ts';

type Citing = Pick<ExplainerRecord, 'data' | 'body'>;

/** Ids of the facts that a picture with a slug rests on. */
type FactsOfPicture = (slug: string) => readonly string[];

/**
 * Ids of the facts an article cites: key facts first, then as they first appear in the text and in
 * its pictures.
 */
export function citedFacts(article: Citing, factsOfPicture: FactsOfPicture): string[] {
  const inBody = outlineOfRecord(article).links.flatMap(({ kind, id }) =>
    kind === 'fact' ? [id] : kind === 'picture' ? factsOfPicture(id) : [],
  );
  return [...new Set([...article.data.keyFacts.map(({ fact }) => fact), ...inBody])];
}

/** For each fact the articles that cite it, in the order given. Facts that nothing cites are left out. */
export function citingExplainers<Entry extends Citing>(
  explainers: readonly Entry[],
  factsOfPicture: FactsOfPicture,
): Map<string, Entry[]> {
  const citing = new Map<string, Entry[]>();
  for (const explainer of explainers) {
    for (const fact of citedFacts(explainer, factsOfPicture)) {
      const entries = citing.get(fact);
      if (entries) entries.push(explainer);
      else citing.set(fact, [explainer]);
    }
  }
  return citing;
}
