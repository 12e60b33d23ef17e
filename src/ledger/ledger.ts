/** Look-ups over the whole ledger. Every look-up of an id that does not exist throws. */
import type { Language } from '../i18n/languages.ts';
import { answersBy, type Answer } from './answers.ts';
import { suggestion } from './nearest.ts';
import type {
  Claim,
  Coalition,
  Country,
  Explainer,
  Fact,
  Picture,
  Question,
  Source,
  Term,
  Tip,
  Trick,
} from './schemas.ts';

/** An article with its place: front matter, Markdown, language and slug. */
export interface ExplainerRecord {
  readonly slug: string;
  readonly language: Language;
  readonly data: Explainer;
  /** Markdown without front matter. */
  readonly body: string;
}

/** A picture with its place. */
export interface PictureRecord {
  readonly slug: string;
  readonly language: Language;
  readonly data: Picture;
}

/** Every record of the site. */
export interface Records {
  readonly facts: readonly Fact[];
  readonly sources: readonly Source[];
  readonly questions: readonly Question[];
  readonly terms: readonly Term[];
  readonly claims: readonly Claim[];
  readonly countries: readonly Country[];
  readonly tips: readonly Tip[];
  readonly tricks: readonly Trick[];
  readonly coalition: Coalition;
  readonly explainers: readonly ExplainerRecord[];
  readonly pictures: readonly PictureRecord[];
}

/** The kinds of record a text can link to, and how they are written in Markdown: `fact:id`. */
export const linkKinds = [
  'fact',
  'term',
  'claim',
  'country',
  'explainer',
  'question',
  'picture',
] as const;

export type LinkKind = (typeof linkKinds)[number];

/** An id that no record has. The message names the nearest ids that exist. */
export class UnknownIdError extends Error {
  constructor(kind: string, wanted: string, known: Iterable<string>, listedIn: string) {
    super(`Unknown ${kind} "${wanted}". ${suggestion(wanted, known, listedIn)}`);
    this.name = 'UnknownIdError';
  }
}

/** The whole ledger with its look-ups. */
export type Ledger = ReturnType<typeof createLedger>;

/**
 * Builds the ledger.
 *
 * @param records validated records; ids are unique within a kind
 * @returns look-ups by id, each of which throws UnknownIdError, and the records themselves
 */
export function createLedger(records: Records) {
  const fact = lookUp('fact', records.facts, 'src/content/ledger/facts/');
  const source = lookUp('source', records.sources, 'src/content/ledger/sources.yaml');
  const question = lookUp('question', records.questions, 'src/content/ledger/questions.yaml');
  const term = lookUp('term', records.terms, 'src/content/ledger/terms.yaml');
  const claim = lookUp('claim', records.claims, 'src/content/ledger/claims.yaml');
  const trick = lookUp('trick', records.tricks, 'src/content/ledger/tricks.yaml');
  const country = lookUp('country', records.countries, 'src/content/ledger/countries.yaml');
  const explainer = lookUpInLanguage('explainer', records.explainers, 'src/content/explainers/');
  const picture = lookUpInLanguage('picture', records.pictures, 'src/content/pictures/');
  const answers = answersBy(records.explainers);

  /**
   * Where a question is answered in a language.
   *
   * @throws UnknownIdError where there is no such question; Error where no article answers it
   */
  function answer(language: Language, id: string): Answer<ExplainerRecord> {
    const [found] = answers(language, question(id).id);
    if (found) return found;
    throw new Error(`No explainer in src/content/explainers/${language}/ answers "${id}".`);
  }

  return {
    ...records,
    fact,
    source,
    question,
    term,
    claim,
    trick,
    country,
    /** The article with a slug in a language. */
    explainer,
    /** The picture with a slug in a language. */
    picture,
    answer,
  };
}

function lookUp<Record extends { readonly id: string }>(
  kind: string,
  records: readonly Record[],
  listedIn: string,
): (id: string) => Record {
  const byId = new Map(records.map((record) => [record.id, record]));
  return (id) => {
    const found = byId.get(id);
    if (found) return found;
    throw new UnknownIdError(kind, id, byId.keys(), listedIn);
  };
}

function lookUpInLanguage<Entry extends { readonly slug: string; readonly language: Language }>(
  kind: string,
  entries: readonly Entry[],
  folder: string,
): (language: Language, slug: string) => Entry {
  const bySlug = new Map(entries.map((entry) => [`${entry.language}/${entry.slug}`, entry]));
  return (language, slug) => {
    const found = bySlug.get(`${language}/${slug}`);
    if (found) return found;
    const slugs = entries.filter((entry) => entry.language === language).map((entry) => entry.slug);
    throw new UnknownIdError(kind, slug, slugs, `${folder}${language}/`);
  };
}
