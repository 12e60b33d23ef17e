/**
 * What the search knows of an edition before Pagefind is asked: the places that answer something,
 * with every wording they are known by, and the vocabulary. One small file per edition.
 */
import type { ResultKind } from './kinds.ts';
import type { SearchLanguage } from './languages/language.ts';
import { decodeLists, encodeLists } from './lists.ts';
import { createSpelling, shortest } from './spelling.ts';
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
   * What it says first: the short answer, the definition, the role. Undefined for a section that is
   * known by its heading only: then the page's is shown, and never as the short answer.
   */
  readonly lead?: string;
  /** The day on which it was last compared with its sources, as readers see it. */
  readonly checked?: string;
}

/** A place as an editor knows it. */
export interface PlaceWithText extends Place {
  /** What it is called and how readers ask for it, the name first. Never shown. */
  readonly wordings: readonly string[];
  readonly lead: string;
  /** The whole text that stands there. */
  readonly text: string;
}

/** The file. Stems are written as numbers: their places in the list of all stems. */
export interface Lexicon {
  readonly places: readonly Place[];
  /** Every word that is right, the commonest first, with spaces between them. */
  readonly vocabulary: string;
  /** Stems that no word of the vocabulary has, with spaces between them. */
  readonly furtherStems: string;
  /** For each place, in order, the stems of each wording; with `between` between places. */
  readonly wordings: string;
  /** For each place that is a whole page, in order, the stems that stand only in its text; likewise. */
  readonly texts: string;
  /** Stems of ordinary words that the site does not have, but others that are spelt nearly so. */
  readonly ordinary: string;
  /** How often each stem is asked for elsewhere, one sign to the base 36 for each, and by how many. */
  readonly elsewhere: { readonly queries: number; readonly counts: string };
}

/** Parts one place from the next; no list has it. One text for all packs better than a text for each. */
const between = '|';

/** The lexicon, ready for use. */
export interface Known {
  readonly places: readonly PlaceWithStems[];
  readonly words: ReadonlySet<string>;
  /** The stems of these words. */
  readonly stems: ReadonlySet<string>;
  readonly ordinary: ReadonlySet<string>;
  readonly elsewhere: {
    /** How many queries to other sites were looked at. */
    readonly queries: number;
    /** For each stem of this site, in how many of them it stands; up to 35. */
    readonly counts: ReadonlyMap<string, number>;
  };
}

export interface PlaceWithStems {
  readonly place: Place;
  readonly wordings: readonly (readonly string[])[];
  readonly text: readonly string[];
}

/**
 * From this length on, a word that only readers use is a slip where the pages have one that is near:
 * it must not count as right, or it would not be put right. In letters.
 */
const longEnoughForSlip = 7;

/**
 * Makes the lexicon of an edition. Of wordings and texts only stems are kept, each once in a wording:
 * that is all the search compares, and a third of the weight.
 *
 * @param common ordinary words of the language, whether the site has them or not
 * @param elsewhere what readers ask of other sites
 */
