/** Whether a query speaks of what the site speaks of, or of something else with the same words. */
import type { Slot } from './interpret.ts';
import type { SearchLanguage } from './languages/language.ts';
import type { Known } from './lexicon.ts';

/** What a word counts that the site does not have: as one asked seven times as often elsewhere. */
const strange = -2;

/** Added to every count, so that a word never seen is not impossible. */
const smoothing = 0.5;

/**
 * What the parts of familiarity count beside the score of the best place, which counts 1. Found by
 * logistic regression on the queries for tuning (`docs/search.md`).
 */
const weights = { odds: 0.4, here: -0.19 };

/**
 * How much likelier the words of a query are in questions to this site than in questions to others,
 * from their log-odds, as in a naive Bayes classifier (Maron 1961). Words that are common in both
 * tell less than the odds say, so how common they are here counts against them.
 */
export type Familiarity = (slots: readonly Slot[]) => number;

/** @param known the wordings of the site's places, and how often each stem is asked for elsewhere */
export function createFamiliarity(
  { places, elsewhere }: Pick<Known, 'places' | 'elsewhere'>,
  language: SearchLanguage,
): Familiarity {
  const here = new Map<string, number>();
  const all = places.flatMap(({ wordings }) => wordings);
  for (const stem of all.flat()) here.set(stem, (here.get(stem) ?? 0) + 1);
  const oddsOf = (stem: string): number =>
    Math.log(
      (((here.get(stem) ?? 0) + smoothing) / all.length) *
        (elsewhere.queries / ((elsewhere.counts.get(stem) ?? 0) + smoothing)),
    );
  return (slots) => {
    if (slots.length === 0 || elsewhere.queries === 0) return 0;
    const stems = slots.map(({ word, known, readings: [likeliest = word] }) =>
      known ? language.stem(likeliest) : undefined,
    );
    const odds = stems.map((stem) => (stem === undefined ? strange : oddsOf(stem)));
    const common = stems.map((stem) => Math.log(1 + (here.get(stem ?? '') ?? 0)));
    return weights.odds * mean(odds) + weights.here * mean(common);
  };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
