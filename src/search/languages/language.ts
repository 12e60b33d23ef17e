/** What the search must know of a language. */
export interface SearchLanguage {
  /** A word in the one spelling in which words are compared; what it gets has small letters. */
  readonly plain: (text: string) => string;
  /** The beginning that the forms of a word share; the word itself where nothing is known. */
  readonly stem: (word: string) => string;
  /** Forms that a word has by the rules, so that a misspelt form is known that stands on no page. */
  readonly regularForms: (word: string) => readonly string[];
  /** Words that say nothing about what is asked. */
  readonly stopWords: ReadonlySet<string>;
  /**
   * Words that readers use for one thing, each list for one thing. A word of several parts is
   * matched as a whole. Two words of a list stand for each other, but count less than the word itself.
   */
  readonly families: readonly (readonly string[])[];
  /** Takes off what is written together with a word and is none of it, such as the French `l’`. */
  readonly withoutElision: (word: string) => string;
}

/** Letters without marks, for languages in which readers often leave the marks out. */
export const withoutMarks = (text: string): string =>
  text.normalize('NFKD').replace(/\p{Diacritic}/gu, '');

/** A list of words written with spaces between them. */
export const listed = (words: string): string[] => words.trim().split(/\s+/);
