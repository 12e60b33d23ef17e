/** The built site as it would be served: every file, and every page parsed. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { parseHTML } from 'linkedom';

import { compressedForms } from '../../../src/deploy/precompress.ts';
import { settings } from '../../../src/site.ts';

/** The root of this project. */
export const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** A page of the built site. */
export interface Page {
  /** Its file below the folder of the site: `terms/backstop/index.html`. */
  readonly file: string;
  /** Its address without the origin: `/terms/backstop/`. */
  readonly path: string;
  readonly html: string;
  readonly document: Document;
}

/** A built site and where it is meant to be served. */
export interface Site {
  /** `https://guarantees.example`, without a slash at the end. */
  readonly origin: string;
  /** `/` or `/guarantees/`. */
  readonly base: string;
  /** Every file below the folder, with `/` between folders. */
  readonly files: ReadonlySet<string>;
  /** Every page with something to read. */
  readonly pages: readonly Page[];
  /** Pages that only lead to where a page has moved. */
  readonly redirects: readonly Page[];
  /** The text of a file; fails where there is none. */
  readonly read: (file: string) => string;
}

/**
 * Reads a built site. Which one is said by `SITE_DIR`, so that a build can be checked wherever it
 * lies; where it is served, by the same variables as in the build.
 *
 * @throws Error where nothing was built
 */
export function readSite({
  folder = resolve(projectRoot, process.env['SITE_DIR'] ?? 'dist'),
  origin = settings.origin,
  base = settings.base,
} = {}): Site {
  const found = globSync('**/*', { cwd: folder })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll('\\', '/'))
    .toSorted();
  const forms = new Set(compressedForms(found));
  const files = found.filter((file) => !forms.has(file));
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const all = files
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = read(file);
      const path = base + file.replace(/(^|\/)index\.html$/, '$1');
      return { file, path, html, document: parseHTML(html).document };
    });
  const leadsOn = ({ document }: Page) =>
    document.querySelector('meta[http-equiv=refresh i]') !== null;
  const pages = all.filter((page) => !leadsOn(page));
  if (pages.length === 0) {
    throw new Error(`There is no built site in ${folder}; run "npm run build" first.`);
  }
  return { origin, base, files: new Set(files), pages, redirects: all.filter(leadsOn), read };
}

/** Whether search engines may list a page. */
export function isListed({ document }: Page): boolean {
  return document.querySelector('meta[name=robots][content*=noindex]') === null;
}

/**
 * The pages of the records of a section: `explainers`, `facts`, and so on, in every edition.
 *
 * @throws Error where there is none, because a check of no page would pass in silence
 */
export function recordPages(site: Site, section: string): Page[] {
  const pattern = new RegExp(`(^|/)${section}/[^/]+/index\\.html$`);
  return some(site.pages.filter(({ file }) => pattern.test(file)));
}

/** The elements that a selector finds, in the order of the page. */
export function all(within: ParentNode, selector: string): Element[] {
  return [...within.querySelectorAll(selector)];
}

/** The text of an element in one line. */
export function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The value of an attribute; an empty text where there is none. */
export function attribute(element: Element | null | undefined, name: string): string {
  return element?.getAttribute(name) ?? '';
}

/** An element as a reader of a message will find it: `<a href="/x/">More</a>`, shortened. */
export function show(element: Element): string {
  const html = element.outerHTML.replace(/\s+/g, ' ');
  return html.length > 90 ? `${html.slice(0, 90)}…` : html;
}

/** The name that a screen reader gives an element: its label, or the words in it that are not hidden. */
export function accessibleName(element: Element): string {
  const label = attribute(element, 'aria-label').trim();
  if (label !== '') return label;
  const visible = element.cloneNode(true) as Element;
  for (const hidden of all(visible, '[aria-hidden=true]')) hidden.remove();
  return [textOf(visible), ...all(visible, 'img[alt]').map((image) => attribute(image, 'alt'))]
    .join(' ')
    .trim();
}

function some<Item>(items: Item[]): Item[] {
  if (items.length === 0) throw new Error('There is nothing to check.');
  return items;
}
