/**
 * A link to words on a page, as browsers find them again: a text fragment.
 * Form, encoding and search: https://wicg.github.io/scroll-to-text-fragment/
 */

/** What is looked for: the words, or where they begin and end, and what stands before and after. */
export interface TextFragment {
  readonly prefix?: string;
  readonly textStart: string;
  readonly textEnd?: string;
  readonly suffix?: string;
}

/** A piece of the page's text that nothing interrupts. Browsers find no words that cross its bounds. */
export interface Run {
  readonly text: string;
  /** Whether it is the number of a note, which changes with the page and is nothing to look for. */
  readonly isNumber?: boolean;
  /** What tells its paragraph from others. */
  readonly block?: unknown;
}

/** A place in the text: the number of the run, and of the letter in it. */
export interface Place {
  readonly run: number;
  readonly at: number;
}

interface Part {
  readonly run: number;
  readonly start: number;
  readonly end: number;
}

/** The longest text, in letters, that is named whole; of a longer one only its beginning and its end. */
const longest = 100;

/** How many words stand for the beginning of a text, and for its end. */
const endWords = 5;

/** How many words before and after a text may stand with it, to tell it from the same words elsewhere. */
const mostContext = 6;

/**
 * What follows the address of the page.
 *
 * @param section the id of the section of the words, where browsers go if the words are gone; or nothing
 */
export function addressOf(
  { prefix, textStart, textEnd, suffix }: TextFragment,
  section = '',
): string {
  const parts = [
    prefix && `${encode(prefix)}-`,
    encode(textStart),
    textEnd && encode(textEnd),
    suffix && `-${encode(suffix)}`,
  ];
  return `#${section}:~:text=${parts.filter(Boolean).join(',')}`;
}

