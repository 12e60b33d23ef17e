/** From what a reader typed to what is asked: slots, each with the words that may fill it. */
import type { SearchLanguage } from './languages/language.ts';
import type { Known } from './lexicon.ts';
import { createSpelling, type Spelling } from './spelling.ts';
import { stemsIn, wordsIn } from './words.ts';

/** One thing that is asked for. */
export interface Slot {
  /** The word as it was typed. */
  readonly word: string;
  /** Stems that may stand for it, with how well each does: 1 for the word itself. */
  readonly stems: ReadonlyMap<string, number>;
  /** Whether the site has the word, one that stands for it, or one of which it is a misspelling. */
  readonly known: boolean;
  /** What it may be a misspelling of, the likeliest first; none where it is right. */
  readonly readings: readonly string[];
}

/** What the site's words are, made once for each edition. */
export interface Vocabulary extends Pick<Known, 'words' | 'stems' | 'ordinary'> {
  readonly language: SearchLanguage;
  readonly spelling: Spelling;
  /** Stems of words that need no correction: the site's own, and single words of a family. */
  readonly understood: ReadonlySet<string>;
  /** By the stem of its first word: phrases of telling stems, and the stems that stand for them. */
  readonly synonyms: ReadonlyMap<string, readonly Synonym[]>;
}

interface Synonym {
  readonly phrase: readonly string[];
  readonly stems: readonly string[];
}

/** How well a word does that only means the same. */
const synonymWeight = 0.5;

/** How well a word does that may be meant: the likeliest, another one, and one for an ordinary word. */
const readingWeight = { likeliest: 1, other: 0.7, ofOrdinary: 0.4 };

/** How many readings of a misspelt word are tried. */
const mostReadings = 3;

/**
 * @param language the language of the edition
 * @param known the words of the site
 * @param names for each term its name and what else it is called, as stems: these lead to the name
 */
export function createVocabulary(
  language: SearchLanguage,
  { words, stems, ordinary }: Pick<Known, 'words' | 'stems' | 'ordinary'>,
  names: readonly (readonly (readonly string[])[])[],
): Vocabulary {
  const families = language.families.map((family) => family.map((name) => stemsIn(name, language)));
  const synonyms = new Map<string, Synonym[]>();
  const add = (phrase: readonly string[], others: readonly string[]): void => {
    const [first] = phrase;
    if (first === undefined) return;
    synonyms.set(first, [...(synonyms.get(first) ?? []), { phrase, stems: [...new Set(others)] }]);
  };
  for (const family of families)
    for (const phrase of family) add(phrase, family.filter((other) => other !== phrase).flat());
  for (const [name = [], ...others] of names) for (const phrase of others) add(phrase, name);
  const single = families.flat().flatMap((phrase) => (phrase.length === 1 ? phrase : []));
  return {
    ...{ language, words, stems, ordinary, synonyms },
    understood: new Set([...stems, ...single]),
    spelling: createSpelling(words, language.regularForms),
  };
}

/**
 * Reads a query. Words that say nothing are left out, unless there are no others; what was written
 * apart or together is put right; a word the site does not know is read as those that are near.
 */
export function interpret(query: string, vocabulary: Vocabulary): Slot[] {
  const { language } = vocabulary;
  const words = together(wordsIn(query, language), vocabulary).flatMap((word) =>
    isKnown(word, vocabulary) ? [word] : apart(word, vocabulary),
  );
  // "US" alone is a country, and "all for one" is a saying.
  const saysNothing = (word: string): boolean =>
    language.stopWords.has(word) && !words.every((one) => language.stopWords.has(one));
  const read = words
    .filter((word) => !saysNothing(word))
    .map((word) => ({ word, readings: readingsOf(word, vocabulary) }))
    .filter(({ readings: [likeliest] }) => likeliest === undefined || !saysNothing(likeliest));
  const once = [...new Map(read.map((one) => [one.readings[0] ?? one.word, one])).values()];
  return slotsOf(once, vocabulary);
}

function isKnown(word: string, { language, words, understood }: Vocabulary): boolean {
  return words.has(word) || language.stopWords.has(word) || understood.has(language.stem(word));
}

function readingsOf(word: string, vocabulary: Vocabulary): string[] {
  return isKnown(word, vocabulary) ? [] : vocabulary.spelling(word).slice(0, mostReadings);
}

/** "cease fire" is read as "ceasefire" where the site has that word. */
function together(typed: readonly string[], { words }: Vocabulary): string[] {
  const result: string[] = [];
  for (let index = 0; index < typed.length; index += 1) {
    const word = typed[index] ?? '';
    const both = word + (typed[index + 1] ?? '');
    if (index + 1 < typed.length && both.length > 5 && words.has(both)) {
      result.push(both);
      index += 1;
    } else result.push(word);
  }
  return result;
}

/** "frozenassets" is read as two words where the site has both. */
function apart(word: string, { words }: Vocabulary): string[] {
  for (let at = word.length - 3; at >= 3; at -= 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (words.has(first) && words.has(second)) return [first, second];
  }
  return [word];
}

interface Read {
  readonly word: string;
  readonly readings: readonly string[];
}

/** Slots, with what stands for a word or for a run of words. */
function slotsOf(words: readonly Read[], vocabulary: Vocabulary): Slot[] {
  const { language, stems, ordinary, synonyms } = vocabulary;
  const isOrdinary = words.map(({ word }) => ordinary.has(language.stem(word)));
  const own = words.map(({ word, readings: [likeliest] }, index) =>
    language.stem(isOrdinary[index] ? word : (likeliest ?? word)),
  );
  const filling = own.map((stem) => new Map([[stem, 1]]));
  for (const [index, { readings }] of words.entries()) {
    for (const [rank, reading] of readings.entries()) {
      const { likeliest, other, ofOrdinary } = readingWeight;
      const weight = isOrdinary[index] ? ofOrdinary : rank === 0 ? likeliest : other;
      const stem = language.stem(reading);
      if (!filling[index]?.has(stem)) filling[index]?.set(stem, weight);
    }
  }
  for (const [start, stem] of own.entries()) {
    for (const { phrase, stems: others } of synonyms.get(stem) ?? []) {
      if (!phrase.every((part, step) => own[start + step] === part)) continue;
      for (const [step] of phrase.entries())
        for (const other of others)
          if (!filling[start + step]?.has(other)) filling[start + step]?.set(other, synonymWeight);
    }
  }
  return words.map(({ word, readings }, index) => ({
    word,
    readings,
    stems: filling[index] ?? new Map<string, number>(),
    known: !isOrdinary[index] && [...(filling[index]?.keys() ?? [])].some((one) => stems.has(one)),
  }));
}
