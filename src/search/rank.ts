/** Which places answer what is asked, the best first. */
import type { Slot } from './interpret.ts';
import type { ResultKind } from './kinds.ts';
import type { SearchLanguage } from './languages/language.ts';
import type { Place, PlaceWithStems } from './lexicon.ts';
import { stemsIn } from './words.ts';

/** A place with how well it answers. */
export interface Ranked {
  readonly place: Place;
  /** The sum of the parts below, each with its weight. From 0 to about 3. */
  readonly score: number;
  /** How near what is asked is to the nearest wording, from 0 to 1. */
  readonly closeness: number;
  /** How much of what is asked the place speaks of, from 0 to 1. */
  readonly coverage: number;
  /** Every stem of the place. */
  readonly stems: ReadonlySet<string>;
}

/** Every place that speaks of something that is asked, the best first. */
export type Ranking = (slots: readonly Slot[]) => Ranked[];

/**
 * What the parts of the score count. Found by coordinate ascent on the tuning half of the judged
 * queries and on the queries for tuning only; halves of these gave much the same (`docs/search.md`).
 */
const weights = {
  /** The share of what is asked that stands in the name. */
  name: 0.2,
  /** The share that stands in any wording, and in any wording or the text. */
  wording: 0.4,
  text: 0.35,
  /** The share that stands in many wordings: what is asked for again and again is meant. */
  often: 0.85,
  /** How near the nearest wording is, and on average the nearest three and six. */
  nearest: { 1: 0.4, 3: 0.75, 6: 0.45 },
  /** An explainer answers a question; but who types a term or a country by name wants its page. */
  kind: { explainer: 0, term: 0.1, country: 0.15, claim: 0, page: -0.06 } satisfies Record<
    ResultKind,
    number
  >,
};

/** At this many wordings with a word half of what there is to gain is gained (as in BM25). */
const halfOften = 1.2;

/** How much a word counts that no place has: most are chatter, some are what is asked about. */
const strangeWeight = 0.9;

/** @param places the places of an edition, with their stems */
export function createRanking(
  places: readonly PlaceWithStems[],
  language: SearchLanguage,
): Ranking {
  const known = places.map(({ place, wordings, text }) => {
    const { title, section = '', lead = '' } = place;
    return {
      place,
      wordings,
      often: countsOf(wordings.flat()),
      all: new Set([
        ...wordings.flat(),
        ...stemsIn(`${title} ${section} ${lead}`, language),
        ...text,
      ]),
    };
  });
  const standing = countsOf(known.flatMap(({ all }) => [...all]));
  /** How rare a stem is: what is on few places tells more (Robertson and Spärck Jones 1976). */
  const rarity = (stem: string): number => {
    const count = standing.get(stem) ?? 0;
    return Math.log(1 + (places.length - count + 0.5) / (count + 0.5));
  };
  const lengths = known.map(({ wordings }) =>
    wordings.map((wording) => sum(wording.map((stem) => rarity(stem)))),
  );
  const weightOf = ({ stems }: Slot): number => {
    const stem = [...stems.keys()].find((one) => standing.has(one));
    return stem === undefined ? rarity('') * strangeWeight : rarity(stem);
  };

  return (slots) => {
    const importance = slots.map(weightOf);
    const whole = sum(importance);
    if (whole === 0) return [];
    const share = (filled: (slot: Slot) => number): number =>
      sum(slots.map((slot, index) => filled(slot) * (importance[index] ?? 0))) / whole;

    return known
      .flatMap(({ place, wordings, often, all }, at) => {
        const coverage = share((slot) => fit(slot, (stem) => Number(all.has(stem))));
        if (coverage === 0) return [];
        const closeness = wordings
          .map((wording, index) => {
            const shared =
              whole * share((slot) => fit(slot, (stem) => Number(wording.includes(stem))));
            return (2 * shared) / (whole + Math.max(lengths[at]?.[index] ?? 0, shared));
          })
          .toSorted((a, b) => b - a);
        const [name = []] = wordings;
        const count = (stem: string): number => often.get(stem) ?? 0;
        const { nearest } = weights;
        const score =
          weights.name * share((slot) => fit(slot, (stem) => Number(name.includes(stem)))) +
          weights.wording * share((slot) => fit(slot, (stem) => Number(often.has(stem)))) +
          weights.text * coverage +
          weights.often *
            share((slot) => fit(slot, (stem) => count(stem) / (count(stem) + halfOften))) +
          nearest[1] * meanOf(closeness, 1) +
          nearest[3] * meanOf(closeness, 3) +
          nearest[6] * meanOf(closeness, 6) +
          weights.kind[place.kind];
        return [{ place, score, closeness: closeness[0] ?? 0, coverage, stems: all }];
      })
      .toSorted((a, b) => b.score - a.score);
  };
}

/** How well a text fills a slot. */
function fit({ stems }: Slot, strength: (stem: string) => number): number {
  let best = 0;
  for (const [stem, weight] of stems) best = Math.max(best, weight * strength(stem));
  return best;
}

/** The mean of the first numbers; where there are fewer, the others count as 0. */
function meanOf(numbers: readonly number[], count: number): number {
  return sum(numbers.slice(0, count)) / count;
}

function countsOf(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
