/** A piece of a note: plain text, or a reference to another record. */
export type NotePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fact' | 'source'; readonly id: string };

/**
 * Splits a note at the ids of records that it names ("see pd-c3-when"), so that they can be links.
 * Joined, the parts give the note back.
 */
export function notePartsOf(
  note: string,
  has: (kind: 'fact' | 'source', id: string) => boolean,
): NotePart[] {
  return note
    .split(/(\b[a-z0-9]+(?:-[a-z0-9]+)+\b)/)
    .filter((piece) => piece !== '')
    .map((piece): NotePart => {
      if (has('fact', piece)) return { kind: 'fact', id: piece };
      if (has('source', piece)) return { kind: 'source', id: piece };
      return { kind: 'text', text: piece };
    });
}
