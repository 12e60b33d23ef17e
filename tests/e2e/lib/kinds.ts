/** One page of each kind, for what must be so everywhere. */
import { expect, type Page } from 'playwright/test';
import { claimSeenSomewhere, draftArticle } from './site.ts';

export const kinds = {
  home: '/',
  'all explainers': '/explainers/',
  'an explainer': `/explainers/${draftArticle.slug}/`,
  'a leaflet': `/explainers/${draftArticle.slug}/leaflet/`,
  'an explainer with bars': '/explainers/why-take-part/',
  'an explainer with a table': '/explainers/budapest-memorandum/',
  'an explainer with steps': '/explainers/when-would-soldiers-go/',
  'all countries': '/countries/',
  'a country': '/countries/canada/',
  'all terms': '/terms/',
  'a term': '/terms/backstop/',
  'all claims': '/claims/',
  'a claim': `/claims/${claimSeenSomewhere.id}/`,
  timeline: '/timeline/',
  'all facts': '/facts/',
  'a fact': '/facts/pd-starts-with-ceasefire/',
  'all sources': '/sources/',
  search: '/search/',
  'search results': '/search/?q=Canada',
  about: '/about/',
  corrections: '/about/corrections/',
  changes: '/changes/',
  data: '/data/',
  settings: '/settings/',
  'stored pages': '/offline/',
  'an unknown address': '/404.html',
} as const;

export type Kind = keyof typeof kinds;

export const kindNames = Object.keys(kinds) as Kind[];

/** Opens a page; one with search results when they are there. */
export async function open(page: Page, kind: Kind): Promise<void> {
  await page.goto(kinds[kind]);
  if (kind === 'search results') {
    await expect(page.getByRole('list', { name: 'Search results' })).toBeVisible();
  }
}
