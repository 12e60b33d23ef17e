import type { ExplainerRecord } from '../ledger/ledger.ts';
import type { Explainer } from '../ledger/schemas.ts';

/** A change of an article. */
export interface ChangeOf<Entry> {
  readonly explainer: Entry;
  readonly change: Explainer['changes'][number];
}

/**
 * The newest changes over all articles, newest first; on one day in the order of slugs.
 *
 * @param most how many at most
 */
export function latestChanges<Entry extends Pick<ExplainerRecord, 'slug' | 'data'>>(
  explainers: readonly Entry[],
  most: number,
): ChangeOf<Entry>[] {
  return explainers
    .flatMap((explainer) => explainer.data.changes.map((change) => ({ explainer, change })))
    .toSorted(
      (a, b) =>
        b.change.date.localeCompare(a.change.date) ||
        a.explainer.slug.localeCompare(b.explainer.slug, 'en'),
    )
    .slice(0, most);
}
