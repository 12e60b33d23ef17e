/** Measures of how well a search answers. All are pure; shares are from 0 to 1. */
import { gainOf, type Place } from './judged.ts';

/** What an engine gave for a query. */
export interface Ranked {
  /** The places that are right; none for a query that the site cannot answer. */
  readonly places: readonly Place[];
  /** The addresses of the results, the best first. */
  readonly results: readonly string[];
}

/** How many results are looked at: more than these a reader does not see. */
export const depth = 10;

/**
 * What each of the first results is worth. A page counts once, where it stands first: a second result
 * that leads to the same page tells a reader little that is new.
 */
export function gainsOf({ places, results }: Ranked): number[] {
  const counted = new Set<string>();
  return results.slice(0, depth).map((address) => {
    const page = pageOf(address);
    const gain = Math.max(0, ...places.map((place) => gainOf(address, place)));
    if (gain === 0 || counted.has(page)) return 0;
    counted.add(page);
    return gain;
  });
}

/** The best gains that any order of results could have, best first: of each page its best place. */
export function idealGains(places: readonly Place[]): number[] {
  const best = new Map<string, number>();
  for (const { address, grade } of places) {
    const page = pageOf(address);
    best.set(page, Math.max(grade, best.get(page) ?? 0));
  }
  return [...best.values()].toSorted((a, b) => b - a).slice(0, depth);
}

function pageOf(address: string): string {
  return address.replace(/#.*/, '');
}

/** The rank of the first right result, counted from 1; Infinity where none of the first ten is. */
export function rankOf(ranked: Ranked): number {
  const at = gainsOf(ranked).findIndex((gain) => gain > 0);
  return at === -1 ? Infinity : at + 1;
}

/** The share of queries with a right result among the first `k`. Undefined for no queries. */
export function successAt(k: number, all: readonly Ranked[]): number | undefined {
  return share(all, (one) => rankOf(one) <= k);
}

/**
 * Discounted cumulative gain of Järvelin and Kekäläinen (2002), in the common form with base 2: the
 * sum of gain(i) / log2(i + 1), with i counted from 1 and the grade as the gain.
 */
export function dcg(gains: readonly number[]): number {
  return gains.reduce((sum, gain, index) => sum + gain / Math.log2(index + 2), 0);
}

/** DCG at 10 as a share of the best that any order of the right pages would give; 0 where none is right. */
export function ndcg(ranked: Ranked): number {
  const ideal = dcg(idealGains(ranked.places));
  return ideal === 0 ? 0 : dcg(gainsOf(ranked)) / ideal;
}

/** The mean of nDCG@10. Undefined for no queries. */
export function meanNdcg(all: readonly Ranked[]): number | undefined {
  return all.length === 0 ? undefined : all.reduce((sum, one) => sum + ndcg(one), 0) / all.length;
}

/** The share of queries without any result. Undefined for no queries. */
export function nothingFound(all: readonly Ranked[]): number | undefined {
  return share(all, ({ results }) => results.length === 0);
}

/** The share of queries with results of which none of the first ten is right. Undefined for no queries. */
export function wrongOnly(all: readonly Ranked[]): number | undefined {
  return share(all, (one) => one.results.length > 0 && rankOf(one) === Infinity);
}

/** The share of queries without an answer on the site that get results all the same. Undefined for no queries. */
export function junk(unanswerable: readonly Ranked[]): number | undefined {
  return share(unanswerable, ({ results }) => results.length > 0);
}

function share<Item>(items: readonly Item[], holds: (item: Item) => boolean): number | undefined {
  return items.length === 0 ? undefined : items.filter(holds).length / items.length;
}
