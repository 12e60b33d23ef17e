/** Spelling by the site's own vocabulary. */

/** A word shorter than this is not corrected: too many others are as near. In letters. */
const shortest = 4;

/** From this length on two mistakes are borne. In letters. */
const longEnoughForTwo = 8;

/**
 * The word of a vocabulary that a mistyped word most likely stands for.
 *
 * @param word a word that is not in the vocabulary
 * @param vocabulary every word that is right
 * @returns undefined where none is near: more than one letter lost, added, changed or swapped (two
 *   in a word of eight letters or more, if the first letter is right)
 */
export function corrected(word: string, vocabulary: Iterable<string>): string | undefined {
  if (word.length < shortest || /\p{N}/u.test(word)) return undefined;
  let best: { word: string; cost: number } | undefined;
  for (const known of vocabulary) {
    if (known.length < shortest) continue;
    const sameFirst = known[0] === word[0];
    const most = word.length >= longEnoughForTwo && sameFirst ? 2 : 1;
    const edits = editsWithin(word, known, most);
    if (edits === undefined) continue;
    // Nearer words first, then such with the same first letter, then such of the same length.
    const cost = edits * 4 + (sameFirst ? 0 : 2) + (known.length === word.length ? 0 : 1);
    if (!best || cost < best.cost) best = { word: known, cost };
  }
  return best?.word;
}

/**
 * How many letters must be lost, added, changed or swapped with their neighbour to make one word of
 * another (optimal string alignment; Damerau 1964).
 *
 * @returns undefined where it takes more than `most`
 */
export function editsWithin(from: string, to: string, most: number): number | undefined {
  if (Math.abs(from.length - to.length) > most) return undefined;
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const same = from[i - 1] === to[j - 1];
      let edits = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      next.push(edits);
    }
    if (Math.min(...next) > most) return undefined;
    before = row;
    row = next;
  }
  const edits = row[to.length] ?? 0;
  return edits <= most ? edits : undefined;
}
