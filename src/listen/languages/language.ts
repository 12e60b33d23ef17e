/** What reading aloud must know of a language. */
export interface SpokenLanguage {
  /** Splits a paragraph, in which every white space is one space, into sentences that are parts of it. */
  readonly sentencesOf: (text: string) => string[];
  /** A sentence as it is given to the voice: figures, dates and abbreviations so that they are said well. */
  readonly spoken: (sentence: string) => string;
  /**
   * Names of ordinary voices, for devices that list joke voices among them and name no default for
   * the language.
   */
  readonly ordinaryVoices: readonly string[];
}
