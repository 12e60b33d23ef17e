/**
 * The site's search: reads a worried question, ranks what is known to answer it, and asks Pagefind
 * for the full text. Nothing here touches the page.
 */
import { cleanQuery } from './clean.ts';
import { findInText, type Engine, type ExcerptPiece, type SearchResult } from './engine.ts';
import { createFamiliarity } from './familiar.ts';
import { createVocabulary, interpret, type Slot } from './interpret.ts';
import type { SearchLanguage } from './languages/language.ts';
import { readLexicon, type Lexicon, type Place } from './lexicon.ts';
import { createRanking, type Ranked } from './rank.ts';
import { stemsIn, wordsIn } from './words.ts';

/** A word that was read as another. */
export interface Correction {
  readonly from: string;
  readonly to: string;
}

/** What a search gave. */
export interface SearchAnswer {
  /** What was asked, after cleaning. */
  readonly query: string;
  /** Words that were read as others; none where the query was taken as it stands. */
  readonly corrections: readonly Correction[];
  /** The place whose wording is close to what is asked; its lead is the short answer. */
  readonly short: Place | undefined;
  /** The results, best first. One page comes once. */
  readonly results: readonly SearchResult[];
}

/** An answer in two steps: what is known at once, and the same with what the full text holds. */
export interface SearchSteps {
  /** Undefined where only the full text can tell. */
  readonly first: SearchAnswer | undefined;
  /**
   * Asks the full text too; begins with the results of the first step. Rejects where the engine
   * cannot be reached.
   */
  readonly whole: () => Promise<SearchAnswer>;
}

export interface Search {
  /**
   * Answers a query.
   *
   * @param typed what the reader typed, of any length and content
   * @returns an answer; without results for an empty query, and for one about something else
   */
  (typed: string): SearchSteps;
}

/** How well the best place must fit, and how familiar the words be, for the site to have an answer. */
const enough = 0.76;

/** How close a wording must be for its answer to stand above the results. */
const closeEnough = 0.62;

/** How many results from the places, and how many at all. */
const most = { places: 10, all: 20 };

/**
 * @param lexicon what the search knows of the edition
 * @param engine gives Pagefind, loading it where need be
 */
