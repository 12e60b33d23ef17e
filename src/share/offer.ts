/**
 * Copies links to a page and its sections, and opens the device's own share sheet. Part of
 * the script of every page, so it is as little as can be. It copies by itself, because some browsers
 * let a page do so only within the press. What tells the reader is loaded at the first copy, what
 * makes links to selected text at the first selection. Without it the links are plain links.
 */
import { copied } from './copied.ts';

/**
 * Shows the buttons where the browser can copy, and begins to listen. Does nothing on a page without
 * them; a page with them has a canonical address.
 *
 * @param told the address of what tells the reader
 * @param quote the address of what makes links to selected text
 */
export function offerSharing(told: string, quote: string): void {
  const row = document.querySelector<HTMLElement>('.pass');
  const clipboard = navigator.clipboard as Clipboard | undefined;
  // The browser copies nothing on a copy of the site that is served without encryption.
  if (!row || !clipboard) return;
  const [, share] = row.children as unknown as [HTMLButtonElement, HTMLButtonElement];
  const { href: url } = document.querySelector('[rel=canonical]') as HTMLLinkElement;
  row.hidden = false;
  share.hidden = !('share' in navigator);
  addEventListener('click', ({ target }) => {
    const from = (target as Element).closest<HTMLAnchorElement | HTMLButtonElement>(
      '.pass *, h2 a',
    );
    if (from === share) {
      const { textContent: title } = document.querySelector('h1') as HTMLElement;
      // A reader who closes the sheet has changed their mind.
      navigator.share({ title, text: title, url }).catch(() => 0);
    } else if (from) {
      const link = 'hash' in from ? url + from.hash : url;
      copied(told, { done: clipboard.writeText(link), link, title: from.textContent });
    }
  });
  if ('fragmentDirective' in document) {
    document.onselectionchange = () => {
      if (!getSelection()?.isCollapsed) void import(/* @vite-ignore */ quote);
    };
  }
}
