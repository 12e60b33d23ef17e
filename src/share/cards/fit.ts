/**
 * Fits words into a box: the largest size at which they fit, lines of even length, no word cut.
 * Widths are measured in em, so that they hold for every size.
 */

/** The width of a text in em. */
export type Measure = (text: string) => number;

/** A paragraph to be fitted. */
export interface Block {
  /** Its sentences; from the last on they may be left out. The first always stays. */
  readonly sentences: readonly string[];
  readonly measure: Measure;
  /** The distance of baselines in em. */
  readonly leading: number;
  /** Whether its lines are made as even as they can be; for headings and single paragraphs. */
  readonly even?: boolean;
  /** How many lines at most. */
  readonly most?: number;
}

/** A paragraph as it fits: its size in pixels, and its lines. */
export interface Fitted {
  readonly size: number;
  readonly lines: readonly string[];
}

/** The room there is, in pixels. */
export interface Box {
  readonly width: number;
  readonly height: number;
  /** The space between two paragraphs. */
  readonly gap: number;
}

/**
 * Breaks a text into lines, each as full as it can be. Breaks only at spaces that allow it; a word
 * wider than a line stands alone and sticks out.
 *
 * @param width of a line in em
 */
export function breakLines(text: string, width: number, measure: Measure): string[] {
  const space = measure(' ');
  const lines: string[] = [];
  let used = Infinity;
  for (const word of text.split(/[ \t\r\n]+/).filter(Boolean)) {
    const wide = measure(word);
    if (used + space + wide <= width) {
      lines.push(`${lines.pop() ?? ''} ${word}`);
      used += space + wide;
    } else {
      lines.push(word);
      used = wide;
    }
  }
  return lines;
}

/** Breaks a text like breakLines, but leaves no word alone on the last line where that costs no line. */
export function breakWell(text: string, width: number, measure: Measure): string[] {
  const lines = breakLines(text, width, measure);
  const isAlone = (last = '') => !last.includes(' ');
  if (lines.length < 2 || !isAlone(lines.at(-1))) return lines;
  for (let narrower = width * 0.98; narrower > width * 0.8; narrower -= width * 0.02) {
    const tried = breakLines(text, narrower, measure);
    if (tried.length > lines.length) break;
    if (!isAlone(tried.at(-1)) && fits(tried, width, measure)) return tried;
  }
  return lines;
}

/** Breaks a text into as many lines as it needs, the longest of them as short as possible. */
export function breakEvenly(text: string, width: number, measure: Measure): string[] {
  const lines = breakLines(text, width, measure);
  let best = lines;
  for (let [low, high] = [width / 2, width]; high - low > 0.05;) {
    const middle = (low + high) / 2;
    const tried = breakLines(text, middle, measure);
    if (tried.length <= lines.length && fits(tried, middle, measure)) {
      best = tried;
      high = middle;
    } else {
      low = middle;
    }
  }
  return best;
}

/**
 * Fits paragraphs under one another into a box. The first of the steps at which everything fits is
 * taken. Where none is small enough, sentences of the last paragraph are left out from its end;
 * where its first sentence is still too long, it ends between words with an ellipsis.
 *
 * @param steps for each step the size of each paragraph in pixels, the largest first
 * @throws Error where even that does not fit: a single word is too wide, or a heading too long
 */
export function fitBlocks(
  blocks: readonly Block[],
  steps: readonly (readonly number[])[],
  box: Box,
): Fitted[] {
  const last = blocks.at(-1);
  if (!last) return [];
  for (let count = last.sentences.length; count > 0; count -= 1) {
    const shorter = [
      ...blocks.slice(0, -1),
      { ...last, sentences: last.sentences.slice(0, count) },
    ];
    for (const sizes of steps) {
      const fitted = shorter.map((block, index) => atSize(block, sizes[index] ?? 0, box));
      if (
        fitted.every((block) => block !== undefined) &&
        heightOf(fitted, shorter, box) <= box.height
      ) {
        return fitted;
      }
    }
  }
  const words = (last.sentences[0] ?? '').split(' ');
  if (words.length > 1) {
    const cut = words
      .slice(0, -1)
      .join(' ')
      .replace(/[\s,;:.…–-]+$/u, '');
    return fitBlocks(
      [...blocks.slice(0, -1), { ...last, sentences: [`${cut}…`] }],
      steps.slice(-1),
      box,
    );
  }
  throw new Error(
    `"${blocks.map(({ sentences }) => sentences[0]).join('" with "')}" does not fit.`,
  );
}

function atSize(block: Block, size: number, box: Box): Fitted | undefined {
  const { sentences, measure, even = false, most = Infinity } = block;
  const width = box.width / size;
  const text = sentences.join(' ');
  const lines = (even ? breakEvenly : breakWell)(text, width, measure);
  return lines.length <= most && fits(lines, width, measure) ? { size, lines } : undefined;
}

function fits(lines: readonly string[], width: number, measure: Measure): boolean {
  return lines.every((line) => measure(line) <= width + 1e-6);
}

/** The height of fitted paragraphs in pixels. */
function heightOf(fitted: readonly Fitted[], blocks: readonly Block[], box: Box): number {
  const heights = fitted.map(
    ({ size, lines }, index) => size * lines.length * (blocks[index]?.leading ?? 1),
  );
  return heights.reduce((sum, height) => sum + height, box.gap * (fitted.length - 1));
}
