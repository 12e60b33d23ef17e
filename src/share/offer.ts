/**
 * Copies links to a page and its sections, and opens the device's own share sheet. This much stands
 * in every page that can be passed on, so it is as little as can be. It copies by itself, because some
 * browsers let a page do so only within the press. What tells the reader is loaded at the first copy,
 * what makes links to selected text at the first selection; the addresses of both are the values of
 * the buttons. Without it the links are plain links.
 */
import { copied } from './copied.ts';

/** Shows the buttons where the browser can copy, and begins to listen. */
export function offerSharing(): void {
  // The component that has this script has the buttons, and pages with it have a canonical address.
  const row = document.querySelector('.pass') as HTMLElement;
  const [copy, share] = row.children as unknown as [HTMLButtonElement, HTMLButtonElement];
  const { href: url } = document.querySelector('[rel=canonical]') as HTMLLinkElement;
  const clipboard = navigator.clipboard as Clipboard | undefined;
  // Neither is there on a copy of the site that is served without encryption.
  if (!clipboard) return;
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
      copied(copy.value, { done: clipboard.writeText(link), link, title: from.textContent });
    }
  });
  if ('fragmentDirective' in document) {
    document.onselectionchange = () => {
      if (!getSelection()?.isCollapsed) void import(/* @vite-ignore */ share.value);
    };
  }
}
