/**
 * Finds terms of the glossary in running text, inflected forms included.
 *
 * A term is a row of word stems; text matches where its words have the same stems in a row, parted
 * by white space, a hyphen or the signs of the name itself. Words written in capitals in the glossary (OSCE, SAFE) must be so in
 * the text too, or "safe" would be explained as a European fund.
 */
import { stemmer as porter } from 'stemmer';
import type { Language } from '../i18n/languages.ts';
import type { Term } from '../ledger/schemas.ts';

/** A term found in a text. */
export interface TermMatch {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** Reduces a lower-case word to its stem. */
type Stemmer = (word: string) => string;

/** English has Porter's stemmer; a language without one matches whole words only. */
const stemmers: Partial<Record<Language, Stemmer>> = { en: porter };

interface Word {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** A name of a term, taken apart. */
interface Name {
  readonly id: string;
  readonly keys: readonly string[];
  /** What stands before each word; the first is not looked at. */
  readonly gaps: readonly string[];
  /** What stands after the last word: the bracket of "Article 42(7)". */
  readonly tail: string;
}

/** A matcher for one language's glossary. */
export type TermMatcher = ReturnType<typeof createTermMatcher>;

/**
 * @param terms the glossary; terms without a name in the language are left out
 * @returns a function that takes a text and the ids to leave out, and returns the first use of
 *   every other term, in the order of the text, never overlapping; the longest term wins
 */
export function createTermMatcher(terms: readonly Term[], language: Language) {
  const { wordsIn, byFirstWord } = namesByFirstWord(terms, language);

  return (text: string, except: ReadonlySet<string>): TermMatch[] => {
    const words = wordsIn(text);
    const found: TermMatch[] = [];
    const seen = new Set(except);
    for (let index = 0; index < words.length; index += 1) {
      const candidates = byFirstWord.get(words[index]?.key ?? '') ?? [];
      const match = candidates.find((name) => matchesAt(text, words, index, name));
      if (!match) continue;
      const start = words[index]?.start ?? 0;
      const lastWord = words[index + match.keys.length - 1]?.end ?? start;
      const end = text.startsWith(match.tail, lastWord) ? lastWord + match.tail.length : lastWord;
      index += match.keys.length - 1;
      if (seen.has(match.id)) continue;
      seen.add(match.id);
      found.push({ id: match.id, start, end });
    }
    return found;
  };
}

/**
 * @param terms the glossary; terms without a name in the language are left out
 * @returns a function that takes a text and returns the ids of every term that stands in it, also
 *   of one that stands within a longer one
 */
export function createTermFinder(
  terms: readonly Term[],
  language: Language,
): (text: string) => Set<string> {
  const { wordsIn, byFirstWord } = namesByFirstWord(terms, language);
  return (text) => {
    const words = wordsIn(text);
    return new Set(
      words.flatMap(({ key }, index) =>
        (byFirstWord.get(key) ?? [])
          .filter((name) => matchesAt(text, words, index, name))
          .map(({ id }) => id),
      ),
    );
  };
}

/** The names of a glossary by the stem of their first word, the longest first; and how a text is taken apart. */
function namesByFirstWord(terms: readonly Term[], language: Language) {
  const stem = stemmers[language] ?? ((word: string) => word);
  // A site has few different words, and stemming is what costs most.
  const keys = new Map<string, string>();
  const keyOfWord = (word: string): string => {
    const known = keys.get(word);
    if (known !== undefined) return known;
    const key = keyOf(word, stem);
    keys.set(word, key);
    return key;
  };
  const wordsIn = (text: string): Word[] =>
    [...text.matchAll(/[\p{L}\p{N}]+(?:[’'][\p{L}]+)?/gu)].map((match) => ({
      key: keyOfWord(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    }));

  const byFirstWord = new Map<string, Name[]>();
  for (const { id, words } of terms) {
    const name = words[language]?.term;
    if (name === undefined) continue;
    for (const form of [...namesIn(name), ...(words[language]?.forms ?? [])]) {
      const parts = wordsIn(form);
      const [first] = parts;
      if (!first) continue;
      const entry: Name = {
        id,
        keys: parts.map(({ key }) => key),
        gaps: parts.map(({ start }, index) => form.slice(parts[index - 1]?.end ?? 0, start)),
        tail: form.slice(parts.at(-1)?.end),
      };
      const entries = [...(byFirstWord.get(first.key) ?? []), entry];
      byFirstWord.set(
        first.key,
        entries.toSorted((a, b) => b.keys.length - a.keys.length),
      );
    }
  }

  return { wordsIn, byFirstWord };
}

/** "Non-Proliferation Treaty (NPT)" has two names; "NATO Article 5" and "EU Article 42(7)" have one. */
function namesIn(term: string): string[] {
  const { name, inBrackets } = /^(?<name>.*?) \((?<inBrackets>[^)]*)\)$/u.exec(term)?.groups ?? {};
  if (name === undefined || inBrackets === undefined) return [term];
  return /^\p{Lu}[\p{Lu}\p{N}-]+$/u.test(inBrackets) ? [name, inBrackets] : [name];
}

function keyOf(word: string, stem: Stemmer): string {
  const bare = word.replace(/[’']s?$/u, '');
  return bare.length > 1 && bare === bare.toUpperCase() && /\p{L}/u.test(bare)
    ? bare
    : stem(bare.toLowerCase());
}

/** Whether a name stands at a word: the same stems, parted by white space, a hyphen, or its own signs. */
function matchesAt(text: string, words: readonly Word[], index: number, name: Name): boolean {
  return name.keys.every((key, offset) => {
    const word = words[index + offset];
    if (word?.key !== key) return false;
    const before = words[index + offset - 1];
    if (offset === 0 || !before) return true;
    const gap = text.slice(before.end, word.start);
    return gap === name.gaps[offset] || /^(\s+|[-‐‑])$/u.test(gap);
  });
}
