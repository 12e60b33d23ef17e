/** Pictures, scripts and styles that a page asks for: where one is missing, the site is not whole. */

/** What a browser or a messenger loads with a page. */
const wanted =
  /<(?:img|script|source)\b[^>]*?\ssrc="([^"]+)"|<link\b[^>]*?\srel="(?:icon|stylesheet|modulepreload)"[^>]*?\shref="([^"]+)"|<meta property="og:image" content="([^"]+)"/g;

/**
 * The files of the site that a page loads and the site lacks.
 *
 * @param html of the page
 * @param root what addresses of the site begin with: the origin with the base, or the base alone
 * @param has whether the site has a file
 */
export function missingParts(
  html: string,
  root: { readonly origin: string; readonly base: string },
  has: (file: string) => boolean,
): string[] {
  const found = [...html.matchAll(wanted)].map(([, ...groups]) => groups.find(Boolean) ?? '');
  return found.flatMap((address) => {
    const path = address.startsWith(`${root.origin}/`)
      ? address.slice(root.origin.length)
      : address;
    if (!path.startsWith(root.base)) return [];
    const file = path.slice(root.base.length).replace(/[?#].*$/s, '');
    return has(file) ? [] : [file];
  });
}
