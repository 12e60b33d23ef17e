/**
 * The seam between the site's search and Pagefind: gives what Pagefind finds in the site's own terms.
 * Nothing here touches the page, and nothing in the page knows Pagefind.
 */
import { resultKinds, type ResultKind } from './kinds.ts';
import type { SearchLanguage } from './languages/language.ts';
import { wordsIn } from './words.ts';

/** A page that was found. */
export interface SearchResult {
  readonly title: string;
  /** The address, with the fragment of the section that matches best. */
  readonly url: string;
  /** The heading of that section; undefined where the page as a whole matches. */
  readonly section: string | undefined;
  readonly kind: ResultKind;
  /** Pieces of text round the match; `marked` ones are the words that matched. */
  readonly excerpt: readonly ExcerptPiece[];
}

export interface ExcerptPiece {
  readonly text: string;
  readonly marked: boolean;
}

/** The part of Pagefind's browser API that is used. */
export interface Engine {
  search(query: string): Promise<{ results: readonly { data(): Promise<EngineData> }[] } | null>;
}

/** A page as Pagefind describes it. */
export interface EngineData {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
  readonly sub_results: readonly {
    readonly title: string;
    readonly url: string;
    readonly excerpt: string;
  }[];
}

/**
 * Searches the full text.
 *
 * @param query what to search for, cleaned and not empty
 * @param most how many results at most
 * @returns the results, the best first
 * @throws whatever the engine throws, when it cannot be reached
 */
export async function findInText(
  engine: Engine,
  query: string,
  language: SearchLanguage,
  most: number,
): Promise<SearchResult[]> {
  const answer = await engine.search(query);
  const found = answer?.results.slice(0, most) ?? [];
  const data = await Promise.all(found.map((result) => result.data()));
  const asked = wordsIn(query, language);
  /** Whether a page is called just what was asked for: "canada" asks for the page "Canada" first. */
  const isCalled = ({ title }: SearchResult): boolean =>
    wordsIn(title, language).join(' ') === asked.join(' ');
  return data
    .map((one) => ({ result: toResult(one), meta: one.meta }))
    .filter(({ result }) => speaksOf(asked, result, language))
    .map(({ result, meta }) => ({ ...result, excerpt: readable(result.excerpt, meta) }))
    .toSorted((a, b) => Number(isCalled(b)) - Number(isCalled(a)));
}

/** How many letters a word of the query and a word of the page must share at the beginning. */
const sharedLetters = 3;

/**
 * Whether a result has a word of the query, or an inflected form of one. For a word it does not
 * know the engine goes back letter by letter until something begins so: "zzqx" would find every "z".
 */
function speaksOf(
  asked: readonly string[],
  { title, excerpt }: SearchResult,
  language: SearchLanguage,
): boolean {
  const found = excerpt.filter(({ marked }) => marked).map(({ text }) => text);
  // Without a marked word the match is in what is not shown, such as other names of a term.
  if (found.length === 0 || asked.length === 0) return true;
  const words = wordsIn([title, ...found].join(' '), language);
  return asked.some((one) => {
    const beginning = one.slice(0, sharedLetters);
    return words.some((word) => word.startsWith(beginning));
  });
}

function toResult(data: EngineData): SearchResult {
  const section = data.sub_results.find(({ url }) => url.includes('#'));
  const whole = data.sub_results.some(({ url }) => url === data.url);
  const best = whole ? undefined : section;
  return {
    title: data.meta['title'] ?? data.url,
    url: best?.url ?? data.url,
    section: best?.title,
    kind: resultKinds.find((kind) => kind === data.meta['kind']) ?? 'page',
    excerpt: excerptPieces(best?.excerpt ?? data.excerpt),
  };
}

/**
 * What to show of a page: the text round the match, or what the page says first, where the match is
 * in other words for it, which are for finding and not for reading.
 */
function readable(
  excerpt: readonly ExcerptPiece[],
  { aliases = '', lead }: EngineData['meta'],
): readonly ExcerptPiece[] {
  const text = excerpt.map((piece) => piece.text).join('');
  const listed = aliases.split(', ').filter((alias) => alias.length > 3 && text.includes(alias));
  return listed.length > 1 && lead !== undefined ? [{ text: lead, marked: false }] : excerpt;
}

/** Turns Pagefind's excerpt, which is HTML with `<mark>`, into plain pieces of text. */
export function excerptPieces(html: string): ExcerptPiece[] {
  return html
    .split(/(<mark>[\s\S]*?<\/mark>)/)
    .map((piece) => ({
      text: decodeEntities(piece.replace(/<[^>]*>/g, '')),
      marked: piece.startsWith('<mark>'),
    }))
    .filter(({ text }) => text !== '');
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
};

function decodeEntities(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole, name: string) =>
    Object.hasOwn(entities, name) ? (entities[name] ?? whole) : whole,
  );
}
