/** From what a reader typed to what is asked: slots, each with the words that may fill it. */
import type { SearchLanguage } from './languages/language.ts';
import { corrected } from './spelling.ts';
import { stemsIn, wordsIn } from './words.ts';

/** One thing that is asked for. */
export interface Slot {
  /** The word as it is searched, after correction. */
  readonly word: string;
  /** Stems that may stand for it, with how well each does: 1 for the word itself. */
  readonly stems: ReadonlyMap<string, number>;
  /** Whether the site has the word, or one that stands for it. */
  readonly known: boolean;
}

/** A word that was read as another. */
export interface Correction {
  readonly from: string;
  readonly to: string;
}

export interface Interpretation {
  readonly slots: readonly Slot[];
  readonly corrections: readonly Correction[];
}

/** What the site's words are, made once for each edition. */
export interface Vocabulary {
  readonly language: SearchLanguage;
  /** Every word of the site. */
  readonly words: ReadonlySet<string>;
  readonly stems: ReadonlySet<string>;
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

/**
 * @param language the language of the edition
 * @param words every word that is right
 * @param names for each term its name and what else it is called, as stems: these lead to the name
 */
export function createVocabulary(
  language: SearchLanguage,
  words: readonly string[],
  names: readonly (readonly (readonly string[])[])[],
): Vocabulary {
  const stems = new Set(words.map((word) => language.stem(word)));
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
  const understood = new Set([...stems, ...single]);
  return { language, words: new Set(words), stems, understood, synonyms };
}

/**
 * Reads a query. Words that say nothing are left out, unless there are no others; what was written
 * apart or together is put right; a word the site does not know is corrected where one is near.
 */
export function interpret(query: string, vocabulary: Vocabulary): Interpretation {
  const { language } = vocabulary;
  const corrections: Correction[] = [];
  const words = joined(wordsIn(query, language), vocabulary).flatMap((word) =>
    isKnown(word, vocabulary) ? [word] : split(word, vocabulary),
  );
  // "US" alone is a country, "how is the" is nothing.
  const telling = words.filter((word) => words.length === 1 || !language.stopWords.has(word));
  const read = telling.map((word) => {
    if (isKnown(word, vocabulary)) return word;
    const to = corrected(word, vocabulary.words);
    if (to === undefined) return word;
    corrections.push({ from: word, to });
    return to;
  });
  const asked = [
    ...new Set(read.filter((word) => read.length === 1 || !language.stopWords.has(word))),
  ];
  return { slots: slotsOf(asked, vocabulary), corrections };
}

function isKnown(word: string, { language, words, understood }: Vocabulary): boolean {
  return words.has(word) || language.stopWords.has(word) || understood.has(language.stem(word));
}

/** "cease fire" is read as "ceasefire" where the site has that word. */
function joined(typed: readonly string[], { words }: Vocabulary): string[] {
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
function split(word: string, { words }: Vocabulary): string[] {
  for (let at = word.length - 3; at >= 3; at -= 1) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (words.has(first) && words.has(second)) return [first, second];
  }
  return [word];
}

/** Slots, with what stands for a word or for a run of words. */
function slotsOf(words: readonly string[], vocabulary: Vocabulary): Slot[] {
  const { language, stems, synonyms } = vocabulary;
  const own = words.map((word) => language.stem(word));
  const filling = own.map((stem) => new Map([[stem, 1]]));
  for (const [start, stem] of own.entries()) {
    for (const { phrase, stems: others } of synonyms.get(stem) ?? []) {
      if (!phrase.every((part, step) => own[start + step] === part)) continue;
      for (const [step] of phrase.entries())
        for (const other of others)
          if (!filling[start + step]?.has(other)) filling[start + step]?.set(other, synonymWeight);
    }
  }
  return words.map((word, index) => ({
    word,
    stems: filling[index] ?? new Map(),
    known: [...(filling[index]?.keys() ?? [])].some((stem) => stems.has(stem)),
  }));
}
