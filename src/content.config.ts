/**
 * The collections of the site. What each field means stands in `src/ledger/schemas.ts`; how data and
 * words are joined, in `src/ledger/collections.ts`.
 */
import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { coalitionLoader, ledgerLoader } from './ledger/loader.ts';
import * as schemas from './ledger/schemas.ts';
import { markdown } from './markdown/loader.ts';

export const collections = {
  facts: defineCollection({ loader: ledgerLoader('facts'), schema: schemas.fact }),
  sources: defineCollection({ loader: ledgerLoader('sources'), schema: schemas.source }),
  questions: defineCollection({ loader: ledgerLoader('questions'), schema: schemas.question }),
  terms: defineCollection({ loader: ledgerLoader('terms'), schema: schemas.term }),
  claims: defineCollection({ loader: ledgerLoader('claims'), schema: schemas.claim }),
  countries: defineCollection({ loader: ledgerLoader('countries'), schema: schemas.country }),
  tips: defineCollection({ loader: ledgerLoader('tips'), schema: schemas.tip }),
  tricks: defineCollection({ loader: ledgerLoader('tricks'), schema: schemas.trick }),
  coalition: defineCollection({ loader: coalitionLoader(), schema: schemas.coalition }),

  /** Articles, `<language>/<slug>`. */
  explainers: defineCollection({
    loader: markdown({ pattern: '*/*.{md,mdx}', base: './src/content/explainers' }),
    schema: schemas.explainer,
  }),

  /** The running text of countries' pages, `<language>/<id of the country>`. */
  countryPages: defineCollection({
    loader: markdown({ pattern: '*/*.md', base: './src/content/countries' }),
    schema: schemas.countryPage,
  }),

  /** Pictures and comparisons, `<language>/<slug>`. */
  pictures: defineCollection({
    loader: glob({ pattern: '*/*.yaml', base: './src/content/pictures' }),
    schema: schemas.picture,
  }),

  /** The front page of each edition, `<language>`. */
  home: defineCollection({
    loader: glob({ pattern: '*.yaml', base: './src/content/home' }),
    schema: schemas.home,
  }),

  /** Pages about the site itself, `<language>/<name>`. */
  pages: defineCollection({
    loader: markdown({ pattern: '*/*.md', base: './src/content/pages' }),
    schema: z.strictObject({
      title: z.string(),
      /** One sentence for search results and shared links. */
      description: z.string().max(200),
    }),
  }),
};
