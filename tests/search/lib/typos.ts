/**
 * Slips of the finger, made by machine so that nobody chooses the ones a search can mend. The four
 * kinds are those of Damerau (1964), which he found to be four in five of all misspellings.
 */
import type { JudgedQuery } from './judged.ts';
import { hashOf, randomFrom, shuffled } from './random.ts';

export const slips = ['insert', 'delete', 'substitute', 'transpose'] as const;

export type Slip = (typeof slips)[number];

/** A query with a slip in one of its words; it has the answers of the query without it. */
export interface TypoQuery extends Omit<JudgedQuery, 'class'> {
  readonly class: 'typo';
  /** The query that was meant. */
  readonly meant: string;
  readonly slip: Slip;
}

/** A query to be asked: judged, or made from a judged one. */
export type BenchQuery = JudgedQuery | TypoQuery;

export type Split = 'tune' | 'held-out';

/** Which queries get a slip. */
const slipped = new Set<string>(['keyword', 'synonym', 'country', 'question']);

/** The shortest word that gets a slip, in letters: a shorter one often becomes another word. */
const shortestWord = 5;

const alphabets = ['abcdefghijklmnopqrstuvwxyz', 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'];

/**
 * Makes a slip in a word, at any place, the first letter included.
 *
 * @param word of at least two letters
 * @param random gives numbers from 0 up to, but not, 1
 * @returns the word with the slip; undefined where none changes it (transposing "aa")
 */
export function slipIn(word: string, slip: Slip, random: () => number): string | undefined {
  const letters = Array.from(word);
  const pick = (count: number) => Math.floor(random() * count);
  const letter = (unlike: string | undefined) => {
    const alphabet = alphabets.find((one) => letters.some((l) => one.includes(l.toLowerCase())));
    const choice = Array.from(alphabet ?? '').filter((one) => one !== unlike?.toLowerCase());
    return choice[pick(choice.length)];
  };
  if (slip === 'transpose') {
    const places = letters.keys().filter((at) => at > 0 && letters[at] !== letters[at - 1]);
    const possible = [...places];
    const at = possible[pick(possible.length)];
    if (at === undefined) return undefined;
    return [
      ...letters.slice(0, at - 1),
      letters[at],
      letters[at - 1],
      ...letters.slice(at + 1),
    ].join('');
  }
  const at = pick(letters.length + (slip === 'insert' ? 1 : 0));
  if (slip === 'delete') return letters.toSpliced(at, 1).join('');
  const put = letter(slip === 'substitute' ? letters[at] : undefined);
  if (put === undefined) return undefined;
  return letters.toSpliced(at, slip === 'insert' ? 0 : 1, put).join('');
}

/**
 * Queries with one slip each, of a kind that chance chooses; the same seed gives the same slips.
 *
 * @param count how many at most; fewer where fewer queries have a word that is long enough
 */
export function typosOf(queries: readonly JudgedQuery[], count: number, seed: string): TypoQuery[] {
  const known = new Set(queries.map(({ query }) => query));
  return shuffled(
    queries.filter((one) => slipped.has(one.class) && longWords(one.query).length > 0),
    seed,
    ({ query }) => query,
  )
    .flatMap((judged): TypoQuery[] => {
      const { query } = judged;
      const random = randomFrom(`${seed}\n${query}`);
      const slip = slips[hashOf(`slip\n${seed}\n${query}`) % slips.length] ?? 'insert';
      const words = longWords(query);
      const word = words[Math.floor(random() * words.length)];
      const wrong = word && slipIn(word[0], slip, random);
      if (!word || wrong === undefined) return [];
      const typed = query.slice(0, word.index) + wrong + query.slice(word.index + word[0].length);
      if (known.has(typed)) return [];
      return [{ ...judged, query: typed, class: 'typo', meant: query, slip }];
    })
    .slice(0, count);
}

function longWords(query: string): RegExpExecArray[] {
  return [...query.matchAll(/[\p{L}\p{M}]+/gu)].filter(
    ([word]) => Array.from(word).length >= shortestWord,
  );
}

/**
 * Divides queries into halves, class by class. Tune the search on one half only: the other shows
 * whether it got better or only learnt the queries.
 */
export function splitOf<Query extends { readonly query: string; readonly class: string }>(
  queries: readonly Query[],
  seed: string,
): Record<Split, Query[]> {
  const halves: Record<Split, Query[]> = { tune: [], 'held-out': [] };
  const classes = Object.entries(Object.groupBy(queries, (one) => one.class));
  for (const [name, members = []] of classes) {
    const order = shuffled(members, `${seed}\n${name}`, ({ query }) => query);
    const half = Math.ceil(order.length / 2);
    halves.tune.push(...order.slice(0, half));
    halves['held-out'].push(...order.slice(half));
  }
  return halves;
}

/** The seed of the bench: another one gives other slips and other halves. */
export const benchSeed = 'guarantees';

/**
 * Everything the bench asks: the judged queries in halves, and in each half slips of that half's own
 * queries, so that no query is tuned on and then asked again with a slip.
 *
 * @param typoCount how many slips in all
 */
export function benchQueries(
  judged: readonly JudgedQuery[],
  typoCount = 60,
  seed = benchSeed,
): Record<Split, BenchQuery[]> {
  const halves = splitOf(judged, seed);
  const withTypos = (half: JudgedQuery[]) => [
    ...half,
    ...typosOf(half, Math.floor(typoCount / 2), seed),
  ];
  return { tune: withTypos(halves.tune), 'held-out': withTypos(halves['held-out']) };
}
