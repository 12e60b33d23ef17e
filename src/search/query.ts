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
import { wordsIn } from './words.ts';

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
const enough = 0.52;

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
  const { places, ...words } = readLexicon(lexicon, language);
  const vocabulary = createVocabulary(
    language,
    words,
    places.filter(({ place }) => place.kind === 'term').map(({ wordings }) => wordings),
  );
  const leads = new Map(places.map(({ place: { url, lead } }) => [url, lead]));
  const rank = createRanking(places, language);
  const familiarity = createFamiliarity({ places, elsewhere: words.elsewhere }, language);

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
    const ranked = onePerPage(rank(slots));
    const strange = slots.filter((slot) => !slot.known).length;
    const [best] = ranked;
    const isEnough = best !== undefined && best.score + familiarity(slots) >= enough;
    const shown = isEnough ? ranked.slice(0, most.places) : [];
    const answerWith = (results: readonly SearchResult[]): SearchAnswer => ({
      query,
      corrections: isEnough ? correctionsOf(slots, shown) : [],
      short:
        isEnough && best.closeness >= closeEnough && best.place.lead !== undefined
          ? best.place
          : undefined,
      results,
    });
    const own = shown.map((found) => toResult(found, slots));
    return {
      first: own.length > 0 ? answerWith(own) : undefined,
      // Words the site does not have, and no place near: it is about something else.
      whole: async () =>
        own.length > 0 || (strange === 0 && slots.length > 0)
          ? answerWith(withFurther(own, await fullText(searchedWords(slots))))
          : answerWith([]),
    };
  };

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

  /** A text with the words that fill a slot marked. */
  function marked(text: string, slots: readonly Slot[]): ExcerptPiece[] {
    const wanted = new Set(slots.flatMap(({ stems }) => [...stems.keys()]));
    return text.split(/([\p{L}\p{N}’'-]+)/u).flatMap((piece) =>
      piece === ''
        ? []
        : [
            {
              text: piece,
              marked: wordsIn(piece, language).some((word) => wanted.has(language.stem(word))),
            },
          ],
    );
  }
}

/** What the full text is asked for: the words that the site has, as they are spelt right. */
function searchedWords(slots: readonly Slot[]): string {
  return slots
    .filter((slot) => slot.known)
    .map(({ word, readings: [likeliest = word] }) => likeliest)
    .join(' ');
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
