import type { ExplainerRecord } from '../ledger/ledger.ts';
import type { Explainer } from '../ledger/schemas.ts';

/** A change of an article. */
export interface ChangeOf<Entry> {
  readonly explainer: Entry;
  readonly change: Explainer['changes'][number];
}

/** When an article appeared, where that is recorded, and when it last changed. */
export interface ArticleDates {
  readonly published: string | undefined;
  readonly modified: string;
}

/**
 * The dates of an article, from its own record of changes.
 *
 * @param changes newest first, at least one
 */
export function articleDates(changes: Explainer['changes']): ArticleDates {
  const days = changes.map(({ date }) => date).toSorted();
  return {
    published: changes.findLast(({ kind }) => kind === 'published')?.date,
    modified: days.at(-1) ?? '',
  };
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
