/** A QR code as an SVG picture of its own, black on white, made when the site is built. */
import { encode } from 'uqr';

/** White modules that must stand around a code (ISO/IEC 18004, section 5.3.8). */
const quietZone = 4;

/**
 * Draws the QR code of a text. Level M of error correction: a fold or a spot on paper costs no
 * more than about 15 % of the code, and the code stays coarse enough for a plain phone.
 *
 * @param text what a phone shall read; an address with its scheme, so that it offers to open it
 * @returns an SVG document; one unit is one module
 * @throws where the text does not fit into a QR code
 */
export function qrCode(text: string): string {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${runsOf(data)}"/></svg>\n`
  );
}

/** The black modules as a path: one flat rectangle for each run within a row. */
function runsOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) => {
      const bits = row.map(Number).join('');
      return [...bits.matchAll(/1+/g)].map(
        ({ 0: run, index: x }) => `M${x} ${y}h${run.length}v1h-${run.length}z`,
      );
    })
    .join('');
}
