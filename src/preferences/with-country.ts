/**
 * Loads what is for readers who said where they live, for them only. Part of the script of every page,
 * so it imports nothing.
 */
import type { Keep } from './preferences.ts';

/** That of preferences.ts, where it cannot be had from: every page would load one more file for it. */
const key = 'guarantees-explained';

/** Whether a reader said where they live; what else is wrong with what is stored is seen later. */
export function hasCountry(storage: () => Pick<Keep, 'getItem'> = () => localStorage): boolean {
  try {
    return /"country":"/.test(storage().getItem(key) ?? '');
  } catch {
    return false;
  }
}

/**
 * Looks at once, and again when a page comes back out of the browser's memory.
 *
 * @param address of the script for these readers
 */
export function startForCountry(address: string): void {
  const look = (): void => {
    if (hasCountry()) void import(/* @vite-ignore */ address);
  };
  look();
  addEventListener('pageshow', look);
}
