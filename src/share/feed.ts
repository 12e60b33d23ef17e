/** What the feeds of an edition say, whatever their format: one entry for each change of an article. */
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { loadRenderers } from 'astro:container';
import FeedEntry from '../components/FeedEntry.astro';
import { absolute, addressesOf } from '../i18n/addresses.ts';
import type { Edition } from '../i18n/languages.ts';
import { wordsOf } from '../i18n/words.ts';
import { explainersIn } from '../ledger/site.ts';
import { latestChanges } from './changes.ts';
import { cleanHtml } from './clean-html.ts';

/** How many changes a feed holds: more than there are articles, so that each is in it. */
const length = 200;

/** How many of the newest have the text of their article, so that a feed stays below a megabyte. */
const withText = 60;

/** An entry of a feed. */
export interface FeedItem {
  /** The place of the change on the site. It never changes, so that no reader sees an entry twice. */
  readonly id: string;
  /** What to open: the article where it is new, and otherwise what changed in it. */
  readonly url: string;
  /** "Correction: What is agreed?" */
  readonly title: string;
  /** What changed, and the answer of the article. */
  readonly summary: string;
  /** Clean HTML with absolute addresses: the whole text where the change is the article's last. */
  readonly html: string;
  /** `2026-11-26`. */
  readonly date: string;
  /** The kind of the change and the theme of the article, in words. */
  readonly tags: readonly [kind: string, theme: string];
}

const made = new Map<Edition, Promise<readonly FeedItem[]>>();

/** The entries of an edition's feeds, newest first; made once for all formats. */
export function feedItems(language: Edition): Promise<readonly FeedItem[]> {
  const known = made.get(language) ?? makeItems(language);
  made.set(language, known);
  return known;
}

async function makeItems(language: Edition): Promise<readonly FeedItem[]> {
  const words = wordsOf(language);
  const to = addressesOf(language);
  const renderers = await loadRenderers([getContainerRenderer()]);
  const container = await AstroContainer.create({ renderers });
  const entries = latestChanges(explainersIn(language), length);
  return Promise.all(
    entries.map(async (entry, index): Promise<FeedItem> => {
      const { explainer, change, anchor, isLast } = entry;
      const { title, answer, theme } = explainer.data;
      const page = absolute(to.record('explainers', explainer.slug));
      const kind = words.explainers.changeKinds[change.kind];
      const html = await container.renderToString(FeedEntry, {
        props: { language, explainer, change, whole: isLast && index < withText },
      });
      return {
        id: `${page}#${anchor}`,
        url: change.kind === 'published' ? page : `${page}#${anchor}`,
        title: `${kind}: ${title}`,
        summary: `${change.text} ${answer}`,
        html: cleanHtml(html, page),
        date: change.date,
        tags: [kind, words.themes[theme]],
      };
    }),
  );
}
