/**
 * The site's search: reads a worried question, ranks what is known to answer it, and asks Pagefind
 * for the full text. Nothing here touches the page.
 */
import { cleanQuery } from './clean.ts';
import { searchPages, type Engine, type ExcerptPiece, type SearchResult } from './engine.ts';
import { createVocabulary, interpret, type Correction, type Slot } from './interpret.ts';
import type { SearchLanguage } from './languages/language.ts';
import type { Lexicon, Place } from './lexicon.ts';
import { createRanking, type Ranked } from './rank.ts';
import { wordsIn } from './words.ts';

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

/** How much of what is asked a place must speak of, and how well it must fit, to be a result. */
const least = { coverage: 0.5, score: 0.45 };

/** The same for a long question of which the site has every word: something is better than nothing. */
const leastKnowing = { words: 4, coverage: 0.33, score: 0.38 };

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
  const { places } = lexicon;
  const vocabulary = createVocabulary(
    language,
    lexicon.vocabulary.split(' '),
    places
      .filter(({ kind }) => kind === 'term')
      .map(({ wordings }) => wordings.map((wording) => wording.split(' '))),
  );
  const ranking = createRanking(places, vocabulary);

  return (typed) => {
    const query = cleanQuery(typed);
    const nothing = { query, corrections: [], short: undefined, results: [] };
    if (query === '') return { first: nothing, whole: () => Promise.resolve(nothing) };
    if (isPhrase(query))
      return {
        first: undefined,
        whole: async () => ({ ...nothing, results: await fullText(query) }),
      };
    const asked = interpret(query, vocabulary);
    const all = onePerPage(ranking.rank(asked));
    const reaching = (bound: { coverage: number; score: number }): Ranked[] =>
      all.filter(({ score, coverage }) => coverage >= bound.coverage && score >= bound.score);
    const good = reaching(least);
    const knowing = asked.slots.length > 0 && asked.slots.every((slot) => slot.known);
    const ranked =
      good.length > 0 || !knowing || asked.slots.length < leastKnowing.words
        ? good
        : reaching(leastKnowing);
    const [best] = ranked;
    const answerWith = (results: readonly SearchResult[]): SearchAnswer => ({
      query,
      corrections: results.length > 0 ? asked.corrections : [],
      short: best && best.closeness >= closeEnough ? best.place : undefined,
      results,
    });
    const own = ranked.slice(0, most.places).map((found) => toResult(found, asked.slots));
    return {
      first: own.length > 0 ? answerWith(own) : undefined,
      // Words the site does not have, and no place near: it is about something else.
      whole: async () =>
        own.length > 0 || knowing
          ? answerWith(joined(own, await fullText(known(asked.slots).join(' '))))
          : answerWith([]),
    };
  };

  async function fullText(query: string): Promise<readonly SearchResult[]> {
    return (await searchPages(await engine(), query, most.all)).results;
  }

  function toResult({ place }: Ranked, slots: readonly Slot[]): SearchResult {
    const { title, url, section, kind, lead } = place;
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

function known(slots: readonly Slot[]): string[] {
  return slots.filter((slot) => slot.known).map(({ word }) => word);
}

/** Results, and behind them those of pages that were not among them. */
function joined(own: readonly SearchResult[], further: readonly SearchResult[]): SearchResult[] {
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
