/** The ledger as pages see it: Astro's collections, with the look-ups that throw. */
import { getCollection, getEntry, type CollectionEntry } from 'astro:content';
import { languages, type Language } from '../i18n/languages.ts';
import { outlineOfRecord } from '../markdown/outline.ts';
import { textOf } from '../markdown/text.ts';
import { factsOfPicture } from '../pictures/facts.ts';
import { createTermFinder } from '../markdown/term-matcher.ts';
import { citedFacts, citingExplainers } from './citations.ts';
import { createLedger, type ExplainerRecord } from './ledger.ts';
import type { Country, Term } from './schemas.ts';

/** An article with the entry that renders it. */
export interface SiteExplainer extends ExplainerRecord {
  readonly entry: CollectionEntry<'explainers'>;
}

const data = async <
  Name extends
    'facts' | 'sources' | 'questions' | 'terms' | 'claims' | 'countries' | 'tips' | 'tricks',
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
  .map((entry) => ({
    ...placeOf(entry.id),
    data: entry.data,
    get body() {
      return textOf(entry).body;
    },
    entry,
  }))
  .toSorted((a, b) => (a.slug < b.slug ? -1 : 1));

const byLanguage = Object.groupBy(explainers, ({ language }) => language);

export const ledger = createLedger({
  facts: await data('facts'),
  sources: await data('sources'),
  questions: await data('questions'),
  terms: await data('terms'),
  claims: await data('claims'),
  countries: await data('countries'),
  tips: await data('tips'),
  tricks: await data('tricks'),
  coalition: coalition.data,
  explainers,
  pictures: (await getCollection('pictures')).map(({ id, data: picture }) => ({
    ...placeOf(id),
    data: picture,
  })),
});

const citing = new Map(
  languages.map((language) => [
    language,
    citingExplainers(explainersIn(language), factsOfPictureIn(language)),
  ]),
);

/** Ids of the facts a picture of an edition rests on. */
function factsOfPictureIn(language: Language): (slug: string) => string[] {
  return (slug) => factsOfPicture(ledger.picture(language, slug).data);
}

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
      outlineOfRecord(explainer).links.some(
        ({ kind, id }) => kind === 'country' && id === country.id,
      ) ||
      citedFacts(explainer, factsOfPictureIn(language)).some((id) => {
        const { who } = ledger.fact(id);
        return who.length === 1 && who[0] === country.who;
      }),
  );
}

/**
 * The running text of a country's page in an edition.
 *
 * @throws Error where there is none; the checks before a build report that first
 */
export async function countryPageOf(
  language: Language,
  country: string,
): Promise<CollectionEntry<'countryPages'>> {
  const page = await getEntry('countryPages', `${language}/${country}`);
  if (!page) throw new Error(`src/content/countries/${language}/${country}.md is missing.`);
  return page;
}

/** For each term of an edition the articles in which it stands; made when it is first asked for. */
const using = new Map<Language, ReadonlyMap<string, readonly SiteExplainer[]>>();

/** The articles of an edition in which a term of the glossary stands. */
export function explainersUsing(language: Language, term: Term): readonly SiteExplainer[] {
  const known = using.get(language) ?? usingIn(language);
  using.set(language, known);
  return known.get(term.id) ?? [];
}

function usingIn(language: Language): Map<string, SiteExplainer[]> {
  const termsIn = createTermFinder(ledger.terms, language);
  const found = new Map<string, SiteExplainer[]>();
  for (const explainer of explainersIn(language)) {
    const { blocks, links } = outlineOfRecord(explainer);
    const linked = links.flatMap(({ kind, id }) => (kind === 'term' ? [id] : []));
    const named = blocks.flatMap(({ text }) => [...termsIn(text)]);
    for (const id of new Set([...linked, ...named])) {
      const entries = found.get(id);
      if (entries) entries.push(explainer);
      else found.set(id, [explainer]);
    }
  }
  return found;
}

/** The articles of an edition. */
export function explainersIn(language: Language): readonly SiteExplainer[] {
  return byLanguage[language] ?? [];
}

function placeOf(id: string): { language: Language; slug: string } {
  const [folder, slug = ''] = id.split('/');
  const language = languages.find((code) => code === folder);
  if (!language) throw new Error(`"${id}" does not lie in the folder of a language.`);
  return { language, slug };
}
