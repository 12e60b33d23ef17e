/** Chance that is the same on every run: nothing here depends on the clock or on the order of a file. */

/** A 32-bit number for a text (FNV-1a, Fowler, Noll and Vo). Spreads well enough to sort by. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  // FNV leaves the last byte in the low bits; this final mix is that of MurmurHash3.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Makes a source of numbers from 0 up to, but not, 1 (mulberry32). The same seed, the same numbers. */
export function randomFrom(seed: string): () => number {
  let state = hashOf(seed);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Items in an order of chance. An item that is added or goes moves no two others past each other, so
 * a choice of the first few stays nearly the same when the file grows.
 *
 * @param keyOf what identifies an item
 */
export function shuffled<Item>(
  items: readonly Item[],
  seed: string,
  keyOf: (item: Item) => string,
): Item[] {
  return items
    .map((item) => ({ item, key: keyOf(item), place: hashOf(`${seed}\n${keyOf(item)}`) }))
    .toSorted((a, b) => a.place - b.place || a.key.localeCompare(b.key, 'en'))
    .map(({ item }) => item);
}
