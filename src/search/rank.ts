/** Which places answer what is asked, the best first. */
import type { Interpretation, Slot, Vocabulary } from './interpret.ts';
import type { Place } from './lexicon.ts';
import type { ResultKind } from './kinds.ts';
import { stemsIn } from './words.ts';

/** A place with how well it answers, from 0 to about 1. */
export interface Ranked {
  readonly place: Place;
  readonly score: number;
  /** How near what is asked is to one of the wordings, from 0 to 1. */
  readonly closeness: number;
  /** How much of what is asked the place speaks of, from 0 to 1. */
  readonly coverage: number;
}

/** Ranks places; made once for each edition. */
export interface Ranking {
  /** Every place that speaks of something that is asked, the best first. */
  rank(asked: Interpretation): Ranked[];
  /** How rare a slot is: what is on few places tells more (Robertson and Spärck Jones 1976). */
  rarity(slot: Slot): number;
}

/** An explainer answers a question; a term, a claim and a country only speak of it. */
const advantage: Readonly<Record<ResultKind, number>> = {
  explainer: 0.06,
  term: 0.02,
  country: 0.02,
  claim: 0,
  page: 0,
};

/** How much it counts that a word stands in a wording that is not the name or title. */
const wordingWeight = 0.9;

/** How much it counts that a word stands only in what a place says first, or further down. */
const leadWeight = 0.6;
const bodyWeight = 0.4;

/** How much the score is what a place speaks of, and how much how near one wording is. */
const coverageShare = 0.6;

/** How much a word counts that no place has: most are chatter, some are what is asked about. */
const strangeWeight = 0.9;

export function createRanking(places: readonly Place[], { language }: Vocabulary): Ranking {
  const known = places.map((place) => ({
    place,
    wordings: place.wordings.map((wording) => new Set(wording.split(' '))),
    lead: new Set(stemsIn(`${place.title} ${place.section ?? ''} ${place.lead}`, language)),
    body: new Set(place.body?.split(' ')),
  }));
  const standing = new Map<string, number>();
  for (const { wordings, lead, body } of known)
    for (const stem of new Set([...wordings.flatMap((wording) => [...wording]), ...lead, ...body]))
      standing.set(stem, (standing.get(stem) ?? 0) + 1);

  const rarityOf = (stem: string): number => {
    const count = standing.get(stem) ?? 0;
    return Math.log(1 + (places.length - count + 0.5) / (count + 0.5));
  };
  const rarity = ({ stems }: Slot): number => {
    const [typed = '', ...others] = stems.keys();
    const stem = [typed, ...others].find((one) => standing.has(one));
    return stem === undefined ? rarityOf('') * strangeWeight : rarityOf(stem);
  };

  const rank = ({ slots }: Interpretation): Ranked[] => {
    const weights = slots.map(rarity);
    const whole = sum(weights);
    if (whole === 0) return [];
    return known
      .map(({ place, wordings, lead, body }) => {
        const matches = wordings.map((wording) => slots.map((slot) => fit(slot, wording)));
        const inText = slots.map((slot) =>
          Math.max(fit(slot, lead) * leadWeight, fit(slot, body) * bodyWeight),
        );
        const best = slots.map((_, index) =>
          Math.max(
            inText[index] ?? 0,
            ...matches.map((match, at) => (match[index] ?? 0) * (at === 0 ? 1 : wordingWeight)),
          ),
        );
        const coverage = sum(best.map((match, index) => match * (weights[index] ?? 0))) / whole;
        const closeness = Math.max(
          0,
          ...matches.map((match, index) => {
            const shared = sum(match.map((one, slot) => one * (weights[slot] ?? 0)));
            const wording = sum([...(wordings[index] ?? [])].map(rarityOf));
            return (2 * shared) / (whole + Math.max(wording, shared));
          }),
        );
        const score =
          coverage === 0
            ? 0
            : coverage * coverageShare + closeness * (1 - coverageShare) + advantage[place.kind];
        return { place, score, closeness, coverage };
      })
      .filter(({ score }) => score > 0)
      .toSorted((a, b) => b.score - a.score);
  };
  return { rank, rarity };
}

/** How well a text fills a slot. */
function fit({ stems }: Slot, text: ReadonlySet<string>): number {
  let best = 0;
  for (const [stem, weight] of stems) if (weight > best && text.has(stem)) best = weight;
  return best;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
