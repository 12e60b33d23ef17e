/**
 * Turns a drawing into a PNG. The same bytes everywhere: shapes are filled by WebAssembly, which
 * computes alike on every machine, and packed in plain JavaScript, because what a system's zlib
 * makes of the same pixels depends on its version and on the processor.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32 } from 'node:zlib';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { zlibSync } from 'fflate';
import { footTop, inks, palette, shades } from './inks.ts';

let ready: Promise<void> | undefined;

/**
 * Paints a drawing of `drawCard`.
 *
 * @returns a PNG with a palette
 */
export async function paint(svg: string): Promise<Uint8Array> {
  ready ??= initWasm(
    readFileSync(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))),
  );
  await ready;
  const drawing = new Resvg(svg, { font: { loadSystemFonts: false } });
  const image = drawing.render();
  try {
    return png(image.width, image.height, indices(image.pixels, image.width, image.height));
  } finally {
    image.free();
    drawing.free();
  }
}

/**
 * For each pixel its colour's place in the palette, each row behind the byte of its filter.
 *
 * @param pixels red, green, blue and alpha of each; each ink is a channel, nothing is black
 */
function indices(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    const ground = y < footTop ? 0 : shadesOfGround;
    // The row's first byte stays 0: no filter, the best for a palette.
    const row = y * (width + 1) + 1;
    for (let x = 0; x < width; x += 1) {
      const pixel = (y * width + x) * 4;
      const red = pixels[pixel] ?? 0;
      const green = pixels[pixel + 1] ?? 0;
      const blue = pixels[pixel + 2] ?? 0;
      const cover = Math.max(red, green, blue);
      const shade = shadeOf[cover] ?? 0;
      const ink = cover === red ? 0 : cover === green ? 1 : 2;
      rows[row + x] = shade === 0 ? ground : ground + ink * shades + shade;
    }
  }
  return rows;
}

/** How many places of the palette belong to one ground. */
const shadesOfGround = Object.keys(inks).length * shades;

/** The shade that comes nearest to how much of an ink covers a pixel. */
const shadeOf = Uint8Array.from({ length: 256 }, (_, cover) =>
  Math.round((cover / 255) * (shades - 1)),
);

/** A PNG with a palette of 8 bits (ISO/IEC 15948, sections 5 and 11). */
function png(width: number, height: number, rows: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // 8 bits, palette; the one compression and filter method there is; not interlaced.
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', Uint8Array.from(palette.flat())),
    chunk('IDAT', zlibSync(rows, { level: 5, mem: 3 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([size, body, check]);
}
