/** The pages that can be cited and reached by a code: those of one record each. */
import { countrySlug, type RecordSection } from '../i18n/addresses.ts';
import { editions, type Edition } from '../i18n/languages.ts';
import { langParam } from '../i18n/paths.ts';
import { wordsOf } from '../i18n/words.ts';
import { countryPageOf, explainersIn, ledger } from '../ledger/site.ts';
import { siteChecked } from '../site.ts';

/** A record's page, as far as citing it needs. */
export interface RecordPage {
  readonly language: Edition;
  readonly section: RecordSection;
  readonly slug: string;
  readonly title: string;
  /** The day of the newest change, where the page keeps a list of them. */
  readonly changed: string | undefined;
  /** The day on which it was compared with its sources. */
  readonly checked: string;
}

/** The pages of records of an edition. */
async function recordPagesOf(language: Edition): Promise<RecordPage[]> {
  const words = wordsOf(language);
  const page = (
    section: RecordSection,
    slug: string,
    title: string,
    checked = siteChecked,
    changed?: string,
  ) => ({ language, section, slug, title, checked, changed });
  return [
    ...explainersIn(language).map(({ slug, data: { title, checked, changes } }) =>
      page(
        'explainers',
        slug,
        title,
        checked,
        changes
          .map(({ date }) => date)
          .toSorted()
          .at(-1),
      ),
    ),
    ...(await Promise.all(
      ledger.countries.map(async ({ id, words: country }) =>
        page(
          'countries',
          countrySlug(country.en.name),
          words.countries.pageTitle(country[language].name),
          (await countryPageOf(language, id)).data.checked,
        ),
      ),
    )),
    ...ledger.terms.map(({ id, words: term }) =>
      page('terms', id, words.terms.pageTitle(term[language].term)),
    ),
    ...ledger.claims.map(({ id, words: claim }) => page('claims', id, claim[language].question)),
    ...ledger.facts.map(({ id, words: fact }) => page('facts', id, fact[language].statement)),
  ];
}

/** One file beside each record's page. For `getStaticPaths` of `[...lang]/[section]/[slug]/…`. */
export async function recordFilePaths() {
  const pages = await Promise.all(editions.map(recordPagesOf));
  return pages.flat().map((record) => ({
    params: { lang: langParam(record.language), section: record.section, slug: record.slug },
    props: { record },
  }));
}
