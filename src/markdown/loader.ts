/** Brings files of Markdown into Astro's content layer, with what they say rendered. */
import { glob, type Loader } from 'astro/loaders';

/**
 * Astro's `glob()`, but for two things. An error in a text stops the build, where `glob()` tells of it
 * and lets an empty page go out. And nothing is taken over from an earlier build: what a text becomes
 * depends on the ledger too, which may have changed where the file has not.
 *
 * MDX is rendered later, with its components; an error in it stops the build in any case.
 */
export function markdown(options: Parameters<typeof glob>[0]): Loader {
  const files = glob(options);
  return {
    name: 'markdown',
    async load(context) {
      const { store, watcher, logger } = context;
      const errors: string[] = [];
      const listening = logger.fork('markdown');
      listening.error = (message) => {
        // In development a text that is being written may be wrong for a while.
        if (watcher) logger.error(message);
        else errors.push(message);
      };
      store.clear();
      await files.load({ ...context, logger: listening });
      if (errors.length > 0) throw new Error(errors.join('\n'));
    },
  };
}
