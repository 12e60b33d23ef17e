/** Renders texts of the site: articles, countries, pages about the site. */
import { pathToFileURL } from 'node:url';
import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import type { MarkdownHeading } from 'astro';
import { render, type CollectionEntry } from 'astro:content';
import { ledger } from '../ledger/site.ts';
import { features } from './outline.ts';
import { hastPlugins, type TextParticulars } from './plugins.ts';
import { fileOf, textOf } from './text.ts';

type Entry = CollectionEntry<'explainers' | 'countryPages' | 'pages'>;

/** A text, ready for its page. */
export interface RenderedText extends TextParticulars {
  readonly Content: Awaited<ReturnType<typeof render>>['Content'];
  readonly headings: readonly MarkdownHeading[];
}

const markdown = await createSatteriMarkdownProcessor({
  features,
  hastPlugins: hastPlugins(() => ledger),
  syntaxHighlight: false,
});

/**
 * Renders a text.
 *
 * @throws Error with file and line, where a record that it names is not in the ledger
 */
export async function renderText(entry: Entry): Promise<RenderedText> {
  const { Content, headings, remarkPluginFrontmatter } = await render(await withText(entry));
  return { Content, headings, ...(remarkPluginFrontmatter as unknown as TextParticulars) };
}

/** An entry as `render()` wants it: MDX as it is, Markdown with what became of it. */
async function withText(entry: Entry): Promise<Entry> {
  if (entry.filePath?.endsWith('.mdx')) return entry;
  const { body, bodyLine } = textOf(entry);
  const keyFacts = 'keyFacts' in entry.data ? entry.data.keyFacts : [];
  const rendered = (text: string) =>
    markdown.render(text, {
      frontmatter: { keyFacts: keyFacts.map(({ fact }) => fact) },
      fileURL: pathToFileURL(fileOf(entry)),
    });
  // Where the text begins matters for an error only, which is to name the line of the file.
  const { code, metadata } = await rendered(body).catch(() =>
    rendered('\n'.repeat(bodyLine - 1) + body),
  );
  return { ...entry, rendered: { html: code, metadata: { ...metadata, imagePaths: [] } } };
}
