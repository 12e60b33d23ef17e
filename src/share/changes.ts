import type { ExplainerRecord } from '../ledger/ledger.ts';
import type { Explainer } from '../ledger/schemas.ts';

/** A change of an article. */
export interface ChangeOf<Entry> {
  readonly explainer: Entry;
  readonly change: Explainer['changes'][number];
  /** The id of its place on the article's page. */
  readonly anchor: string;
  /** Whether the article has not changed since. */
  readonly isLast: boolean;
}

/**
 * The id of the place of each change on its page: `changed-2026-11-26`, and `changed-2026-11-26-2`
 * for the second of that day. Counted from the oldest, so that a new change renames none.
 *
 * @param changes of one article, newest first
 */
export function changeAnchors(changes: readonly { readonly date: string }[]): string[] {
  return changes.map(({ date }, index) => {
    const earlier = changes.slice(index + 1).filter((change) => change.date === date).length;
    return `changed-${date}${earlier === 0 ? '' : `-${earlier + 1}`}`;
  });
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

/** What a reader who comes back should see first, on one day. */
const urgency = ['correction', 'update', 'published'] as const;

/**
 * The newest changes over all articles, newest first; on one day corrections, updates, and then what
 * is new, each in the order of slugs.
 *
 * @param most how many at most
 */
export function latestChanges<Entry extends Pick<ExplainerRecord, 'slug' | 'data'>>(
  explainers: readonly Entry[],
  most: number,
): ChangeOf<Entry>[] {
  return explainers
    .flatMap((explainer) => {
      const { changes } = explainer.data;
      const anchors = changeAnchors(changes);
      return changes.map((change, index) => ({
        explainer,
        change,
        anchor: anchors[index] ?? '',
        isLast: index === 0,
      }));
    })
    .toSorted(
      (a, b) =>
        b.change.date.localeCompare(a.change.date) ||
        urgency.indexOf(a.change.kind) - urgency.indexOf(b.change.kind) ||
        a.explainer.slug.localeCompare(b.explainer.slug, 'en'),
    )
    .slice(0, most);
}
