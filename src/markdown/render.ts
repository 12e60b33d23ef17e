/** Renders texts of the site: articles, countries, pages about the site. */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';
import { createSatteriMarkdownProcessor } from '@astrojs/markdown-satteri';
import type { MarkdownHeading } from 'astro';
import { render, type CollectionEntry } from 'astro:content';
import { ledger } from '../ledger/site.ts';
import { features } from './outline.ts';
import { hastPlugins, type TextParticulars } from './plugins.ts';

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
  const { body = '' } = entry;
  const file = resolve(entry.filePath ?? '');
  const keyFacts = 'keyFacts' in entry.data ? entry.data.keyFacts : [];
  const rendered = (text: string) =>
    markdown.render(text, {
      frontmatter: { keyFacts: keyFacts.map(({ fact }) => fact) },
      fileURL: pathToFileURL(file),
    });
  // Where the text begins is only asked for an error, which is to name the line of the file.
  const { code, metadata } = await rendered(body).catch(() =>
    rendered(linesAbove(body, file) + body),
  );
  return { ...entry, rendered: { html: code, metadata: { ...metadata, imagePaths: [] } } };
}

/** As many empty lines as stand above a text in its file. */
function linesAbove(text: string, file: string): string {
  const whole = readFileSync(file, 'utf8');
  return whole.slice(0, Math.max(0, whole.indexOf(text))).replace(/[^\n]/g, '');
}
