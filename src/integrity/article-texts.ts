/**
 * The texts of the articles of a build. A page hands its own in when it is rendered, and what comes
 * after the pages writes it: see `src/share/cards/registry.ts`, which does the same.
 */

/** A registered symbol is the same in every copy of this file. */
const key = Symbol.for('guarantees-explained.article-texts');

/** The texts handed in so far, by file. */
export function articleTexts(): Map<string, string> {
  const known = Reflect.get(globalThis, key) as Map<string, string> | undefined;
  if (known) return known;
  const created = new Map<string, string>();
  Reflect.set(globalThis, key, created);
  return created;
}
