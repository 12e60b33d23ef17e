/** How the scripts that copy a link hand over to the one that tells the reader. */

/** What was copied. */
export interface Copied {
  /** What the browser promised. */
  readonly done: Promise<unknown>;
  readonly link: string;
  /** The text of the link that was pressed, where it leads to a section. */
  readonly title?: string | undefined;
  /** Whether the link leads to selected text. */
  readonly isQuote?: boolean;
}

/**
 * Loads what tells the reader, and tells it. It is a bundle of its own and can give nothing to import,
 * so it hears of a copy by an event.
 *
 * @param address of the bundle
 */
export function copied(address: string, detail: Copied): void {
  // Who tells the reader of a failure is loaded only now.
  detail.done.catch(() => 0);
  void import(/* @vite-ignore */ address).then(() =>
    dispatchEvent(new CustomEvent('copied', { detail })),
  );
}
