/** Renders Markdown as the site does, and looks at what comes out. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Properties } from 'hast';
import { htmlToHast, markdownToHtml, mdxToJs, type HastNode } from 'satteri';

import type { Ledger } from '../../../src/ledger/ledger.ts';
import { features } from '../../../src/markdown/outline.ts';
import { hastPlugins } from '../../../src/markdown/plugins.ts';

/** The file that rendered texts are said to stand in. */
export const articleFile = resolve('explainers/en/a.md');

interface Rendered {
  readonly html: string;
  /** What the plugins left for the layout: ids of facts, in the order of their numbers. */
  readonly notes: unknown;
}

/** Renders Markdown through the plugins. */
export async function renderMarkdown(
  ledger: Ledger,
  markdown: string,
  { keyFacts = [], file = articleFile }: { keyFacts?: unknown[]; file?: string } = {},
): Promise<Rendered> {
  const frontmatter: Record<string, unknown> = { keyFacts };
  const { html } = await markdownToHtml(markdown, {
    features,
    hastPlugins: hastPlugins(() => ledger),
    fileURL: pathToFileURL(file),
    data: dataWith(frontmatter),
  });
  return { html, notes: frontmatter['notes'] };
}

/** Compiles MDX through the plugins; gives the module's code. */
export async function renderMdx(ledger: Ledger, mdx: string): Promise<string> {
  const { code } = await mdxToJs(mdx, {
    features,
    hastPlugins: hastPlugins(() => ledger),
    fileURL: pathToFileURL(`${articleFile}x`),
    data: dataWith({}),
  });
  return code;
}

/** What Astro hands over with a document, and takes back. */
function dataWith(frontmatter: Record<string, unknown>) {
  const images = { localImagePaths: new Set<string>(), remoteImagePaths: new Set<string>() };
  return { astro: { frontmatter, headings: [], ...images } };
}

/** An element of a page: its attributes as written, its text, and the elements round it. */
export interface Found {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  /** The tags of the elements it stands in, the innermost first. */
  readonly within: readonly string[];
}

/** Every element of a piece of HTML, in the order of the text. */
export function elementsIn(html: string): Found[] {
  const found: Found[] = [];
  const visit = (node: HastNode, within: readonly string[]): void => {
    if (node.type === 'element') {
      const attributes = attributesOf(node.properties);
      found.push({ tag: node.tagName, attributes, text: textOf(node), within });
    }
    const inside = node.type === 'element' ? [node.tagName, ...within] : within;
    if ('children' in node) for (const child of node.children) visit(child, inside);
  };
  visit(htmlToHast(html, { fragment: true }), []);
  return found;
}

/** The elements of a class, or of a tag. */
export function select(html: string, { tag, name }: { tag?: string; name?: string }): Found[] {
  return elementsIn(html).filter(
    (element) =>
      (tag === undefined || element.tag === tag) &&
      (name === undefined || (element.attributes['class'] ?? '').split(' ').includes(name)),
  );
}

function attributesOf(properties: Properties): Record<string, string> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [
      attributeNames[name] ?? name,
      Array.isArray(value) ? value.join(' ') : String(value),
    ]),
  );
}

const attributeNames: Readonly<Record<string, string>> = {
  className: 'class',
  dataStatus: 'data-status',
  ariaLabelledBy: 'aria-labelledby',
  popoverTarget: 'popovertarget',
  popoverTargetAction: 'popovertargetaction',
};

function textOf(node: HastNode): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
