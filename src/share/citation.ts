/**
 * How to cite a page: an item of CSL-JSON (which Zotero and its like read), and an entry of BibTeX.
 *
 * Neither gives the day on which the page was read: only the reader knows it. Both say when the
 * page was last compared with its sources, which tells the versions of a page apart.
 */
import { latexOf } from './latex.ts';

/** What a citation says of a page. */
export interface Citation {
  /** Stands in the files only, and tells the entries of a list apart: `explainers-who-pays`. */
  readonly id: string;
  readonly title: string;
  /** The name of the site. */
  readonly site: string;
  readonly publisher: string;
  /** The absolute address. */
  readonly url: string;
  readonly language: string;
  /** The day of the newest change, `2026-11-26`; undefined where the page keeps no list of changes. */
  readonly changed: string | undefined;
  /** When it was compared with its sources, in words. */
  readonly note: string;
}

/** An item as the CSL-JSON schema has it, as far as it is used here. */
export interface CslItem {
  readonly id: string;
  readonly type: 'webpage';
  readonly title: string;
  readonly author: readonly { readonly literal: string }[];
  readonly 'container-title': string;
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] };
  readonly URL: string;
  readonly language: string;
  readonly note: string;
}

/** The item of CSL-JSON for a page. A file holds a list of them. */
export function cslOf(citation: Citation): CslItem {
  const { id, title, site, publisher, url, language, changed, note } = citation;
  return {
    id,
    type: 'webpage',
    title,
    author: [{ literal: publisher }],
    'container-title': site,
    ...(changed === undefined ? {} : { issued: { 'date-parts': [partsOf(changed)] } }),
    URL: url,
    language,
    note,
  };
}

/** The months as every style of BibTeX defines them. */
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The entry of BibTeX for a page.
 *
 * @param comment stands before the entry, where BibTeX reads nothing
 */
export function bibtexOf(citation: Citation, comment: string): string {
  const { id, title, site, publisher, url, changed, note } = citation;
  const [year, month = 1] = changed === undefined ? [] : partsOf(changed);
  const fields = [
    // Twice in braces: an organisation has no first name, and a title keeps its capitals.
    ['author', `{{${latexOf(publisher)}}}`],
    ['title', `{{${latexOf(title)}}}`],
    ['howpublished', `{${latexOf(site)}}`],
    ...(year === undefined
      ? []
      : [
          ['year', `{${year}}`],
          ['month', months[month - 1] ?? ''],
        ]),
    // Styles set it with \url, which takes every sign of an address as it is, but no brace.
    ['url', `{${url.replaceAll('{', '%7B').replaceAll('}', '%7D')}}`],
    ['note', `{${latexOf(note)}}`],
  ];
  const lines = fields.map(([name = '', value = '']) => `  ${name} = ${value}`);
  return `% ${comment.replaceAll('@', '')}\n\n@misc{${id},\n${lines.join(',\n')}\n}\n`;
}

function partsOf(date: string): number[] {
  return date.split('-').map(Number);
}
