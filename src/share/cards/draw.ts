/** Draws a preview image as SVG, in the language of the site: an axis, two voices, and the line. */
import type { Status } from '../../ledger/schemas.ts';
import { cardSize, type Card } from './card.ts';
import { fitBlocks, type Block, type Box, type Fitted } from './fit.ts';
import { drawText, widthOf, type Face } from './fonts.ts';
import { footTop, inks } from './inks.ts';

/** Space at the sides, in pixels. */
const edge = 72;
const right = cardSize.width - edge;

/** The baseline and the size of the word mark. */
const mark = { y: 94, size: 38 } as const;

/** Where the words may stand: below the word mark, above the foot. */
const top = 148;
const box: Box = { width: right - edge, height: footTop - 34 - top, gap: 26 };

/** The foot: its baseline, sizes of words and of dates, and the distances beside a line. */
const foot = {
  y: 594,
  label: 34,
  small: 29,
  toLine: 20,
  leastLine: 48,
  apart: 36,
  toEnd: 24,
} as const;

/** What a caution takes of the height, with its distance from the words above it. */
const caution = { size: 29, height: 52 } as const;

/** Distances of baselines in em. */
const leading = { title: 1.1, text: 1.36 } as const;

/** Where the first baseline lies below the top of a line, in em: about the height of the letters. */
const rise = { title: 0.82, text: 0.98 } as const;

/** Sizes of a heading and of the text under it, the largest first. */
const steps = [
  [92, 44],
  [86, 42],
  [80, 41],
  [74, 40],
  [68, 38],
  [62, 37],
  [58, 36],
  [54, 35],
  [50, 34],
  [56, 33],
  [50, 33],
  [46, 33],
] as const;

/** Sizes of a text without a heading. */
const alone = [68, 64, 60, 56, 53, 50, 47, 44, 42, 40, 38, 36, 34].map((size) => [size]);

/** How many lines a heading may have. */
const mostTitleLines = 4;

/**
 * An image as SVG. Colours are not those a viewer sees: each ink is a channel of its own, from
 * which `paint` reads how much of it covers a pixel.
 *
 * @throws Error where the words do not fit, or a font is missing or lacks a character
 */
export function drawCard(card: Card): string {
  const words = [drawName(card.name), drawWords(card), drawFoot(card)].join('');
  const { width, height } = cardSize;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}"/>${words}</svg>`;
}

/**
 * The words between the word mark and the foot, as they fit.
 *
 * @throws Error where they do not fit
 */
export function fitCard({ title, text, caution: said }: Card): readonly Fitted[] {
  const room = said === undefined ? box : { ...box, height: box.height - caution.height };
  const paragraph: Block = { sentences: text, measure: measure('text'), leading: leading.text };
  if (title === undefined) return fitBlocks([{ ...paragraph, even: true }], alone, room);
  const heading: Block = {
    sentences: [title],
    measure: measure('title'),
    leading: leading.title,
    even: true,
    most: mostTitleLines,
  };
  return fitBlocks(text.length === 0 ? [heading] : [heading, paragraph], steps, room);
}

function measure(face: Face) {
  return (text: string) => widthOf(face, text);
}

function drawWords(card: Card): string {
  let y: number = top;
  const paragraphs = fitCard(card).map(({ size, lines }, index) => {
    const face = index === 0 && card.title !== undefined ? 'title' : 'text';
    const drawn = lines.map((line, row) =>
      drawText(face, line, size, edge, rounded(y + size * (rise[face] + row * leading[face]))),
    );
    y += lines.length * size * leading[face] + box.gap;
    return group('text', drawn.join(''));
  });
  if (card.caution !== undefined) {
    const size = Math.min(caution.size, box.width / widthOf('label', card.caution));
    const said = drawText('label', card.caution, size, edge, footTop - 30);
    paragraphs.push(group('text', said));
  }
  return paragraphs.join('');
}

/** The word mark: its line runs from double to dotted and is the key to all others. */
function drawName([first = '', ...rest]: readonly string[]): string {
  const { y, size } = mark;
  const last = rest.join(' ');
  const gap = 16;
  const begin = edge + widthOf('title', first) * size + gap;
  const end = right - widthOf('title', last) * size - gap;
  const part = (end - begin + gap) / 4;
  const lines = (['agreed', 'promised', 'conditional', 'undecided'] as const).map((status, index) =>
    drawLine(status, begin + part * index, begin + part * (index + 1) - gap, y - size * 0.27, 5),
  );
  const words =
    drawText('title', first, size, edge, y) +
    drawText('title', last, size, right - widthOf('title', last) * size, y);
  return group('text', words) + (last === '' ? '' : group('line', lines.join('')));
}

