/**
 * What the search knows of an edition before Pagefind is asked: the places that answer something,
 * with every wording they are known by, and the vocabulary. One small file per edition.
 */
import type { ResultKind } from './kinds.ts';
import type { SearchLanguage } from './languages/language.ts';
import { corrected } from './spelling.ts';
import { stemsIn, wordsIn } from './words.ts';

/** A page, or a section of one, that answers something. */
export interface Place {
  readonly kind: ResultKind;
  /** The address, with the fragment of a section. */
  readonly url: string;
  readonly title: string;
  /** The heading of the section; undefined for a whole page. */
  readonly section?: string;
  /**
   * What it is called and how readers ask for it, the name first: the stems of each wording, with
   * spaces between them. Never shown.
   */
  readonly wordings: readonly string[];
  /** What it says first: the short answer, the definition, the role. */
  readonly lead: string;
  /** Stems of the words that stand only further down, with spaces between them. */
  readonly body?: string;
  /** The day on which it was last compared with its sources, as readers see it. */
  readonly checked?: string;
}

export interface Lexicon {
  readonly places: readonly Place[];
  /** Every word that is right, with spaces between them: for spelling. */
  readonly vocabulary: string;
}

/** A place as an editor knows it: its wordings in full, and the whole text that stands there. */
export type PlaceWithText = Omit<Place, 'body'> & { readonly text: string };

/**
 * From this length on, a word that only readers use is a slip where the pages have one that is near:
 * it must not count as right, or it would not be put right. In letters.
 */
const longEnoughForSlip = 7;

/**
 * Makes the lexicon of an edition. Of wordings and texts only stems are kept, each once in a place:
 * that is all the search compares, and a third of the weight.
 */
export function createLexicon(places: readonly PlaceWithText[], language: SearchLanguage): Lexicon {
  const words = (texts: readonly string[]) =>
    new Set(
      texts.flatMap((text) => wordsIn(text, language)).filter((word) => /^\p{L}{2,}$/u.test(word)),
    );
  const written = words(
    places.flatMap(({ title, section = '', lead, text }) => [title, section, lead, text]),
  );
  const asked = words(places.flatMap(({ wordings }) => wordings));
  const stems = new Set([...written].map((word) => language.stem(word)));
  const isSlip = (word: string): boolean =>
    word.length >= longEnoughForSlip &&
    !stems.has(language.stem(word)) &&
    corrected(word, written) !== undefined;
  const vocabulary = new Set([...written, ...[...asked].filter((word) => !isSlip(word))]);
  return {
    places: places.map(({ text, ...place }) => {
      const wordings = place.wordings.map((wording) => stemsIn(wording, language));
      const known = new Set([...wordings.flat(), ...stemsIn(place.lead, language)]);
      const body = new Set(stemsIn(text, language).filter((stem) => !known.has(stem)));
      return {
        ...place,
        wordings: [...new Set(wordings.map((stems) => [...new Set(stems)].join(' ')))],
        ...(body.size > 0 ? { body: [...body].toSorted().join(' ') } : {}),
      };
    }),
    vocabulary: [...vocabulary].toSorted().join(' '),
  };
}
