/** Brings files of Markdown into Astro's content layer. */
import { glob, type Loader } from 'astro/loaders';

/**
 * Astro's `glob()`, but texts come in as they are written, and are rendered by the pages that show
 * them (`src/markdown/render.ts`). What a text becomes depends on the ledger too, of which `glob()` knows
 * nothing when it takes a text over from an earlier build; an error in a text then stops the build,
 * where `glob()` tells of it and lets an empty page go out; and rendered texts are not kept in memory.
 *
 * MDX is left to Astro, which renders it as late.
 */
export function markdown(options: Omit<Parameters<typeof glob>[0], 'deferRender'>): Loader {
  const files = glob({ ...options, deferRender: true });
  return {
    name: 'markdown',
    async load(context) {
      const { store } = context;
      const set: typeof store.set = (entry) =>
        store.set(entry.filePath?.endsWith('.mdx') ? entry : { ...entry, deferredRender: false });
      await files.load({ ...context, store: { ...store, set } });
    },
  };
}
