/** Every address of the site is made here. Addresses end with a slash and never change. */
import { settings } from '../site.ts';
import { rootLanguage, type Language } from './languages.ts';

/** The pages that exist once in each edition. */
const sections = {
  home: '',
  explainers: 'explainers/',
  countries: 'countries/',
  terms: 'terms/',
  claims: 'claims/',
  timeline: 'timeline/',
  facts: 'facts/',
  sources: 'sources/',
  search: 'search/',
  about: 'about/',
  corrections: 'about/corrections/',
  changes: 'changes/',
  offline: 'offline/',
  feed: 'feed.xml',
  feedJson: 'feed.json',
  data: 'data/',
  factsData: 'data/facts.json',
  promisesData: 'data/promises.csv',
  sourcesData: 'data/sources.json',
  factsSchema: 'data/facts.schema.json',
  promisesSchema: 'data/promises.schema.json',
  sourcesSchema: 'data/sources.schema.json',
  opensearch: 'opensearch.xml',
  settings: 'settings/',
} as const;

export type Section = keyof typeof sections;

export const sectionNames = Object.keys(sections) as Section[];

/** The pages that stand below a section, one for each record. */
export type RecordSection = 'explainers' | 'countries' | 'terms' | 'claims' | 'facts';

interface AnswerPlace {
  readonly explainer: { readonly slug: string };
  readonly section: string | undefined;
}

/** The path of an edition's page within the site, without the base: `fr/about/`. */
export function pathOf(language: Language, section: Section, slug?: string): string {
  const edition = language === rootLanguage ? '' : `${language}/`;
  return `${edition}${sections[section]}${slug === undefined ? '' : `${slug}/`}`;
}

/** Addresses of one edition, for links: `/guarantees/fr/terms/backstop/`. */
export function addressesOf(language: Language) {
  return {
    /** A page that exists once in the edition. */
    page: (section: Section) => settings.base + pathOf(language, section),
    /** The page of a record. */
    record: (section: RecordSection, slug: string) =>
      settings.base + pathOf(language, section, slug),
    /** The place that answers a question: an article, or a section of one. */
    answer: ({ explainer, section }: AnswerPlace) =>
      settings.base +
      pathOf(language, 'explainers', explainer.slug) +
      (section === undefined ? '' : `#${section}`),
    /** A source's place on the page of sources. */
    source: (id: string) => `${settings.base}${pathOf(language, 'sources')}#${id}`,
  };
}

/** What stands below a record's page: other forms of it. */
const companions = {
  leaflet: 'leaflet/',
  qr: 'qr.svg',
  bibtex: 'cite.bib',
  csl: 'cite.json',
} as const;

export type Companion = Exclude<keyof typeof companions, 'qr'>;

/**
 * The address of another form of a record's page: `/terms/backstop/cite.bib`.
 *
 * @param path the address of the page, with the base
 */
export function companionOf(path: string, companion: keyof typeof companions): string {
  return path + companions[companion];
}

/** The absolute address of a path: for canonical links, feeds and the sitemap. */
export function absolute(path: string): string {
  return new URL(path, settings.origin).href;
}

/** A country's slug, from its English name: `united-kingdom`, `turkiye`. The same in every edition. */
export function countrySlug(englishName: string): string {
  return englishName
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
}
