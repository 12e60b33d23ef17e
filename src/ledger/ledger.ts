/** Look-ups over the whole ledger. Every look-up of an id that does not exist throws. */
import type { Language } from '../i18n/languages.ts';
import { suggestion } from './nearest.ts';
import type {
  Claim,
  Coalition,
  Country,
  Explainer,
  Fact,
  Question,
  Source,
  Term,
  Tip,
} from './schemas.ts';

/** An article with its place: front matter, Markdown, language and slug. */
export interface ExplainerRecord {
  readonly slug: string;
  readonly language: Language;
  readonly data: Explainer;
  /** Markdown without front matter. */
  readonly body: string;
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
  readonly coalition: Coalition;
  readonly explainers: readonly ExplainerRecord[];
}

/** The kinds of record a text can link to, and how they are written in Markdown: `fact:id`. */
export const linkKinds = ['fact', 'term', 'claim', 'country', 'explainer'] as const;

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
  const country = lookUp('country', records.countries, 'src/content/ledger/countries.yaml');
  const explainers = new Map(
    records.explainers.map((entry) => [`${entry.language}/${entry.slug}`, entry]),
  );

  /** The article with a slug in a language. */
  function explainer(language: Language, slug: string): ExplainerRecord {
    const found = explainers.get(`${language}/${slug}`);
    if (found) return found;
    const slugs = records.explainers
      .filter((entry) => entry.language === language)
      .map((entry) => entry.slug);
    throw new UnknownIdError('explainer', slug, slugs, `src/content/explainers/${language}/`);
  }

  return { ...records, fact, source, question, term, claim, country, explainer };
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