/** The foot: leaders, or what sort of page it is; at its end a date. Long words make it smaller. */
function drawFoot({ leaders = [], kind, end }: Card): string {
  const labels = kind === undefined ? leaders.map(({ word }) => word) : [kind];
  const widths = labels.map((label) => widthOf('label', label) * foot.label);
  const endWidth = end === undefined ? 0 : widthOf('small', end) * foot.small;
  const words = widths.reduce((sum, width) => sum + width, endWidth);
  const beside = foot.toLine + foot.leastLine + foot.apart;
  const scale = Math.min(1, (right - edge - labels.length * beside) / words);

  const ends = end === undefined ? right : right - endWidth * scale - foot.toEnd;
  const taken = widths.reduce((sum, width) => sum + width * scale + foot.toLine, 0);
  // Every line is as long as the others, however long the words are.
  const length = (ends - edge - taken - foot.apart * (labels.length - 1)) / labels.length;
  let x: number = edge;
  const drawn = labels.map((label, index) => {
    const word = group('text', drawText('label', label, foot.label * scale, x, foot.y));
    const from = x + (widths[index] ?? 0) * scale + foot.toLine;
    x = from + length + foot.apart;
    const status = kind === undefined ? leaders[index]?.status : undefined;
    const y = foot.y - foot.label * scale * 0.31;
    return word + (status ? group('line', drawLine(status, from, from + length, y, 8)) : '');
  });
  const date =
    end === undefined
      ? ''
      : drawText('small', end, foot.small * scale, right - endWidth * scale, foot.y);
  return drawn.join('') + group('soft', date);
}

/**
 * The line of a status.
 *
 * @param weight how thick a solid line is
 */
function drawLine(status: Status, from: number, to: number, y: number, weight: number): string {
  switch (status) {
    case 'agreed':
      return [-0.8, 0.8].map((side) => stroke(from, to, y + side * weight, weight * 0.7)).join('');
    case 'promised':
      return stroke(from, to, y, weight);
    case 'conditional': {
      // As many dashes as there is room for, so that the line also ends with one.
      const length = to - from;
      const dash = Math.min(weight * 2.6, length / 4.2);
      const count = Math.max(2, Math.round((length / dash + 0.75) / 1.75));
      const gap = (length - count * dash) / (count - 1);
      return stroke(from, to, y, weight, `${rounded(dash)} ${rounded(gap)}`);
    }
    case 'undecided': {
      const size = weight * 1.25;
      const count = Math.max(3, Math.round((to - from) / (size * 1.9)));
      const step = (to - from - size) / (count - 1);
      const dots = Array.from({ length: count }, (_, index) => {
        const x = rounded(from + size / 2 + step * index);
        return `<circle cx="${x}" cy="${rounded(y)}" r="${size / 2}"/>`;
      });
      return dots.join('');
    }
    case 'rejected': {
      // Goes no further: short, and stopped by a cross.
      const arm = weight * 1.7;
      const end = Math.min(to - arm, from + weight * 14);
      const cross = [-1, 1]
        .map((way) => line(end - arm, y - way * arm, end + arm, y + way * arm, weight * 0.8))
        .join('');
      return stroke(from, end, y, weight) + cross;
    }
  }
}

function stroke(from: number, to: number, y: number, weight: number, dashes?: string): string {
  return line(from, y, to, y, weight, dashes);
}

function line(x1: number, y1: number, x2: number, y2: number, weight: number, dashes?: string) {
  const path = `M${rounded(x1)} ${rounded(y1)}L${rounded(x2)} ${rounded(y2)}`;
  const dashed = dashes === undefined ? '' : ` stroke-dasharray="${dashes}"`;
  return `<path d="${path}" stroke-width="${rounded(weight)}"${dashed}/>`;
}

/** Shapes in one ink; lines are drawn, letters and dots are filled. */
function group(ink: keyof typeof inks, shapes: string): string {
  if (shapes === '') return '';
  const { channel } = inks[ink];
  return `<g fill="${channel}" stroke="${ink === 'line' ? channel : 'none'}">${shapes.replaceAll('<circle', '<circle stroke="none"')}</g>`;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
