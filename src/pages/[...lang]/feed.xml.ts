/** What is new and what changed, as RSS 2.0 with the full text; corrections are named as such. */
import rss from '@astrojs/rss';
import type { APIRoute } from 'astro';
import { absolute, addressesOf } from '../../i18n/addresses.ts';
import type { Edition } from '../../i18n/languages.ts';
import { editionPaths } from '../../i18n/paths.ts';
import { wordsOf } from '../../i18n/words.ts';
import { feedItems } from '../../share/feed.ts';
import { escaped } from '../../share/xml.ts';
import { settings } from '../../site.ts';

export const getStaticPaths = editionPaths;

export const GET: APIRoute<{ language: Edition }> = async ({ props: { language } }) => {
  const { site } = wordsOf(language);
  const to = addressesOf(language);
  const items = await feedItems(language);
  const self = escaped(absolute(to.page('feed')));
  return rss({
    title: site.name,
    description: site.description,
    site: settings.origin + to.page('home'),
    trailingSlash: true,
    xmlns: { atom: 'http://www.w3.org/2005/Atom' },
    customData: [
      `<language>${language}</language>`,
      `<copyright>${escaped(site.footer.licence)}</copyright>`,
      `<atom:link href="${self}" rel="self" type="application/rss+xml"/>`,
      // Not the day of the build: the same content gives the same file.
      ...(items[0]
        ? [`<lastBuildDate>${midnight(items[0].date).toUTCString()}</lastBuildDate>`]
        : []),
    ].join(''),
    items: items.map(({ id, url, title, summary, html, date, tags }) => ({
      title,
      description: summary,
      link: url,
      content: html,
      pubDate: midnight(date),
      categories: [...tags],
      customData: `<guid isPermaLink="true">${escaped(id)}</guid>`,
    })),
  });
};

function midnight(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
