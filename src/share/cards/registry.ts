/**
 * Which preview images the pages of a build ask for. Pages are rendered from a bundle, and what
 * comes after runs from the sources, so the two share nothing but the process: Astro hands its own
 * images over in the same way.
 */
import type { Card } from './card.ts';

/** A registered symbol is the same in every copy of this file. */
const key = Symbol.for('guarantees-explained.cards');

/** The images asked for so far, by file. */
export function wantedCards(): Map<string, Card> {
  const known = Reflect.get(globalThis, key) as Map<string, Card> | undefined;
  if (known) return known;
  const created = new Map<string, Card>();
  Reflect.set(globalThis, key, created);
  return created;
}

/**
 * Asks for an image.
 *
 * @param file below the folder of the site
 */
export function wantCard(file: string, card: Card): void {
  wantedCards().set(file, card);
}
