/** The colours of the preview images: the light ones of `src/styles/tokens.css`, as sRGB. */

/** Where the foot begins, in pixels from above: there the ground is tinted. */
export const footTop = 532;

/** The ground above and in the foot. */
export const grounds = { page: '#f9fcfa', tint: '#eaf2ee' } as const;

/** The inks, each with the channel in which it is drawn before it is painted. */
export const inks = {
  text: { channel: '#f00', colour: '#101e1b' },
  soft: { channel: '#0f0', colour: '#364642' },
  line: { channel: '#00f', colour: '#004c38' },
} as const;

/** How many steps there are from ground to ink. */
export const shades = 16;

type Colour = readonly [red: number, green: number, blue: number];

/** Every colour of an image: for each ground, each ink from nothing to full. */
export const palette: readonly Colour[] = Object.values(grounds).flatMap((ground) =>
  Object.values(inks).flatMap(({ colour }) =>
    Array.from({ length: shades }, (_, shade) => mixed(ground, colour, shade / (shades - 1))),
  ),
);

function mixed(ground: string, ink: string, share: number): Colour {
  const [from, to] = [channelsOf(ground), channelsOf(ink)];
  const at = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * share);
  return [at(0), at(1), at(2)];
}

/** The channels of a colour such as `#f9fcfa`. */
export function channelsOf(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
