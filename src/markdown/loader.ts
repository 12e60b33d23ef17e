/** Brings files of Markdown into Astro's content layer. */
import { glob, type Loader } from 'astro/loaders';

/**
 * Astro's `glob()`, but of texts only the front matter comes in: pages read and render what they show
 * (`src/markdown/text.ts`, `src/markdown/render.ts`). What a text becomes depends on the ledger too, of
 * which `glob()` knows
 * nothing when it takes a text over from an earlier build; an error in a text then stops the build,
 * where `glob()` tells of it and lets an empty page go out; and texts are not kept in memory, where the
 * bundler needs many times their size.
 *
 * MDX is left to Astro, which renders it as late.
 */
export function markdown(options: Omit<Parameters<typeof glob>[0], 'deferRender'>): Loader {
  const files = glob({ ...options, deferRender: true });
  return {
    name: 'markdown',
    async load(context) {
      const { store } = context;
      const set: typeof store.set = (entry) => {
        const kept = { ...entry };
        delete kept.body;
        return store.set(
          entry.filePath?.endsWith('.mdx') ? kept : { ...kept, deferredRender: false },
        );
      };
      await files.load({ ...context, store: { ...store, set } });
    },
  };
}
