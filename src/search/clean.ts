/** What a reader typed, made fit for a search and for an address. */

/** The longest query that is searched; what is longer is cut. In characters. */
export const longestQuery = 200;

/** A query without needless white space and control characters, cut at a bearable length. */
export function cleanQuery(typed: string): string {
  return typed
    .slice(0, longestQuery * 4)
    .toWellFormed()
    .replace(/\p{Cf}+/gu, '')
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, longestQuery)
    .toWellFormed()
    .trim();
}
