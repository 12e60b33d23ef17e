/** What is new and what changed, as JSON Feed 1.1 with the full text; corrections are named as such. */
import type { APIRoute } from 'astro';
import { absolute, addressesOf } from '../../i18n/addresses.ts';
import type { Edition } from '../../i18n/languages.ts';
import { editionPaths } from '../../i18n/paths.ts';
import { wordsOf } from '../../i18n/words.ts';
import { feedItems } from '../../share/feed.ts';
import { settings } from '../../site.ts';

export const getStaticPaths = editionPaths;

export const GET: APIRoute<{ language: Edition }> = async ({ props: { language } }) => {
  const { site } = wordsOf(language);
  const to = addressesOf(language);
  const items = await feedItems(language);
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: site.name,
    description: site.description,
    home_page_url: absolute(to.page('home')),
    feed_url: absolute(to.page('feedJson')),
    language,
    authors: [{ name: settings.publisher }],
    items: items.map(({ id, url, title, summary, html, date, tags }) => ({
      id,
      url,
      title,
      summary,
      content_html: html,
      date_published: `${date}T00:00:00Z`,
      tags,
    })),
  };
  return new Response(JSON.stringify(feed), {
    headers: { 'Content-Type': 'application/feed+json; charset=utf-8' },
  });
};
