/** What is new and what changed, as RSS; corrections are named as such. */
import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { absolute, addressesOf } from '../../i18n/addresses.ts';
import type { Edition } from '../../i18n/languages.ts';
import { editionPaths } from '../../i18n/paths.ts';
import { wordsOf } from '../../i18n/words.ts';
import { explainersIn } from '../../ledger/site.ts';
import { latestChanges } from '../../share/changes.ts';
import { settings } from '../../site.ts';

export const getStaticPaths = editionPaths;

/** How many changes the feed holds: more than there are articles, so that each is in it. */
const length = 200;

export const GET: APIRoute<{ language: Edition }> = ({ props: { language } }) => {
  const words = wordsOf(language);
  const to = addressesOf(language);
  return rss({
    title: words.site.name,
    description: words.site.description,
    site: settings.origin + to.page('home'),
    trailingSlash: true,
    items: latestChanges(explainersIn(language), length).map(({ explainer, change }) => ({
      title: `${words.explainers.changeKinds[change.kind]}: ${explainer.data.title}`,
      description: `${change.text} ${explainer.data.answer}`,
      link: absolute(to.record('explainers', explainer.slug)),
      pubDate: new Date(`${change.date}T00:00:00Z`),
    })),
    customData: `<language>${language}</language>`,
  });
};
