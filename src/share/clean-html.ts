/** The text of an article for places that have neither the site's style sheet nor its address: feeds. */
import sanitize from 'sanitize-html';

/** What a text is made of. Whatever else stands on a page gives its words or, below, goes with them. */
const textElements = [
  ...['h2', 'h3', 'p', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'blockquote', 'figure', 'figcaption'],
  ...['table', 'caption', 'thead', 'tbody', 'tr', 'th', 'td'],
  ...['a', 'b', 'strong', 'i', 'em', 'sup', 'sub', 'br', 'time'],
];

/** Drawings and forms: no word of them is part of the text. */
const wordless = ['script', 'style', 'template', 'svg', 'form', 'nav'];

/** What an unwanted element becomes: one that is kept, so that all that is in it can be taken out. */
const unwanted = 'del';

const isUnwanted = (attributes: Readonly<Record<string, string>>) =>
  attributes['popover'] !== undefined || attributes['class'] === 'vh';

/**
 * Clean HTML: elements of text alone, without classes, ids and scripts; every address is absolute.
 * Explanations of words and what only a screen reader is told are left out; a word links to its
 * explanation on the page.
 *
 * @param html a part of a page
 * @param page the absolute address of that page, for links within it
 */
export function cleanHtml(html: string, page: string): string {
  return sanitize(html, {
    allowedTags: [...textElements, unwanted],
    allowedAttributes: { a: ['href'], time: ['datetime'], th: ['scope'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    nonTextTags: wordless,
    transformTags: {
      a: (tagName, { href }) => ({
        tagName,
        attribs: href === undefined ? {} : { href: new URL(href, page).href },
      }),
      '*': (tagName, attribs) => ({ tagName: isUnwanted(attribs) ? unwanted : tagName, attribs }),
    },
    exclusiveFilter: ({ attribs }) => isUnwanted(attribs),
  });
}
