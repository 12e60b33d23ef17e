// @ts-check
/** Makes the last part of an article's address from its title. */

/** Latin letters that do not come apart into a plain letter and a mark. */
const plainLetters = new Map(
  Object.entries({ æ: 'ae', œ: 'oe', ø: 'o', ß: 'ss', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }),
);

/**
 * Makes a slug: lower-case Latin letters, digits and hyphens, beginning with a letter.
 *
 * @param {string} title
 * @returns {string | null} null where the title has letters that are not Latin, or none to begin with
 */
export function slugFrom(title) {
  const slug = [...title.toLowerCase()]
    .map((letter) => plainLetters.get(letter) ?? letter)
    .join('')
    .normalize('NFKD')
    .replace(/[\p{Mark}'’]/gu, '')
    .replace(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return isSlug(slug) ? slug : null;
}

/**
 * @param {string} text
 * @returns {boolean} whether it can be part of an address as it is
 */
export function isSlug(text) {
  return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text);
}
