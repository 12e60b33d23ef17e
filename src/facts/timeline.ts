import type { Fact } from '../ledger/schemas.ts';

/** Facts of one year, in order. */
export interface TimelineYear {
  readonly year: string;
  readonly facts: Fact[];
}

/** A fact with the day it belongs to. */
type DatedFact = Fact & { readonly asOf: string };

/**
 * The story in order of dates: every dated event, and every dated commitment that belongs to no
 * single country's page. Rules, figures, opinions and gaps have a date but are no steps in a story.
 */
export function timelineOf(facts: readonly Fact[]): TimelineYear[] {
  const steps = facts
    .filter((fact): fact is DatedFact => fact.asOf !== null)
    .filter(({ type, topic }) => type === 'event' || (type === 'commitment' && !topic))
    .toSorted((a, b) => a.asOf.localeCompare(b.asOf));
  const years = new Map<string, Fact[]>();
  for (const fact of steps) {
    const year = fact.asOf.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), fact]);
  }
  return [...years].map(([year, inYear]) => ({ year, facts: inYear }));
}
