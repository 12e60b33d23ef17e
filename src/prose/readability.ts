/**
 * How many years of school a page asks of its reader. Two formulas are used: one counts syllables,
 * the other letters; a page is easy enough only where both say so. Everything here is pure, never
 * throws, and takes time in proportion to the length of the text.
 *
 * A grade is a year of school in the United States; grade 1 is for children of six to seven years.
 * WCAG 2.2 success criterion 3.1.5, "Reading Level", asks for text that needs no more than lower
 * secondary education "after removal of proper names and titles". Its understanding document puts
 * the limit at nine years of school, that is grade 9:
 * https://www.w3.org/WAI/WCAG22/Understanding/reading-level.html
 *
 * Both formulas were fitted to whole pages of English. Below about 100 words a grade says little;
 * for a few short words it may be negative.
 */
import { automatedReadability } from 'automated-readability';
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

import { sentenceOpeners, sentencesOf, wordsOf } from './sentences.ts';

/** What was measured of a page, after proper names and titles were taken out. */
export interface Readability {
  /** Words left; every figure and every date is one. */
  words: number;
  /** Sentences left. */
  sentences: number;
  /**
   * Flesch-Kincaid grade level, in US school grades:
   * 0.39 × words / sentences + 11.8 × syllables / words − 15.59.
   *
   * Kincaid, Fishburne, Rogers and Chissom, "Derivation of New Readability Formulas", Research
   * Branch Report 8-75, Naval Technical Training Command, 1975.
   */
  fleschKincaid: number;
  /**
   * Automated Readability Index, in US school grades:
   * 4.71 × letters and digits / words + 0.5 × words / sentences − 21.43.
   *
   * Smith and Senter, "Automated Readability Index", AMRL-TR-66-220, Aerospace Medical Research
   * Laboratories, 1967.
   */
  automated: number;
  /** The higher of the two. 0 where no sentence is left. */
  grade: number;
}

/** Stand in the text for a name and for a figure. Private characters: no language uses them. */
const NAME = '\uE000';
const FIGURE = '\uE001';

/** The word as which every figure and date is counted: one syllable, three letters. */
const figureWord = 'ten';

const dayOfMonth = '\\d{1,2}(?:st|nd|rd|th)?(?![\\d\\p{L}])';
const days = `${dayOfMonth}(?: ?[-–] ?${dayOfMonth})?`;
const weekday = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const month =
  '(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)' +
  '(?!\\p{L})|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?!\\p{L})\\.?)';

/**
 * "6 January 2026", "Tuesday, 6 January", "January 6, 2026", "6–8 January", "January 2026", and
 * the name of a weekday or a month alone. "March" and "May" alone are left: they may be verbs.
 */
const date =
  `(?:${weekday},? )?(?:${days} (?:of )?${month}(?:,? \\d{4}(?!\\d))?` +
  `|${month} ${days}(?:,? \\d{4}(?!\\d))?|${month},? \\d{4}(?!\\d))` +
  `|(?:${weekday}s?|January|February|April|June|July|August|September|October|November|December)` +
  '(?!\\p{L})';

const code = '(?:EUR|USD|GBP|UAH|CHF)';
const unit =
  '(?:%|‰|°[CF]?|\\p{Sc}|' +
  `(?:${code}|[kcm]?m[²³]?|[km]?g|ha|[kMGT]?Wh?|[kMGT]B)(?![\\p{L}\\p{N}]))`;

/** "90", "€90", "$1.5bn", "90 %", "100 000", "42(7)", "2014–2022", "10:30", "5th", "1990s". */
const figure =
  `(?:(?:${code}|\\p{Lu}{0,3}\\p{Sc}) ?)?[-−+±~≈<>≤≥#§]?` +
  '(?:\\d{1,3}(?: \\d{3}(?!\\d))+|\\d+)(?:[.,:/–−-]\\d+)*(?:\\((?:\\d{1,3}|\\p{Ll})\\))*' +
  `(?: ?${unit}|\\p{L}{1,3}(?![\\p{L}\\p{N}])|(?![\\p{L}\\p{N}]))`;

const figureOrDate = new RegExp(`(?<![\\p{L}\\p{N}\\p{M}])(?:${date}|${figure})`, 'gu');

/**
 * Measures how hard a page is to read.
 *
 * What is done to each sentence first, and why:
 *
 * - Names are taken out, as WCAG 2.2 success criterion 3.1.5 says: a reader need not be able to
 *   decode "Zelenskyy" to follow the sentence, and an author cannot choose an easier word. A name
 *   is replaced by nothing, not by a pronoun: a word put in for it would be a word that the author
 *   did not write, and a page full of names would be measured by the easiest word there is. Where
 *   nothing but names and figures is left (a list of countries), the sentence does not stand: it
 *   is not counted, lest empty sentences make the rest look short.
 * - A figure with its sign of currency or unit, and a date, is one short word ("ten"), so that its
 *   digits are not counted as letters. "billion" after a figure is a word of its own.
 *
 * A name is (1) any of `names`, and (2) any run of capitalised words, "of" and "of the" between
 * them included, that does not begin a sentence or a quoted speech. The capital of the first word
 * says nothing, so it stays: give names that begin sentences in `names`. "I" and common words
 * (`sentenceOpeners`) are never names by their capital; of "EU-wide" only "wide" stays.
 * A block written all in capitals loses all but its first word: give it in small letters.
 *
 * @param blocks paragraphs and list items as plain text, without marks of notes; a block without
 *   closing punctuation is one sentence
 * @param names proper names and titles; matched as whole words, longest first, in the case in which
 *   they are given, with a possessive ’s; empty ones are passed over
 * @returns the counts and the grades (not rounded); all 0 where no sentence is left
 */
