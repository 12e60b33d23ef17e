/** Reads QR codes as a phone does: the picture is drawn, then decoded. */
import jsQR from 'jsqr';
import sharp from 'sharp';

/** The width of the drawing in pixels: several for each module of the largest code. */
const width = 300;

/**
 * The text of a QR code.
 *
 * @param svg an SVG document
 * @returns undefined where none is found
 */
export async function decodeQr(svg: string): Promise<string | undefined> {
  const { data, info } = await sharp(Buffer.from(svg))
    .resize({ width })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return jsQR(new Uint8ClampedArray(data), info.width, info.height)?.data;
}
