/**
 * The particulars of a text, those that are easily got wrong and easily compared: figures, days,
 * months, years and countries. Pure; any text will do.
 */

/** What a text names, in a form in which two texts can be compared. */
export interface Particulars {
  /** Figures and years, without separators: `26`, `12000`, `2.5`. "Twenty-six" is `26`. */
  readonly figures: ReadonlySet<string>;
  /** Months, `january`. */
  readonly months: ReadonlySet<string>;
  /** Upper-case country codes, and the codes of groups: `GB`, `nato`. */
  readonly parties: ReadonlySet<string>;
}

/** The names of a party in running text, "United Kingdom" and "British" alike, with its code. */
export type PartyNames = ReadonlyMap<string, string>;

const months =
  'January February March April May June July August September October November December';
const monthPattern = new RegExp(`\\b(${months.replaceAll(' ', '|')})\\b`, 'gu');

/** "One" and "two" count things in passing too often to compare. */
const units =
  'three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const written = new Map<string, number>([
  ...units.map((word, index) => [word, index + 3] as const),
  ...tens.flatMap((ten, index) => {
    const value = (index + 2) * 10;
    const compounds = ['one', 'two', ...units.slice(0, 7)].map(
      (unit, more) => [`${ten}-${unit}`, value + more + 1] as const,
    );
    return [[ten, value] as const, ...compounds];
  }),
]);
const writtenPattern = new RegExp(`\\b(${[...written.keys()].toReversed().join('|')})\\b`, 'giu');

/** "EU Article 42(7)", "part four", "Resolution 1031": names, not amounts, but they must agree too. */
const figurePattern = /\p{N}+(?:[.,\u00a0\u202f]\p{N}+)*/gu;

/**
 * Finds the particulars of a text.
 *
 * @param text plain text
 * @param names the names of countries and groups to look for
 */
export function particularsOf(text: string, names: PartyNames): Particulars {
  const figures = new Set<string>();
  for (const [found] of text.matchAll(figurePattern)) figures.add(plainFigure(found));
  for (const [found] of text.matchAll(writtenPattern)) {
    figures.add(String(written.get(found.toLowerCase())));
  }
  return {
    figures,
    months: new Set(Array.from(text.matchAll(monthPattern), ([found]) => found.toLowerCase())),
    parties: partiesIn(text, names),
  };
}

/** "12,000" is 12000, "1.5" stays: a comma before three digits separates thousands. */
function plainFigure(figure: string): string {
  return figure.replace(/[,\u00a0\u202f](?=\p{N}{3}(?!\p{N}))/gu, '');
}

function partiesIn(text: string, names: PartyNames): Set<string> {
  const parties = new Set<string>();
  for (const [name, code] of names) {
    if (text.includes(name) && new RegExp(`(?<!\\p{L})${name}(?!\\p{L})`, 'u').test(text)) {
      parties.add(code);
    }
  }
  return parties;
}

/** The particulars of several texts together. */
export function together(all: readonly Particulars[]): Particulars {
  return {
    figures: new Set(all.flatMap(({ figures }) => [...figures])),
    months: new Set(all.flatMap(({ months: found }) => [...found])),
    parties: new Set(all.flatMap(({ parties }) => [...parties])),
  };
}
