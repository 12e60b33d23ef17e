/** The judged queries: what readers type, and which places of the site answer it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { parse } from 'yaml';

import { addressesOf, countrySlug } from '../../../src/i18n/addresses.ts';
import { languages, rootLanguage, type Language } from '../../../src/i18n/languages.ts';
import type { Ledger } from '../../../src/ledger/ledger.ts';

/** How a query relates to the words of the site. */
export const judgedClasses = [
  'question',
  'keyword',
  'synonym',
  'inflection',
  'compound',
  'phrase',
  'country',
  'no-answer',
] as const;

export type JudgedClass = (typeof judgedClasses)[number];

/** 2: the place answers the query; 1: it is useful. */
export type Grade = 1 | 2;

/** A query as it stands in the file. */
export interface JudgedQuery {
  readonly query: string;
  readonly class: JudgedClass;
  readonly lang: Language;
  /** `question:<id>`, `term:<id>`, `country:<code>`, `claim:<id>` or `explainer:<slug>`, with its grade. */
  readonly answers: Readonly<Record<string, Grade>>;
}

/** A place on the site that answers a query. */
export interface Place {
  /** The address without the origin: `/explainers/who-pays/#taxes`. */
  readonly address: string;
  readonly grade: Grade;
}

export const judgedFile = fileURLToPath(new URL('../judged.yaml', import.meta.url));

const targetPattern = /^(question|term|country|claim|explainer):[a-z0-9-]+$/;
const fields = ['query', 'class', 'lang', 'answers'];

/**
 * Reads the judged queries.
 *
 * @throws Error that lists every problem with the number of its entry, counted from 1
 */
export function readJudged(file = judgedFile): JudgedQuery[] {
  return parseJudged(readFileSync(file, 'utf8'));
}

/**
 * @param text of the file: a YAML list
 * @throws Error as `readJudged`
 */
export function parseJudged(text: string): JudgedQuery[] {
  const list: unknown = parse(text);
  if (!Array.isArray(list) || list.length === 0) throw new Error('The judged set must be a list.');
  const first = new Map<unknown, number>();
  const problems = list.flatMap((entry: unknown, index) => {
    const found = isRecord(entry) ? problemsOf(entry) : ['must have query, class, lang, answers'];
    const query = isRecord(entry) ? entry['query'] : undefined;
    const before = first.get(query);
    if (before === undefined) first.set(query, index + 1);
    else found.push(`has the query of entry ${before}`);
    return found.map((problem) => `Entry ${index + 1} (${JSON.stringify(query)}): ${problem}.`);
  });
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return list as JudgedQuery[];
}

function problemsOf(entry: Readonly<Record<string, unknown>>): string[] {
  const { query, class: kind, lang, answers } = entry;
  const problems = Object.keys(entry)
    .filter((field) => !fields.includes(field))
    .map((field) => `"${field}" is no field; there are ${fields.join(', ')}`);
  if (typeof query !== 'string' || query === '') problems.push('query must be a text');
  else if (query !== query.normalize('NFC').replace(/\s+/g, ' ').trim()) {
    problems.push('query must have no needless white space and composed letters (NFC)');
  }
  if (!judgedClasses.some((known) => known === kind)) {
    problems.push(`class must be one of ${judgedClasses.join(', ')}`);
  }
  if (!languages.some((known) => known === lang)) {
    problems.push(`lang must be one of ${languages.join(', ')}`);
  }
  if (!isRecord(answers)) return [...problems, 'answers must be a map; {} where there is none'];
  const targets = Object.entries(answers);
  if (kind === 'no-answer' && targets.length > 0) problems.push('a no-answer has answers {}');
  if (kind !== 'no-answer' && targets.length === 0) problems.push('answers must not be empty');
  for (const [target, grade] of targets) {
    if (!targetPattern.test(target)) problems.push(`"${target}" must be like question:some-id`);
    if (grade !== 1 && grade !== 2) problems.push(`the grade of "${target}" must be 1 or 2`);
  }
  return problems;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Where the answers of a query stand, in the edition at the root of the site. Targets that come to
 * the same address (two questions of one article) are one place, with the higher grade.
 *
 * @throws Error that names the query, where a target does not exist
 */
export function placesOf(
  ledger: Ledger,
  { query, answers }: Pick<JudgedQuery, 'query' | 'answers'>,
): Place[] {
  const places = new Map<string, Grade>();
  for (const [target, grade] of Object.entries(answers)) {
    const address = addressOf(ledger, query, target);
    if (grade > (places.get(address) ?? 0)) places.set(address, grade);
  }
  return [...places].map(([address, grade]) => ({ address, grade }));
}

function addressOf(ledger: Ledger, query: string, target: string): string {
  const to = addressesOf(rootLanguage);
  const [kind = '', id = ''] = target.split(':');
  try {
    switch (kind) {
      case 'question':
        return to.answer(ledger.answer(rootLanguage, id));
      case 'term':
        return to.record('terms', ledger.term(id).id);
      case 'claim':
        return to.record('claims', ledger.claim(id).id);
      case 'country':
        return to.record('countries', countrySlug(ledger.country(id).words.en.name));
      case 'explainer':
        return to.record('explainers', ledger.explainer(rootLanguage, id).slug);
      default:
        throw new Error(`"${kind}" is no kind of target.`);
    }
  } catch (error) {
    throw new Error(`Judged query "${query}", ${target}: ${(error as Error).message}`, {
      cause: error,
    });
  }
}

/**
 * What a result is worth for a place.
 *
 * @param address of the result, without the origin
 * @returns the place's grade where the result leads there; one less, but at least 1, where the place
 *   is a section and the result leads to its page as a whole; 0 elsewhere
 */
export function gainOf(address: string, place: Place): number {
  const [path, fragment] = split(address);
  const [wantedPath, wantedFragment] = split(place.address);
  if (path !== wantedPath) return 0;
  if (wantedFragment === '' || wantedFragment === fragment) return place.grade;
  return fragment === '' ? Math.max(1, place.grade - 1) : 0;
}

function split(address: string): [path: string, fragment: string] {
  const { pathname, hash } = new URL(address, 'http://site.invalid');
  return [pathname, hash];
}
