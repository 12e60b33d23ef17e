/**
 * What a reader asked this site to remember on the device: colours, country, and whether a key is
 * off. Everything is kept under one name, only after a choice on the page of settings, and can be
 * forgotten there. Whatever stands there may be broken or planted, so it is read word by word and
 * never trusted.
 */

/** The only key of the site. Copies on one host share it, as they share what it says. */
export const key = 'guarantees-explained';

export const themes = ['light', 'dark'] as const;

export type Theme = (typeof themes)[number];

export interface Preferences {
  /** Nothing where colours follow the device. */
  readonly theme?: Theme;
  /** The code of the country, in small letters. It need not be one that has a page. */
  readonly country?: string;
  /** Whether `/` leads to the search box; kept only where it does not. */
  readonly slash?: false;
}

/** What a browser keeps texts in; a part of `Storage`. */
export type Keep = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Reads a stored text. What is not as this site writes it counts as nothing. */
export function parsePreferences(stored: string | null): Preferences {
  let found: unknown;
  try {
    found = JSON.parse(stored ?? '');
  } catch {
    return {};
  }
  if (typeof found !== 'object' || found === null) return {};
  const value = (name: string): unknown =>
    Object.hasOwn(found, name) ? Reflect.get(found, name) : undefined;
  const theme = themes.find((known) => known === value('theme'));
  const country = value('country');
  return {
    ...(theme === undefined ? {} : { theme }),
    ...(typeof country === 'string' && /^[a-z]{2}$/.test(country) ? { country } : {}),
    ...(value('slash') === false ? { slash: false } : {}),
  };
}

/** What is kept; nothing where the browser keeps nothing or refuses to say. */
export function readPreferences(storage: () => Keep = () => localStorage): Preferences {
  try {
    return parsePreferences(storage().getItem(key));
  } catch {
    return {};
  }
}

/**
 * Keeps preferences; forgets everything where there are none.
 *
 * @returns whether the browser did so
 */
export function keepPreferences(
  { theme, country, slash }: Preferences,
  storage: () => Keep = () => localStorage,
): boolean {
  try {
    const isEmpty = theme === undefined && country === undefined && slash === undefined;
    if (isEmpty) storage().removeItem(key);
    // The scripts of every page look for exactly this form.
    else storage().setItem(key, JSON.stringify({ theme, country, slash }));
    return true;
  } catch {
    return false;
  }
}
