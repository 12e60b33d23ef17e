/**
 * Sentences and words of English prose, as a reader counts them. Everything here is pure, never
 * throws, whatever the text, and takes time in proportion to the length of the text.
 */

/**
 * Words that begin a sentence more often than they begin or continue a name, as they are written
 * at the beginning of a sentence. After an abbreviation that may or may not end a sentence ("the
 * U.S.") they decide that it does. Their capital never makes them a name.
 */
export const sentenceOpeners: ReadonlySet<string> = new Set(
  (
    'A After All Also Although An And Any Are As At Because Before Both But By Can Could Did Do ' +
    'Does During Each Even Every For From Had Has Have He Her Here His How However I If In Is It ' +
    'Its Many May Most Must My No Nobody Not Now Of On One Only Or Other Our She Should Since So ' +
    'Some Such That The Their Then There These They This Those To Today Two Under Until Was We ' +
    'Were What When Where Which While Who Why Will With Without Would Yes Yet You Your'
  ).split(' '),
);

/** Abbreviations that never end a sentence: something always follows. */
const neverLast = abbreviations(
  'mr mrs ms mx messrs dr prof gen lt col maj sgt capt cmdr adm sen rep gov pres rev hon mt ' +
    'e.g eg i.e ie cf viz vs approx ca',
);

/** Abbreviations that stand before a figure ("No. 42") and end a sentence before anything else. */
const beforeFigure = abbreviations(
  'no nos art arts sec sect para paras pp fig figs ch chap vol res doc reg ver ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec',
);

/** Abbreviations that end a sentence only when a word of `sentenceOpeners` follows. */
const sometimesLast = abbreviations('st inc ltd co corp jr sr dept govt ph.d');

/** A list of words as a set of abbreviations, each with its closing stop. */
function abbreviations(list: string): ReadonlySet<string> {
  return new Set(list.split(' ').map((word) => `${word}.`));
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * Ends of sentences that the segmenter passes over: before a figure ("in 2014. 42 states"), after
 * "…", and after the mark of a note ("end.[1] Next").
 */
const passedOver = /[.!?…]["'”’»)\]]*(?:\[\d{1,3}\])* (?=["'“‘«([]*[\p{Lu}\d\p{Sc}])/gu;

/**
 * Splits English prose into sentences.
 *
 * `Intl.Segmenter` (Unicode Standard Annex 29) proposes the ends; they are then mended by rule:
 * "Mr.", "No. 5", "e.g.", "St.", "U.S." and initials do not end a sentence where it goes on, nor
 * does a question in quotation marks before "he asked"; a full stop before a figure does. Where
 * only the sense can tell ("in the U.S. Senate", "in the U.S. Nobody"), the next word decides.
 *
 * @param text one or more paragraphs of plain text; a blank line ends a sentence, a single line
 *   break is a space
 * @returns the sentences in order, trimmed, white space within them reduced to single spaces; no
 *   other character is lost or changed. Text without letters or digits joins the sentence beside
 *   it. Empty for empty text.
 */
export function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  for (const paragraph of text.split(/\n\s*\n/u)) {
    const line = paragraph.replace(/\s+/gu, ' ').trim();
    if (line !== '') for (const sentence of sentencesOfLine(line)) sentences.push(sentence);
  }
  return sentences;
}

/** The sentences of one paragraph in which every white space is a single space. */
function sentencesOfLine(line: string): string[] {
  const cuts = new Set<number>();
  for (const { index } of segmenter.segment(line)) if (line[index - 1] === ' ') cuts.add(index);
  for (const found of line.matchAll(passedOver)) cuts.add(found.index + found[0].length);

  const sentences: string[] = [];
  let start = 0;
  let carried = '';
  const close = (end: number): void => {
    const piece = carried + line.slice(start, end);
    const last = sentences.length - 1;
    start = end;
    carried = '';
    if (/[\p{L}\p{N}]/u.test(piece)) sentences.push(piece);
    else if (last >= 0) sentences[last] = (sentences[last] ?? '') + piece;
    else carried = piece;
  };
  for (const cut of [...cuts].sort((one, other) => one - other)) {
    if (isEnd(line, start, cut)) close(cut);
  }
  close(line.length);
  if (carried !== '') sentences.push(carried);
  return sentences.map((sentence) => sentence.trim());
}

/**
 * Whether a sentence ends before `cut`, the place of the first character after a space.
 *
 * @param start where the sentence begins
 */
function isEnd(line: string, start: number, cut: number): boolean {
  const before = line.slice(line.lastIndexOf(' ', cut - 2) + 1, cut - 1);
  const after = line.slice(cut, cut + 40);

  // "1. Go home": the number of a list item.
  if (start === 0 && before.length === cut - 1 && /^[([]?\d{1,3}[.)\]]{1,2}$/u.test(before)) {
    return false;
  }
  // "“Who?” he asked."
  if (/[!?]["'”’»)\]]{1,3}$/u.test(before.slice(-4)) && /^["'“‘«([]{0,3}\p{Ll}/u.test(after)) {
    return false;
  }
  if (before.length > 24) return true;

  const abbreviation = /(?:^|[^\p{L}.])((?:\p{L}+\.)+)["'”’»)\]]*$/u.exec(before)?.[1];
  if (abbreviation === undefined) return true;
  const known = abbreviation.toLowerCase();
  if (neverLast.has(known)) return false;
  if (beforeFigure.has(known) && /^["'“‘«([§]*\d/u.test(after)) return false;
  // Initials and dotted short forms: "J.", "U.S.", "p.m.".
  if (sometimesLast.has(known) || /^(?:\p{L}\.)+$/u.test(abbreviation)) {
    const next = /^["'“‘«([]*(\p{L}+)(\.?)/u.exec(after);
    return next !== null && next[2] === '' && sentenceOpeners.has(next[1] ?? '');
  }
  return true;
}

/**
 * The words of a text as a reader counts them: what stands between spaces or long dashes and holds
 * a letter or a digit. "42(7)", "€90", "two-country" and "don’t" are one word each; a lone dash or
 * a lone "€" is none.
 *
 * @param text plain text
 * @returns the words in order, without the punctuation around them ("€", "%" and the like stay)
 */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const piece of text.split(/[\s—―]+/u)) {
    const core = /[\p{L}\p{N}\p{Sc}](?:.*[\p{L}\p{N}\p{M}\p{Sc}%‰°])?/su.exec(piece);
    if (core === null || !/[\p{L}\p{N}]/u.test(core[0])) continue;
    let word = core[0];
    const next = piece[core.index + word.length];
    // The bracket of "42(7)" and the last stop of "U.S." belong to the word.
    if (next === ')' && word.includes('(')) word += next;
    else if (next === '.' && /^(?:\p{L}\.)+\p{L}$/u.test(word)) word += next;
    words.push(word);
  }
  return words;
}
