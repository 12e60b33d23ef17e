/** Words of the search in English. In a file of their own, as the browser loads them. */
import { plural } from './en-plural.ts';

export const search = {
  title: 'Search',
  description: 'Search the explainers, terms, claims and countries.',
  label: 'What do you want to know?',
  button: 'Search',
  results: 'Search results',
  shortLabel: 'Search this site',
  withoutScript: 'Search needs JavaScript. Here is everything, by theme.',
  browse: 'Or look through everything',
  allTerms: 'All terms',
  loading: 'Searching…',
  count: (count: number, query: string) => `${plural(count, 'result', 'results')} for “${query}”.`,
  none: (query: string) =>
    `Nothing found for “${query}”. This site has nothing on it, or calls it something else.`,
  shortAnswer: 'Short answer',
  checked: (date: string) => `Checked on ${date}`,
  /** What was really searched for. */
  corrected: (meant: string) => `Showing results for ${meant}.`,
  /** Said before what was typed, which is a link. */
  instead: 'Search instead for',
  askedMost: 'What readers ask most',
  filter: 'Show',
  everything: (count: number) => `Everything (${count})`,
  ofKind: (kind: string, count: number) => `${kind} (${count})`,
  kindsMany: {
    explainer: 'Explainers',
    term: 'Terms',
    claim: 'Claims checked',
    country: 'Countries',
    page: 'Pages',
  },
  failed: 'The search could not be loaded. The list below has every page.',
  kinds: {
    explainer: 'Explainer',
    term: 'Term',
    claim: 'Claim checked',
    country: 'Country',
    page: 'Page',
  },
};
