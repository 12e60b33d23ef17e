import { distance } from 'fastest-levenshtein';

/**
 * The ids most like one that does not exist, for an error message.
 *
 * @param wanted the id that was not found
 * @param known every id that exists
 * @returns at most three, nearest first; none when nothing is similar
 */
export function nearest(wanted: string, known: Iterable<string>): string[] {
  const limit = Math.max(3, Math.floor(wanted.length * 0.45));
  return [...known]
    .map((candidate) => ({ candidate, edits: distance(wanted, candidate) }))
    .filter(
      ({ candidate, edits }) => edits <= limit && edits < Math.max(wanted.length, candidate.length),
    )
    .toSorted((a, b) => a.edits - b.edits || a.candidate.localeCompare(b.candidate, 'en'))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** The remedy of an unknown id: "Did you mean a, b or c?", or where the ids are listed. */
export function suggestion(wanted: string, known: Iterable<string>, listedIn: string): string {
  const candidates = nearest(wanted, known);
  if (candidates.length === 0) return `Nothing similar exists; the ids are in ${listedIn}.`;
  return `Did you mean ${new Intl.ListFormat('en', { type: 'disjunction' }).format(candidates)}?`;
}