export function readability(blocks: readonly string[], names: readonly string[]): Readability {
  const given = patternOf(names);
  /** Syllables of the words met so far: most words of a page come more than once. */
  const known = new Map<string, number>();
  let words = 0;
  let sentences = 0;
  let syllables = 0;
  let characters = 0;
  for (const block of blocks) {
    for (const sentence of sentencesOf(withoutMarks(block))) {
      const left = wordsLeft(sentence.replace(given, NAME).replace(figureOrDate, FIGURE));
      if (left.length === 0) continue;
      sentences += 1;
      words += left.length;
      for (const word of left) {
        const count = known.get(word) ?? syllablesOf(word);
        known.set(word, count);
        syllables += count;
        characters += word.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
      }
    }
  }
  if (sentences === 0) {
    return { words: 0, sentences: 0, fleschKincaid: 0, automated: 0, grade: 0 };
  }
  const bySyllables = fleschKincaid({ word: words, sentence: sentences, syllable: syllables });
  const byLetters = automatedReadability({
    word: words,
    sentence: sentences,
    character: characters,
  });
  return {
    words,
    sentences,
    fleschKincaid: bySyllables,
    automated: byLetters,
    grade: Math.max(bySyllables, byLetters),
  };
}

/** The text without the two private characters. */
function withoutMarks(text: string): string {
  return text.replace(/[\uE000\uE001]/gu, ' ');
}

/** A pattern that finds the given names, the longest first, each with its possessive ending. */
function patternOf(names: readonly string[]): RegExp {
  const sources = names
    .map((name) => withoutMarks(name).replace(/\s+/gu, ' ').trim())
    .filter((name) => name !== '')
    .sort((one, other) => other.length - one.length)
    .map((name) =>
      name
        .replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
        .replace(/['’]/gu, "['’]")
        .replace(/[-‑]/gu, '[-‑]'),
    );
  if (sources.length === 0) return /(?!)/gu;
  return new RegExp(
    `(?<![\\p{L}\\p{N}\\p{M}])(?:${sources.join('|')})(?![\\p{L}\\p{N}\\p{M}])` +
      "(?:['’]s(?![\\p{L}\\p{N}])|(?<=s)['’])?",
    'gu',
  );
}

/**
 * The words to be counted of one sentence in which the given names, the dates and the figures have
 * been marked; none where nothing but names and figures is left.
 */
function wordsLeft(marked: string): string[] {
  const left: string[] = [];
  /** "of", "of the" after a name: part of the name if another part follows. */
  let held: string[] = [];
  let afterName = false;
  /** Whether the next word begins the sentence, so that its capital says nothing. */
  let opening = true;
  let beforeSpeech = false;
  let stands = false;

  for (const piece of marked.split(/[\s—―]+/u)) {
    if (afterName && (piece === 'of' || (piece === 'the' && held.length === 1))) {
      held.push(piece);
      continue;
    }
    if (beforeSpeech && /^["'“‘«]/u.test(piece)) opening = true;
    const isGiven = piece.includes(NAME);
    const rest = opening && !isGiven ? piece : withoutCapitals(piece);
    const isName = isGiven || rest !== piece;
    if (!isName) {
      for (const word of held) left.push(word);
      if (held.length > 0) stands = true;
    }
    held = [];
    for (const word of wordsOf(rest.replaceAll(NAME, ' ').replace(figures, figureWord))) {
      left.push(word);
    }
    stands ||= /\p{L}/u.test(rest);
    afterName = isName && /[\p{L}\uE000]$/u.test(piece);
    beforeSpeech = /[,:]$/u.test(piece);
    // The number of a list item ("1. Go home") leaves the beginning to the next word.
    if (/[\p{L}\p{N}\uE000\uE001]/u.test(piece))
      opening &&= /^[([]?\uE001[.)\]]{1,2}$/u.test(piece);
  }
  for (const word of held) left.push(word);
  return stands || held.length > 0 ? left : [];
}

/** A figure, or several with only signs between them. */
const figures = /\uE001(?:[^\p{L}\p{N}\uE000\uE001]*\uE001)*/gu;

/** A word without its capitalised parts: nothing of "Franco-German", "wide" of "EU-wide". */
function withoutCapitals(piece: string): string {
  const parts = piece.split(/[-‑–/]/u);
  const plain = parts.filter((part) => !isCapitalised(part));
  if (plain.length === parts.length) return piece;
  return plain.filter((part) => /\p{L}/u.test(part)).join('-');
}

/** Whether a word begins with a capital that a common word or "I" would not have. */
function isCapitalised(part: string): boolean {
  const word = /^[^\p{L}\p{N}\uE001]*(\p{Lu}(?:\p{L}|\.(?=\p{L}))*)/u.exec(part)?.[1];
  return word !== undefined && !sentenceOpeners.has(word);
}

/** Syllables of a word, at least one; counted in parts, as `syllable` is slow on endless words. */
function syllablesOf(word: string): number {
  if (word.length <= 60) return Math.max(1, syllable(word));
  let count = 0;
  for (let at = 0; at < word.length; at += 60) count += syllable(word.slice(at, at + 60));
  return Math.max(1, count);
}