export function createSearch(
  lexicon: Lexicon,
  language: SearchLanguage,
  engine: () => Promise<Engine>,
): Search {
  const steps = searchInSteps(lexicon, language, engine);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * The same in steps, none of which keeps a slow phone from answering its reader for long.
 *
 * @returns what gives the search behind its last step
 */
export function* searchInSteps(
  lexicon: Lexicon,
  language: SearchLanguage,
  engine: () => Promise<Engine>,
): Generator<undefined, Search> {
  const { places: allPlaces, ...words } = readLexicon(lexicon, language);
  yield;
  const vocabulary = createVocabulary(
    language,
    words,
    allPlaces.filter(({ place }) => place.kind === 'term').map(({ wordings }) => wordings),
  );
  yield;
  const leads = new Map(allPlaces.map(({ place: { url, lead } }) => [url, lead]));
  const rank = createRanking(allPlaces, language);
  yield;
  const familiarity = createFamiliarity(
    { places: allPlaces, elsewhere: words.elsewhere },
    language,
  );

  return (typed) => {
    const query = cleanQuery(typed);
    const nothing = { query, corrections: [], short: undefined, results: [] };
    if (query === '') return { first: nothing, whole: () => Promise.resolve(nothing) };
    if (isPhrase(query))
      return {
        first: undefined,
        whole: async () => ({ ...nothing, results: await fullText(query) }),
      };
    const slots = interpret(query, vocabulary);
    const places = answering(slots);
    const own = places.map((found) => toResult(found, slots));
    const answerWith = (results: readonly SearchResult[]): SearchAnswer => ({
      query,
      corrections: correctionsOf(slots, places),
      short: shortOf(places),
      results,
    });
    return {
      first: own.length > 0 ? answerWith(own) : undefined,
      whole: async () => {
        if (own.length === 0 && !mayStandInText(slots)) return answerWith([]);
        const words = slots.map(({ word, known, readings: [likeliest = word] }) =>
          known ? likeliest : word,
        );
        const found = await fullText(words.join(' '));
        return answerWith(
          own.length > 0
            ? withFurther(own, found)
            : found.filter((result) => speaksOfAll(words, result)),
        );
      },
    };
  };

  /** The places that answer what is asked, the best first; none where it is about something else. */
  function answering(slots: readonly Slot[]): Ranked[] {
    const ranked = onePerPage(rank(slots));
    const [best] = ranked;
    if (best === undefined || best.score + familiarity(slots) < enough) return [];
    // A question of little words only must be asked just so: "all for one".
    const saysNothing = slots.every(({ word }) => language.stopWords.has(word));
    if (saysNothing && slots.length > 1 && best.closeness < closeEnough) return [];
    return ranked.slice(0, most.places);
  }

  function shortOf([best]: readonly Ranked[]): Place | undefined {
    return best && best.closeness >= closeEnough && best.place.lead !== undefined
      ? best.place
      : undefined;
  }

  /** Whether the full text is worth asking: for a name, say, that stands in no place. */
  function mayStandInText(slots: readonly Slot[]): boolean {
    const telling = slots.filter(({ word }) => !language.stopWords.has(word));
    const isStrange = ({ word, known }: Slot) => !known && words.ordinary.has(language.stem(word));
    return telling.length > 0 && !telling.some(isStrange);
  }

  /** Whether every word stands in what is shown of a result. */
  function speaksOfAll(asked: readonly string[], { title, excerpt }: SearchResult): boolean {
    const marked = excerpt.filter((piece) => piece.marked).map(({ text }) => text);
    const stems = new Set(stemsIn([title, ...marked].join(' '), language));
    return asked.every((word) => stems.has(language.stem(word)));
  }

  async function fullText(query: string): Promise<readonly SearchResult[]> {
    return await findInText(await engine(), query, language, most.all);
  }

  /** Which words were read as others, by the first place that has what they were read as. */
  function correctionsOf(slots: readonly Slot[], shown: readonly Ranked[]): Correction[] {
    return slots.flatMap(({ word, known, readings }) => {
      // An ordinary word is rarely a slip: another reading must have made the first result.
      const deciding = known ? shown : shown.slice(0, 1);
      const used = deciding.flatMap(({ stems }) =>
        readings.filter((reading) => stems.has(language.stem(reading))),
      );
      return used[0] === undefined ? [] : [{ from: word, to: used[0] }];
    });
  }

  function toResult({ place }: Ranked, slots: readonly Slot[]): SearchResult {
    const { title, url, section, kind, lead = leads.get(pageOf(url)) ?? '' } = place;
    return { title, url, section, kind, excerpt: marked(lead, slots) };
  }

  /** A text with the words that fill a slot marked; what lies between them is one piece. */
  function marked(text: string, slots: readonly Slot[]): ExcerptPiece[] {
    const wanted = new Set(slots.flatMap(({ stems }) => [...stems.keys()]));
    const pieces: { text: string; marked: boolean }[] = [];
    for (const piece of text.split(/([\p{L}\p{N}’'-]+)/u)) {
      const isMarked = wordsIn(piece, language).some((word) => wanted.has(language.stem(word)));
      const last = pieces.at(-1);
      if (last && !last.marked && !isMarked) last.text += piece;
      else if (piece !== '') pieces.push({ text: piece, marked: isMarked });
    }
    return pieces;
  }
}

/** Results, and behind them those of pages that were not among them. */
function withFurther(
  own: readonly SearchResult[],
  further: readonly SearchResult[],
): SearchResult[] {
  const pages = new Set(own.map(({ url }) => pageOf(url)));
  return [...own, ...further.filter(({ url }) => !pages.has(pageOf(url)))].slice(0, most.all);
}

/** Whether a query stands in quotation marks, and is to be taken word for word. */
function isPhrase(query: string): boolean {
  return /^["“„«].+["”“»]$/u.test(query);
}

/** The best place of each page. */
function onePerPage(ranked: readonly Ranked[]): Ranked[] {
  const seen = new Set<string>();
  return ranked.filter(({ place: { url } }) => {
    const page = pageOf(url);
    if (seen.has(page)) return false;
    seen.add(page);
    return true;
  });
}

function pageOf(url: string): string {
  return url.split('#')[0] ?? url;
}
