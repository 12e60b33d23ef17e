/**
 * The typefaces of the preview images, as outlines. They come with the packages, never from the
 * system: an image is the same on every machine.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { create, type Font } from 'fontkit';

/** The faces in use. The site's own serif, Charter, has no Cyrillic and no free kerned version. */
const faces = {
  /** Questions and the word mark. */
  title: { family: 'source-serif-4', weight: 600, tracking: -0.018 },
  /** What the site says. */
  text: { family: 'source-serif-4', weight: 400, tracking: 0 },
  /** Words of statuses and kinds. */
  label: { family: 'source-sans-3', weight: 700, tracking: 0 },
  /** Dates and cautions. */
  small: { family: 'source-sans-3', weight: 400, tracking: 0 },
} as const;

export type Face = keyof typeof faces;

/** The files that a face is divided into, in the order in which a character is looked for. */
const subsets = ['latin', 'cyrillic', 'latin-ext', 'cyrillic-ext'] as const;

/** Every file the images may need; their content is part of what an image depends on. */
export const fontFiles: readonly string[] = Object.values(faces).flatMap(({ family, weight }) =>
  subsets.map((subset) => fontFile(family, weight, subset)),
);

/** A text as outlines: SVG path data in units of the font, y upwards, and its width in em. */
interface Outline {
  readonly glyphs: readonly { readonly path: string; readonly x: number }[];
  /** In em. */
  readonly width: number;
}

const fonts = new Map<string, Font>();
const outlines = new Map<string, Outline>();

/**
 * The width of a text in em, kerning within words included.
 *
 * @throws Error where a font is missing, or has no form of a character
 */
export function widthOf(face: Face, text: string): number {
  return words(text).reduce((sum, word) => sum + outlineOf(face, word).width, 0);
}

/**
 * A text as SVG paths.
 *
 * @param x where it begins, in pixels
 * @param y its baseline
 * @throws Error as widthOf does
 */
export function drawText(face: Face, text: string, size: number, x: number, y: number): string {
  let at = x;
  return words(text)
    .map((word) => {
      const { glyphs, width } = outlineOf(face, word);
      const scale = size / unitsPerEm;
      const paths = glyphs.map(({ path, x: offset }) => `M${offset} 0${path}`).join('');
      const start = at;
      at += width * size;
      return (
        paths &&
        `<path transform="matrix(${scale} 0 0 ${-scale} ${rounded(start)} ${y})" d="${paths}"/>`
      );
    })
    .join('');
}

/** The grid of every font in use. */
const unitsPerEm = 1000;

/** Words and the spaces between them: what is laid out, and kept, as one. */
function words(text: string): string[] {
  return text.match(/ |[^ ]+/g) ?? [];
}

function outlineOf(face: Face, text: string): Outline {
  const key = `${face} ${text}`;
  const known = outlines.get(key);
  if (known) return known;
  const { tracking } = faces[face];
  const glyphs: { path: string; x: number }[] = [];
  let x = 0;
  for (const { font, text: part } of runs(face, text)) {
    const { glyphs: shapes, positions } = font.layout(part);
    shapes.forEach((shape, index) => {
      const position = positions[index];
      const path = relativePath(shape.path.commands);
      if (path) glyphs.push({ path, x: rounded(x + (position?.xOffset ?? 0)) });
      x += (position?.xAdvance ?? 0) + tracking * unitsPerEm;
    });
  }
  const outline = { glyphs, width: x / unitsPerEm };
  outlines.set(key, outline);
  return outline;
}

/** Parts of a text, each with the font that has all its characters. */
function runs(face: Face, text: string): { font: Font; text: string }[] {
  const parts: { font: Font; text: string }[] = [];
  for (const character of text) {
    const font = fontWith(face, character);
    const last = parts.at(-1);
    if (last?.font === font) last.text += character;
    else parts.push({ font, text: character });
  }
  return parts;
}

function fontWith(face: Face, character: string): Font {
  const code = character.codePointAt(0) ?? 0;
  for (const subset of subsets) {
    const font = load(face, subset);
    if (font.hasGlyphForCodePoint(code)) return font;
  }
  const { family } = faces[face];
  throw new Error(
    `The font ${family} has no form of "${character}" (U+${code.toString(16).toUpperCase().padStart(4, '0')}), ` +
      'which a preview image needs: write it otherwise, or add a font in src/share/cards/fonts.ts.',
  );
}

function load(face: Face, subset: (typeof subsets)[number]): Font {
  const { family, weight } = faces[face];
  const file = fontFile(family, weight, subset);
  const known = fonts.get(file);
  if (known) return known;
  const font = create(readFont(file)) as Font;
  if (font.unitsPerEm !== unitsPerEm) throw new Error(`${file} has a grid of ${font.unitsPerEm}.`);
  fonts.set(file, font);
  return font;
}

/**
 * The content of a file of fontFiles.
 *
 * @throws Error in one sentence where it is missing
 */
export function readFont(file: string): Buffer {
  try {
    return readFileSync(fileURLToPath(import.meta.resolve(file)));
  } catch (cause) {
    throw new Error(
      `The preview images need the font ${file}, which is missing: run "npm ci" to install it.`,
      { cause },
    );
  }
}

function fontFile(family: string, weight: number, subset: string): string {
  return `@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`;
}

/** Path data whose every coordinate is told from the point before, so that it can stand anywhere. */
function relativePath(
  commands: readonly { readonly command: string; readonly args: readonly number[] }[],
): string {
  const letters: Readonly<Record<string, string>> = {
    moveTo: 'm',
    lineTo: 'l',
    quadraticCurveTo: 'q',
    bezierCurveTo: 'c',
    closePath: 'z',
  };
  let [x, y] = [0, 0];
  let start = [0, 0];
  return commands
    .map(({ command, args }) => {
      const relative = args.map((value, index) => rounded(value - (index % 2 === 0 ? x : y)));
      [x = 0, y = 0] = command === 'closePath' ? start : args.slice(-2);
      if (command === 'moveTo') start = [x, y];
      return (letters[command] ?? '') + relative.join(' ');
    })
    .join('');
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
