import type { Fact, Source } from '../ledger/schemas.ts';

/** Kinds of source in the order in which one is named first: the document itself before reports of it. */
const order: readonly Source['kind'][] = [
  'primary',
  'official',
  'poll',
  'news',
  'fact-check',
  'analysis',
  'reference',
];

/**
 * A fact's sources, the best first; within a kind as the record lists them. Sources that only show
 * a claim are left out.
 */
export function sourcesByRank(
  fact: Pick<Fact, 'sources'>,
  source: (id: string) => Source,
): Source[] {
  return fact.sources
    .map(source)
    .filter(({ kind }) => kind !== 'claim-only')
    .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}
