/** Spelling by the site's own vocabulary. */

/** A word shorter than this is not corrected: too many others are as near. In letters. */
export const shortest = 4;

/** From this length on two mistakes are borne. In letters. */
const longEnoughForTwo = 8;

/** Gives the words that a mistyped word may stand for, the likeliest first; only the nearest ones. */
export type Spelling = (word: string) => string[];

/**
 * Spelling by a vocabulary. A word is near another where one letter is lost, added, changed or
 * swapped (two in a word of eight letters or more, if the first letter is right).
 *
 * @param vocabulary every word that is right, the commonest first
 * @param regularForms further forms of a word, which count only where no word itself is near
 */
export function createSpelling(
  vocabulary: Iterable<string>,
  regularForms: (word: string) => readonly string[] = () => [],
): Spelling {
  const words = [...vocabulary].filter((word) => word.length >= shortest);
  const spelt = withLetters(words);
  const forms = withLetters([...new Set(words.flatMap((word) => regularForms(word)))]);
  return (word) => {
    if (word.length < shortest || /\p{N}/u.test(word)) return [];
    const near = nearest(word, spelt);
    return near.length > 0 ? near : nearest(word, forms);
  };
}

/** A word that is right, with its letters and its place in the vocabulary. */
interface Listed {
  readonly word: string;
  readonly letters: number;
  readonly at: number;
}

/** Words by their length: only those that are about as long as another can be near it. */
type ByLength = ReadonlyMap<number, readonly Listed[]>;

function withLetters(words: readonly string[]): ByLength {
  const byLength = new Map<number, Listed[]>();
  for (const [at, word] of words.entries()) {
    const alike = byLength.get(word.length);
    const listed = { word, letters: lettersOf(word), at };
    if (alike) alike.push(listed);
    else byLength.set(word.length, [listed]);
  }
  return byLength;
}

function nearest(word: string, listed: ByLength): string[] {
  const own = lettersOf(word);
  const near: { word: string; edits: number; cost: number; at: number }[] = [];
  const mostOfAll = word.length >= longEnoughForTwo ? 2 : 1;
  for (let more = -mostOfAll; more <= mostOfAll; more += 1) {
    for (const { word: known, letters, at } of listed.get(word.length + more) ?? []) {
      const sameFirst = known[0] === word[0];
      const most = sameFirst ? mostOfAll : 1;
      if (Math.abs(more) > most) continue;
      // An edit takes one letter away and brings one in: a cheap look that rules nearly all out.
      if (hasMoreBits(own ^ letters, 2 * most)) continue;
      const edits = editsWithin(word, known, most);
      if (edits === undefined) continue;
      // Nearer words first, then such with the same first letter, then such of the same length.
      const cost = edits * 4 + (sameFirst ? 0 : 2) + (more === 0 ? 0 : 1);
      near.push({ word: known, edits, cost, at });
    }
  }
  const least = Math.min(...near.map(({ edits }) => edits));
  return near
    .filter(({ edits }) => edits === least)
    .toSorted((a, b) => a.cost - b.cost || a.at - b.at)
    .map(({ word: known }) => known);
}

/** Which letters a word has, as bits; some letters share one. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) % 32);
  return letters;
}

function hasMoreBits(bits: number, most: number): boolean {
  let rest = bits;
  for (let count = 0; count < most && rest !== 0; count += 1) rest &= rest - 1;
  return rest !== 0;
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
