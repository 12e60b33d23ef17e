/** The ledger as pages see it: Astro's collections, with the look-ups that throw. */
import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import { languages, type Language } from '../i18n/languages.ts';
import { outlineOf } from '../markdown/outline.ts';
import { createTermMatcher } from '../markdown/term-matcher.ts';
import { citedFacts, citingExplainers } from './citations.ts';
import { createLedger, type ExplainerRecord } from './ledger.ts';
import type { Country, Term } from './schemas.ts';

/** An article with the entry that renders it. */
export interface SiteExplainer extends ExplainerRecord {
  readonly entry: CollectionEntry<'explainers'>;
}

const data = async <
  Name extends 'facts' | 'sources' | 'questions' | 'terms' | 'claims' | 'countries' | 'tips',
>(
  name: Name,
) =>
  (await getCollection(name))
    .map((entry) => entry.data as CollectionEntry<Name>['data'])
    // Astro sorts entries by id; the order of the files is an editor's.
    .toSorted((a, b) => a.position - b.position);

const coalition = await getEntry('coalition', 'coalition');
if (!coalition) throw new Error('src/content/ledger/coalition.yaml is missing.');

/** Every published article, by slug. */
export const explainers: readonly SiteExplainer[] = (await getCollection('explainers'))
  .map((entry) => ({ ...placeOf(entry.id), data: entry.data, body: entry.body ?? '', entry }))
  .toSorted((a, b) => (a.slug < b.slug ? -1 : 1));

export const ledger = createLedger({
  facts: await data('facts'),
  sources: await data('sources'),
  questions: await data('questions'),
  terms: await data('terms'),
  claims: await data('claims'),
  countries: await data('countries'),
  tips: await data('tips'),
  coalition: coalition.data,
  explainers,
});

const citing = new Map(
  languages.map((language) => [
    language,
    citingExplainers(explainers.filter((entry) => entry.language === language)),
  ]),
);

/** The articles of an edition that cite a fact. */
export function explainersCiting(language: Language, fact: string): readonly SiteExplainer[] {
  return citing.get(language)?.get(fact) ?? [];
}

/** The articles of an edition that link to a country's page or cite a fact on that country alone. */
export function explainersNaming(
  language: Language,
  country: Pick<Country, 'id' | 'who'>,
): readonly SiteExplainer[] {
  return explainersIn(language).filter(
    (explainer) =>
      outlineOf(explainer.body).links.some(
        ({ kind, id }) => kind === 'country' && id === country.id,
      ) ||
      citedFacts(explainer).some((id) => {
        const { who } = ledger.fact(id);
        return who.length === 1 && who[0] === country.who;
      }),
  );
}

/** The articles of an edition in which a term of the glossary stands. */
export function explainersUsing(language: Language, term: Term): readonly SiteExplainer[] {
  const matcher = createTermMatcher([term], language);
  return explainersIn(language).filter((explainer) => {
    const { blocks, links } = outlineOf(explainer.body);
    return (
      links.some(({ kind, id }) => kind === 'term' && id === term.id) ||
      blocks.some(({ text }) => matcher(text, new Set()).length > 0)
    );
  });
}

/** The articles of an edition. */
export function explainersIn(language: Language): readonly SiteExplainer[] {
  return explainers.filter((entry) => entry.language === language);
}

function placeOf(id: string): { language: Language; slug: string } {
  const [folder, slug = ''] = id.split('/');
  const language = languages.find((code) => code === folder);
  if (!language) throw new Error(`"${id}" does not lie in the folder of a language.`);
  return { language, slug };
}