export function createLexicon(
  places: readonly PlaceWithText[],
  rules: SearchLanguage,
  {
    common = [],
    elsewhere = [],
  }: { common?: readonly string[]; elsewhere?: readonly string[] } = {},
): Lexicon {
  const language = remembering(rules);
  const words = (texts: readonly string[]) =>
    new Set(
      texts.flatMap((text) => wordsIn(text, language)).filter((word) => /^\p{L}{2,}$/u.test(word)),
    );
  const written = words(
    places.flatMap(({ title, section = '', lead, text }) => [title, section, lead, text]),
  );
  const asked = words(places.flatMap(({ wordings }) => wordings));
  const writtenStems = new Set([...written].map((word) => language.stem(word)));
  const spelling = createSpelling(written);
  const isSlip = (word: string): boolean =>
    word.length >= longEnoughForSlip &&
    !writtenStems.has(language.stem(word)) &&
    spelling(word).length > 0;
  const right = new Set([...written, ...[...asked].filter((word) => !isSlip(word))]);

  const wordings = places.map((place) =>
    place.wordings.map((wording) => [...new Set(stemsIn(wording, language))]),
  );
  // Of a section, its text is left to Pagefind: it weighed 10 kB and found almost nothing more.
  const texts = places.map(({ section, lead, text }, index) => {
    if (section !== undefined) return [];
    const inWordings = new Set([...(wordings[index] ?? []).flat(), ...stemsIn(lead, language)]);
    return [...new Set(stemsIn(text, language))].filter((stem) => !inWordings.has(stem));
  });
  const uses = Map.groupBy([...wordings.flat(2), ...texts.flat()], (stem) => stem);
  const count = (word: string): number => uses.get(language.stem(word))?.length ?? 0;
  // The commonest first, so that their numbers are short, and so that they are the likelier readings.
  const vocabulary = [...right].toSorted(
    (a, b) => count(b) - count(a) || (a < b ? -1 : Number(a > b)),
  );
  const stems = stemsOf(vocabulary, language);
  const further = [...new Set([...wordings.flat(2), ...texts.flat()])]
    .filter((stem) => !stems.has(stem))
    .toSorted();
  const numbers = new Map([...stems, ...further].map((stem, index) => [stem, index]));
  const numbered = (list: readonly string[]): number[] =>
    list.map((stem) => numbers.get(stem) ?? 0).toSorted((a, b) => a - b);
  return {
    places: places.map(({ kind, url, title, section, lead, checked, wordings: { length } }) => ({
      ...{ kind, url, title },
      ...(section === undefined ? {} : { section }),
      ...(section !== undefined && length === 1 ? {} : { lead }),
      ...(checked === undefined ? {} : { checked }),
    })),
    vocabulary: vocabulary.join(' '),
    furtherStems: further.join(' '),
    wordings: wordings
      .map(([name = [], ...others]) =>
        encodeLists([numbered(name), ...distinct(others.map(numbered))]),
      )
      .join(between),
    texts: texts.map((text) => encodeLists([numbered(text)])).join(between),
    ordinary: ordinaryStems([...common, ...elsewhere], right, stems, language).join(' '),
    elsewhere: { queries: elsewhere.length, counts: countsElsewhere(elsewhere, stems, language) },
  };
}

/** A language that looks at each word once: a site has many words, and few different ones. */
function remembering(language: SearchLanguage): SearchLanguage {
  const stems = new Map<string, string>();
  const stem = (word: string): string => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    const made = language.stem(word);
    stems.set(word, made);
    return made;
  };
  return { ...language, stem };
}

/** Makes a lexicon ready for use. */
export function readLexicon(lexicon: Lexicon, language: SearchLanguage): Known {
  const words = lexicon.vocabulary.split(' ');
  const stems = stemsOf(words, language);
  const numbered = [...stems, ...listOf(lexicon.furtherStems)];
  const named = (list: readonly number[]): string[] => list.map((number) => numbered[number] ?? '');
  const wordings = lexicon.wordings.split(between);
  const texts = lexicon.texts.split(between);
  return {
    places: lexicon.places.map((place, index) => ({
      place,
      wordings: decodeLists(wordings[index] ?? '').map(named),
      text: decodeLists(texts[index] ?? '').flatMap(named),
    })),
    words: new Set(words),
    stems,
    ordinary: new Set(listOf(lexicon.ordinary)),
    elsewhere: {
      queries: lexicon.elsewhere.queries,
      counts: new Map(
        [...stems].map((stem, index) => [
          stem,
          parseInt(lexicon.elsewhere.counts[index] ?? '0', 36),
        ]),
      ),
    },
  };
}

/** The stems of words, in the order in which they first come. */
function stemsOf(words: readonly string[], language: SearchLanguage): Set<string> {
  return new Set(words.map((word) => language.stem(word)));
}

function listOf(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

/** Lists without those that came before, in an order that packs well. */
function distinct(lists: readonly (readonly number[])[]): (readonly number[])[] {
  return [...new Map(lists.map((list) => [list.join(), list])).entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, list]) => list);
}

/** Ordinary words that would be read as misspellings: "shoes" as "shots", "egg" as a little word. */
function ordinaryStems(
  common: readonly string[],
  right: ReadonlySet<string>,
  stems: ReadonlySet<string>,
  language: SearchLanguage,
): string[] {
  const spelling = createSpelling(right);
  const strange = [...new Set(common.flatMap((text) => wordsIn(text, language)))]
    .filter((word) => !language.stopWords.has(word) && !stems.has(language.stem(word)))
    .filter((word) => word.length < shortest || spelling(word).length > 0);
  return [...stemsOf(strange, language)].toSorted();
}

/** For each stem, in how many queries it stands, up to 35, as a sign to the base 36. */
function countsElsewhere(
  queries: readonly string[],
  stems: ReadonlySet<string>,
  language: SearchLanguage,
): string {
  const counts = new Map<string, number>();
  for (const stem of queries.flatMap((query) => [...new Set(stemsIn(query, language))]))
    counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return [...stems].map((stem) => Math.min(35, counts.get(stem) ?? 0).toString(36)).join('');
}
