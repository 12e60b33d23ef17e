/**
 * What pages say of themselves to machines, in the words of schema.org. Only what a reader of the
 * page can see as well, and only what is true of every copy of the site: see
 * docs/decisions/machines.md.
 */
import type {
  Article,
  BreadcrumbList,
  Dataset,
  DefinedTerm,
  DefinedTermSet,
  WebSite,
} from 'schema-dts';
import { dataLicence, dataSections } from '../data/files.ts';
import { dataFiles } from '../data/schemas.ts';
import { absolute, addressesOf } from '../i18n/addresses.ts';
import type { Edition } from '../i18n/languages.ts';
import { wordsOf } from '../i18n/words.ts';
import type { Explainer } from '../ledger/schemas.ts';
import { declarationDate, newestSource, settings, siteChecked } from '../site.ts';

/** What one page may say. */
export type Statement = Article | BreadcrumbList | Dataset | DefinedTerm | DefinedTermSet | WebSite;

/** Who publishes this copy, as its operator says. */
const publisher = { '@type': 'Organization', name: settings.publisher } as const;

/** Whom the licence of the words asks to name. */
const authorOf = (language: Edition) =>
  ({ '@type': 'Organization', name: wordsOf(language).site.name }) as const;

/** An article: who wrote it, and when it was published and changed. Who publishes the copy, the front page says. */
export function article(
  language: Edition,
  { title, changes }: Pick<Explainer, 'title' | 'changes'>,
): Article {
  const days = changes.map(({ date }) => date).toSorted();
  return {
    '@type': 'Article',
    headline: title,
    inLanguage: language,
    datePublished: days[0] ?? siteChecked,
    dateModified: days.at(-1) ?? siteChecked,
    license: dataLicence,
    author: authorOf(language),
  };
}

/**
 * The way to a page, and the page itself: the pages that stand above its heading. The first step, to the
 * front page, goes without saying where another follows.
 */
export function breadcrumb(
  crumbs: readonly { readonly label: string; readonly href: string }[],
  title: string,
): BreadcrumbList {
  const pages = crumbs.filter(({ href }) => !href.includes('#'));
  const steps = (pages.length > 1 ? pages.slice(1) : pages).map(({ label, href }) => ({
    name: label,
    item: absolute(href),
  }));
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [...steps, { name: title }].map((step, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      ...step,
    })),
  };
}

/** The site, and how to search it. */
export function webSite(language: Edition): WebSite {
  const { site } = wordsOf(language);
  const to = addressesOf(language);
  return {
    '@type': 'WebSite',
    name: site.name,
    description: site.description,
    url: absolute(to.page('home')),
    inLanguage: language,
    license: dataLicence,
    publisher,
    potentialAction: {
      '@type': 'SearchAction',
      target: {
        '@type': 'EntryPoint',
        urlTemplate: `${absolute(to.page('search'))}?q={search_term_string}`,
      },
      'query-input': 'required name=search_term_string',
    } as NonNullable<Exclude<WebSite, string>['potentialAction']>,
  };
}

/** The glossary, without its terms: each has a page that says so itself. */
export function termSet(language: Edition): DefinedTermSet {
  const { terms } = wordsOf(language);
  return {
    '@type': 'DefinedTermSet',
    '@id': absolute(addressesOf(language).page('terms')),
    name: terms.title,
    description: terms.description,
    inLanguage: language,
    license: dataLicence,
  };
}

/** A word of the glossary. */
export function definedTerm(
  language: Edition,
  { id, name, definition }: { id: string; name: string; definition: string },
): DefinedTerm {
  const to = addressesOf(language);
  return {
    '@type': 'DefinedTerm',
    name,
    description: definition,
    url: absolute(to.record('terms', id)),
    inDefinedTermSet: absolute(to.page('terms')),
  };
}

/** The files of data. */
export function dataset(language: Edition): Dataset {
  const { data } = wordsOf(language);
  const to = addressesOf(language);
  return {
    '@type': 'Dataset',
    name: data.datasetName,
    description: data.datasetDescription,
    url: absolute(to.page('data')),
    inLanguage: language,
    license: dataLicence,
    isAccessibleForFree: true,
    creator: authorOf(language),
    publisher,
    dateModified: siteChecked,
    temporalCoverage: `${declarationDate}/${newestSource}`,
    distribution: dataFiles.map((file) => ({
      '@type': 'DataDownload',
      name: data.files[file].name,
      description: data.files[file].about,
      contentUrl: absolute(to.page(dataSections[file].file)),
      encodingFormat: dataSections[file].type,
    })),
  };
}

/**
 * Statements as JSON-LD, in a form that may stand in a script element: no text can end it.
 */
export function jsonLd(statements: readonly Statement[]): string {
  const [first, ...more] = statements;
  const said = more.length === 0 ? (first as object) : { '@graph': statements };
  return JSON.stringify({ '@context': 'https://schema.org', ...said }).replaceAll('<', '\\u003c');
}
