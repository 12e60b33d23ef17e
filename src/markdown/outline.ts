/**
 * What a Markdown body says, without rendering it: its links, headings and blocks of prose, each
 * with its line. The checks and the index of citations rest on it.
 */
import { markdownToMdast, mdxToMdast } from 'satteri';
import type { Nodes, Parents } from 'mdast';
import { sectionNames, type Section } from '../i18n/addresses.ts';
import { linkKinds, type LinkKind } from '../ledger/ledger.ts';

/** The Markdown features of the site, the same for rendering and for checks. */
export const features = { gfm: { footnotes: false }, headingAttributes: true } as const;

/**
 * The title of a citation whose phrase is not what is undertaken, but something about it: what is
 * missing in a promise, or a forecast. It gets its number and no line: `[phrase](fact:id "no line")`.
 */
export const withoutLine = 'no line';

/** A link to a record: `[phrase](fact:id)`. */
export interface RecordLink extends RecordUrl {
  readonly text: string;
  /** What stands in quotation marks behind the id. */
  readonly title?: string;
  readonly line: number;
}

/** Any other link. */
export interface PlainLink {
  readonly url: string;
  readonly line: number;
}

export interface Heading {
  readonly depth: number;
  /** The id that the author gave in `{#…}`; undefined where none was given. */
  readonly id: string | undefined;
  readonly text: string;
  readonly line: number;
}

/** A paragraph, or the paragraph of a list item. */
export interface Block {
  readonly text: string;
  readonly line: number;
  /** Texts of the phrases set in bold. */
  readonly bold: readonly string[];
  readonly links: readonly RecordLink[];
  /** The id of the second-level heading above it. */
  readonly section: string | undefined;
}

export interface Outline {
  readonly headings: readonly Heading[];
  readonly blocks: readonly Block[];
  readonly links: readonly RecordLink[];
  readonly plainLinks: readonly PlainLink[];
}

/**
 * @param body Markdown without front matter
 * @param format `mdx` for a file that ends in `.mdx`
 * @param firstLine the line of the file on which the body begins
 */
export function outlineOf(body: string, format: 'md' | 'mdx' = 'md', firstLine = 1): Outline {
  const parse = format === 'mdx' ? mdxToMdast : markdownToMdast;
  const root: Nodes = parse(body, { features: { ...features, frontmatter: false } });
  const headings: Heading[] = [];
  const blocks: Block[] = [];
  const links: RecordLink[] = [];
  const plainLinks: PlainLink[] = [];
  let section: string | undefined;
  const lineOf = (node: Nodes) => (node.position?.start.line ?? 1) + firstLine - 1;

  const definitions = new Map(
    descendants(root as Parents).flatMap((node) =>
      node.type === 'definition' ? [[node.identifier, node.url] as const] : [],
    ),
  );
  const addressOf = (node: Nodes): string | undefined => {
    if (node.type === 'link') return node.url;
    return node.type === 'linkReference' ? definitions.get(node.identifier) : undefined;
  };

  const visit = (node: Nodes): void => {
    if (node.type === 'heading') {
      const id = authorId(node);
      const heading = {
        depth: node.depth,
        id,
        text: textOf(node),
        line: lineOf(node),
      };
      headings.push(heading);
      if (heading.depth === 2) section = heading.id;
    }
    if (node.type === 'paragraph') {
      blocks.push({
        text: textOf(node),
        line: lineOf(node),
        bold: descendants(node)
          .filter((child) => child.type === 'strong')
          .map(textOf),
        links: descendants(node).flatMap(
          (child) => recordLink(child, addressOf(child), lineOf) ?? [],
        ),
        section,
      });
    }
    const url = addressOf(node);
    const link = recordLink(node, url, lineOf);
    if (link) links.push(link);
    else if (url !== undefined && !parsePageUrl(url)) plainLinks.push({ url, line: lineOf(node) });
    // No plugin sees a link in HTML, so it leads past the ledger wherever it leads.
    const inHtml = htmlAddress(node);
    if (inHtml !== undefined) plainLinks.push({ url: inHtml, line: lineOf(node) });
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  return { headings, blocks, links, plainLinks };
}

const outlines = new WeakMap<object, Outline>();

/**
 * The outline of a record's Markdown, read once: many pages ask for what an article says.
 *
 * @param record an article or its like, whose Markdown has no front matter and does not change
 */
export function outlineOfRecord(record: { readonly body: string }): Outline {
  const known = outlines.get(record);
  if (known) return known;
  const outline = outlineOf(record.body);
  outlines.set(record, outline);
  return outline;
}

/** A record, as a link of an author names it. */
export interface RecordUrl {
  readonly kind: LinkKind;
  readonly id: string;
}

/** Reads `fact:pd-published` and its like; undefined for every other address. */
export function parseRecordUrl(url: string): RecordUrl | undefined {
  const [scheme, ...rest] = url.split(':');
  const kind = linkKinds.find((known) => known === scheme);
  return kind ? { kind, id: rest.join(':') } : undefined;
}

/** Reads `page:about`: a page that exists once in each edition. Undefined for every other address. */
export function parsePageUrl(url: string): Section | undefined {
  const name = /^page:(.+)$/.exec(url)?.[1];
  return sectionNames.find((section) => section === name);
}

function recordLink(
  node: Nodes,
  url: string | undefined,
  lineOf: (node: Nodes) => number,
): RecordLink | undefined {
  const record = url === undefined ? undefined : parseRecordUrl(url);
  const title = node.type === 'link' && node.title ? { title: node.title } : {};
  return record && { ...record, text: textOf(node), ...title, line: lineOf(node) };
}

/** The address of a link that is written in HTML, or as an element of MDX. */
function htmlAddress(node: Nodes): string | undefined {
  if (node.type === 'html') return /<a\s[^>]*\bhref\s*=\s*["']?([^"'\s>]+)/i.exec(node.value)?.[1];
  const element = node as { name?: unknown; attributes?: { name?: unknown; value?: unknown }[] };
  if (element.name !== 'a') return undefined;
  const href = element.attributes?.find(({ name }) => name === 'href')?.value;
  return typeof href === 'string' ? href : 'an address that is worked out';
}

/** The id in `{#…}`, which the parser leaves among the properties of the element to come. */
function authorId(node: Nodes): string | undefined {
  const data = node.data as { hProperties?: { id?: unknown } } | undefined;
  const id = data?.hProperties?.id;
  return typeof id === 'string' ? id : undefined;
}

function descendants(node: Parents): Nodes[] {
  return node.children.flatMap((child) => [
    child,
    ...('children' in child ? descendants(child) : []),
  ]);
}

/** The words of a node as a reader sees them. */
function textOf(node: Nodes): string {
  if ('value' in node) return node.type === 'html' ? '' : node.value;
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
