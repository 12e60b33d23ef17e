/**
 * Where an address leads, as a reader would name it: `bbc.com` for `https://www.bbc.com/news/1`.
 *
 * @throws TypeError where it is no address
 */
export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
