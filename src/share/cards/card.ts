/** What a preview image says. Every word is ready: whoever draws it knows no language. */
import type { Status } from '../../ledger/schemas.ts';

/** Size of a preview image in pixels: what messengers and networks ask for. */
export const cardSize = { width: 1200, height: 630 } as const;

/** A word with the line of its status. */
export interface Leader {
  readonly word: string;
  readonly status: Status;
}

/** The words of one preview image. */
export interface Card {
  /** The name of the site in two parts, which the line of the word mark joins. */
  readonly name: readonly string[];
  /** The question or name that the page is about; left out where the text speaks for itself. */
  readonly title?: string | undefined;
  /** The answer, definition or statement, one sentence an item. */
  readonly text: readonly string[];
  /** What a reader must know with the text: "A second check could not confirm this." */
  readonly caution?: string | undefined;
  /** At the foot: one leader runs to the date at its end, several share the row. */
  readonly leaders?: readonly Leader[] | undefined;
  /** At the foot, where there is no leader: what sort of page it is. */
  readonly kind?: string | undefined;
  /** At the end of the foot: a date. */
  readonly end?: string | undefined;
}

/**
 * The file of a page's preview image below the folder of the site: `cards/terms/backstop.png`.
 *
 * @param path of the page within the site, without the base: `terms/backstop/`
 */
export function cardFile(path: string): string {
  return `cards/${path.replace(/\/$/, '') || 'index'}.png`;
}