/**
 * The syntax needs `-`, `,` and `&` encoded. So are the other signs that encodeURIComponent leaves as
 * they are: messengers take them at the end of an address for the end of a sentence.
 */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[-!'()*.~_]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * What leads to the words between two places, with as many words around them as are needed to tell
 * them from the same words elsewhere; whole words always. Where that is not enough, more of the
 * paragraph is marked. Nothing where there are no words, or where they cannot be told apart.
 *
 * @param runs the whole text of the page, in its order
 */
export function fragmentOf(
  runs: readonly Run[],
  from: Place,
  to: Place,
  language: string,
): TextFragment | undefined {
  const find = finder(runs, language);
  /** The place moved to the bound of its run, or into the next run of the paragraph. */
  const grown = (place: Place, step: 1 | -1): Place | undefined => {
    const text = runs[place.run]?.text ?? '';
    const at = step < 0 ? 0 : text.length;
    if (
      find
        .wordsOf(place.run)
        .some(({ start, end }) => (step < 0 ? start < place.at : end > place.at))
    ) {
      return { ...place, at };
    }
    const run = place.run + step;
    const next = runs[run];
    if (!next || next.block !== runs[place.run]?.block) return undefined;
    return { run, at: step < 0 ? 0 : next.text.length };
  };
  let start = from;
  let end = to;
  for (;;) {
    const found = find.fragment(start, end);
    if (typeof found !== 'string') return found;
    const earlier = found === 'start is ambiguous' ? grown(start, -1) : undefined;
    const later = earlier ? undefined : grown(end, 1);
    if (!earlier && !later) return undefined;
    start = earlier ?? start;
    end = later ?? end;
  }
}

type Ambiguity = 'start is ambiguous' | 'end is ambiguous';

/** Looks for words on a page as a browser will. */
function finder(runs: readonly Run[], language: string) {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const page = flatten(runs);

  const wordsOf = (run: number, start = 0, end = Infinity): Part[] =>
    [...segmenter.segment(runs[run]?.text ?? '')]
      .filter(({ isWordLike }) => isWordLike)
      .map(({ index, segment }) => ({ run, start: index, end: index + segment.length }))
      .filter((word) => word.end > start && word.start < end);

  const textOf = ({ run, start, end }: Part): string =>
    (runs[run]?.text ?? '').slice(start, end).replace(/\s+/g, ' ').trim();

  const needle = (...parts: (Part | undefined)[]): string =>
    parts.map((part) => (part ? plain(textOf(part)) : '')).join('');

  /**
   * What stands right before or after a part: words of its own run; where there are none, of the
   * nearest run with anything in it, as browsers ask that context is adjacent.
   */
  const beside = (part: Part, step: 1 | -1, count: number): Part | undefined => {
    if (count === 0) return undefined;
    const { length } = runs[part.run]?.text ?? '';
    const rest =
      step < 0
        ? { run: part.run, start: 0, end: part.start }
        : { run: part.run, start: part.end, end: length };
    const near = textOf(rest) === '' ? nearest(runs, part.run, step) : rest;
    if (!near) return undefined;
    const words = wordsOf(near.run, near.start, near.end);
    const [farthest] = step < 0 ? words.slice(-count) : words.slice(0, count).reverse();
    if (!farthest) return near;
    return step < 0 ? { ...near, start: farthest.start } : { ...near, end: farthest.end };
  };

  /** The words of the parts that there are. */
  const named = (
    parts: Record<'textStart', Part> & Partial<Record<keyof TextFragment, Part | undefined>>,
  ) =>
    Object.fromEntries(
      Object.entries(parts).flatMap(([name, part]) => (part ? [[name, textOf(part)]] : [])),
    ) as unknown as TextFragment;

  const fragment = (from: Place, to: Place): TextFragment | Ambiguity | undefined => {
    const words: Part[] = [];
    for (let run = from.run; run <= to.run; run++) {
      if (runs[run]?.isNumber) continue;
      const start = run === from.run ? from.at : undefined;
      words.push(...wordsOf(run, start, run === to.run ? to.at : undefined));
    }
    const [first] = words;
    const last = words.at(-1);
    if (!first || !last) return undefined;

    const isWhole =
      first.run === last.run && (last.end - first.start <= longest || words.length <= 2 * endWords);
    const opening = isWhole ? { ...first, end: last.end } : joined(words.slice(0, endWords), first);
    const closing = isWhole ? undefined : joined(words.slice(-endWords), last);
    const contexts = Array.from({ length: mostContext + 1 }, (_, count) => count);
    if (!closing) {
      for (const count of contexts) {
        const [prefix, suffix] = [beside(opening, -1, count), beside(opening, 1, count)];
        if (isOnce(page.text, needle(prefix, opening, suffix))) {
          return named({ prefix, textStart: opening, suffix });
        }
      }
      return 'start is ambiguous';
    }

    const before = contexts.find((count) =>
      isOnce(page.text, needle(beside(opening, -1, count), opening)),
    );
    if (before === undefined) return 'start is ambiguous';
    // Browsers take the first end that comes after the beginning.
    const begin = page.at(opening.run, opening.end);
    const end = page.at(closing.run, closing.start);
    const after = contexts.find(
      (count) => page.text.indexOf(needle(closing, beside(closing, 1, count)), begin) === end,
    );
    if (after === undefined) return 'end is ambiguous';
    return named({
      prefix: beside(opening, -1, before),
      textStart: opening,
      textEnd: closing,
      suffix: beside(closing, 1, after),
    });
  };

  return { wordsOf, fragment };
}

/** From the first of some words to the last, as far as they stand in the run of a given one. */
function joined(words: readonly Part[], { run }: Part): Part {
  const own = words.filter((word) => word.run === run);
  return { run, start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 };
}

/** The next run in a direction with anything in it. */
function nearest(runs: readonly Run[], from: number, step: 1 | -1): Part | undefined {
  for (let run = from + step; run >= 0 && run < runs.length; run += step) {
    const text = runs[run]?.text ?? '';
    if (plain(text) !== '') return { run, start: 0, end: text.length };
  }
  return undefined;
}

/** Browsers tell neither capitals nor kinds of white space apart. */
function plain(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}

/** The whole text without white space, and where a place of a run lies in it. */
function flatten(runs: readonly Run[]) {
  const starts: number[] = [];
  let text = '';
  for (const run of runs) {
    starts.push(text.length);
    text += plain(run.text);
  }
  const at = (run: number, letter: number): number =>
    (starts[run] ?? 0) + plain((runs[run]?.text ?? '').slice(0, letter)).length;
  return { text, at };
}

function isOnce(text: string, part: string): boolean {
  const first = text.indexOf(part);
  return first >= 0 && !text.includes(part, first + 1);
}
