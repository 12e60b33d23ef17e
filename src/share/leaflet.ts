/**
 * What of an article goes on a leaflet of one sheet, and in which size of type. The height of the
 * text is estimated when the site is built; a browser test prints every leaflet and counts pages.
 */
import type { Outline } from '../markdown/outline.ts';

/** Sizes of type, the largest first, in points. `leaflet.css` has the same. */
const points = { xl: 20, l: 17, m: 15.5, s: 14, xs: 13 } as const;

export type LeafletSize = keyof typeof points;

export const leafletSizes = Object.keys(points) as LeafletSize[];

/** What a sheet has room for, in points: as wide as A4 and as high as US Letter, without margins and foot. */
const sheet = { width: 527, height: 555 } as const;

/** The width of a letter by the size of its type, over English prose in a serif of usual width. */
const letterWidth = { plain: 0.485, bold: 0.56 } as const;

/** What `leaflet.css` makes of each part: its size by the size of the text, the height of a line, the space before it. */
const parts = {
  title: { scale: 1.9, line: 1.06, before: 0, letter: letterWidth.bold },
  answer: { scale: 1.2, line: 1.28, before: 0.45, letter: letterWidth.plain },
  heading: { scale: 1.05, line: 1.12, before: 1, letter: letterWidth.bold },
  status: { scale: 1, line: 1.3, before: 0.45, letter: letterWidth.bold },
  text: { scale: 1, line: 1.28, before: 0, letter: letterWidth.plain },
  item: { scale: 1, line: 1.28, before: 0.3, letter: letterWidth.plain },
} as const;

export interface Leaflet {
  readonly size: LeafletSize;
  /** As many of the things that are not known as there is room for; maybe none. */
  readonly notKnown: readonly string[];
}

/** What an article says is not known, without its last item, which is the same on each: what came later. */
export function notKnownOf({ blocks }: Pick<Outline, 'blocks'>): string[] {
  return blocks
    .filter(({ section }) => section === 'not-known')
    .map(({ text }) => text)
    .slice(0, -1);
}

/**
 * Chooses the largest type in which question, answer, key facts and at least one thing that is not
 * known fit one sheet, and as many of the latter as fit then. In the smallest type none may be left.
 *
 * @param facts the texts of the key facts; each has a line for its status
 * @param notKnown in the order of their weight
 */
export function layOut(
  title: string,
  answer: string,
  facts: readonly string[],
  notKnown: readonly string[],
): Leaflet {
  const layouts = leafletSizes.map((size) => {
    const height = (part: keyof typeof parts, text = '') => heightOf(part, text, points[size]);
    const always = [
      height('title', title),
      height('answer', answer),
      height('heading'),
      ...facts.map((fact) => height('status') + height('text', fact)),
    ];
    let left = sheet.height - sum(always) - height('heading');
    const fitting: string[] = [];
    for (const text of notKnown) {
      left -= height('item', text);
      if (left < 0) break;
      fitting.push(text);
    }
    return { size, notKnown: fitting };
  });
  const fits = layouts.find((layout) => layout.notKnown.length >= Math.min(1, notKnown.length));
  return fits ?? { size: 'xs', notKnown: [] };
}

/** How high a part stands with the space before it, in points; without text it has one line. */
function heightOf(part: keyof typeof parts, text: string, size: number): number {
  const { scale, line, before, letter } = parts[part];
  const lettersInLine = Math.floor(sheet.width / (letter * scale * size));
  const lines = Math.max(1, Math.ceil(text.length / lettersInLine));
  return size * (lines * scale * line + before);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
