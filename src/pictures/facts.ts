/** What a picture says, and on which facts it rests. */
import type { Picture } from '../ledger/schemas.ts';

/** A text of a picture with the fact it rests on. */
export interface PicturedText {
  readonly text: string;
  /** Undefined where the text says that nothing was found. */
  readonly fact: string | undefined;
}

/** Every text of a picture, in the order in which it is read. */
export function textsOfPicture(picture: Picture): PicturedText[] {
  switch (picture.kind) {
    case 'steps':
      return picture.stages.flatMap(({ items }) => items);
    case 'ladder':
      return picture.rungs;
    case 'bars':
      return picture.bars.map(({ fact, place, poll, question, yes, no }) => ({
        fact,
        text: `${place}, ${poll}: ${question} ${yes} for, ${no} against.`,
      }));
    case 'table':
      return picture.rows.flatMap(({ cells }) => cells.map(({ text, fact }) => ({ text, fact })));
  }
}

/** Ids of the facts a picture rests on, each once, in the order in which they are read. */
export function factsOfPicture(picture: Picture): string[] {
  return [...new Set(textsOfPicture(picture).flatMap(({ fact }) => fact ?? []))];
}
