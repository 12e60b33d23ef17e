/** What is read from the text of a page, and what is said in it when it comes from the store. */

/** The five signs that are written otherwise in HTML; `&amp;` last, or `&amp;lt;` would become `<`. */
const entities: readonly (readonly [RegExp, string])[] = [
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&quot;|&#34;/g, '"'],
  [/&#39;|&#x27;|&apos;/gi, "'"],
  [/&amp;|&#38;/g, '&'],
];

/** The heading of a page, as it is shared; else its title; empty where it has neither. */
export function titleOf(html: string): string {
  const [, title = ''] =
    /<meta property="og:title" content="([^"]*)"/.exec(html) ?? /<title>([^<]*)/.exec(html) ?? [];
  return entities.reduce((text, [sign, plain]) => text.replace(sign, plain), title).trim();
}

/** The language that a page says it is in: `en`. */
export function languageOf(html: string): string {
  return /<html[^>]* lang="?([a-z]+)/.exec(html)?.[1] ?? '';
}

/**
 * A page with a notice at the end of its masthead. It is part of the page before the browser sees
 * it, so that nothing moves; it has no style of its own, which a strict policy would forbid.
 *
 * @param notice HTML made of the site's own words
 */
export function withNotice(html: string, notice: string): string {
  return html.replace('</header>', () => `<div class="bar meta"><p>${notice}</p></div></header>`);
}

/** The day of a moment where the reader is: `2026-11-26`. */
export function dayOf(moment: Date): string {
  const here = new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000);
  return here.toISOString().slice(0, 10);
}
