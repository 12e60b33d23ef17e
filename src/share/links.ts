/** Addresses that open a messenger or a mail program with a page filled in. No script, no third party is loaded. */

/** Ways to pass a page on, in the order in which they are offered. */
export const shareWays = ['email', 'telegram', 'whatsapp'] as const;

export type ShareWay = (typeof shareWays)[number];

/**
 * The address that passes a page on.
 *
 * @param title the heading of the page
 * @param url the absolute address of the page
 */
export function shareLink(way: ShareWay, title: string, url: string): string {
  const encode = encodeURIComponent;
  switch (way) {
    case 'email':
      return `mailto:?subject=${encode(title)}&body=${encode(url)}`;
    case 'telegram':
      return `https://t.me/share/url?url=${encode(url)}&text=${encode(title)}`;
    case 'whatsapp':
      return `https://wa.me/?text=${encode(`${title} ${url}`)}`;
  }
}
