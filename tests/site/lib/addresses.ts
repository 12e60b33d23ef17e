/** The addresses of a built site that people may keep: pages, files for machines, places on pages. */
import type { Addresses } from '../../../src/addresses/record.ts';
import { all, isListed, type Site } from './site.ts';

/** Files that only the site's own pages ask for: their names may change with any build. */
const internal =
  /^(_assets|pagefind)\/|^([a-z]{2}\/)?(search|settings)\/.+\.json$|^sitemap-\d+\.xml$/;

/**
 * What a link may lead to: headings, entries of lists and figures. Notes are left out, because
 * their numbers change with the text; so is what stands around the text of every page.
 */
const places = 'main :is(h2, h3, li, figure)[id]';
const note = /^n\d+$/;

/** @returns addresses without the base of the site */
export function addressesOf(site: Site): Addresses {
  const pages = site.pages
    .filter(({ file }) => file !== '404.html')
    .map((page): [string, Set<string>] => [
      page.path.slice(site.base.length),
      new Set(
        isListed(page)
          ? all(page.document, places)
              .map(({ id }) => id)
              .filter((id) => !note.test(id))
          : [],
      ),
    ]);
  const files = [...site.files]
    .filter((file) => /\.(xml|json|csv|txt|bib|sha256)$/.test(file) && !internal.test(file))
    .map((file): [string, Set<string>] => [file, new Set()]);
  return new Map([...pages, ...files]);
}
