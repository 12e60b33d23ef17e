/** Brings the ledger into Astro's content layer, where pages find it. */
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { Loader } from 'astro/loaders';
import { contentFolder, readRecords, type ListCollection } from './collections.ts';
import { readYaml } from './yaml.ts';

/**
 * A content loader for one collection of the ledger. Each record is one entry; its schema is
 * applied by Astro. In development a change of a file reloads the collection.
 */
export function ledgerLoader(name: ListCollection): Loader {
  return loader(`ledger-${name}`, (root) => readRecords(root, name));
}

/** The loader of the coalition's membership: one entry, `coalition`. */
export function coalitionLoader(): Loader {
  return loader('ledger-coalition', (root) => {
    const path = join(contentFolder(root), 'ledger/coalition.yaml');
    const { value } = readYaml(path, 'src/content/ledger/coalition.yaml');
    return [{ id: 'coalition', data: value as Record<string, unknown> }];
  });
}

function loader(
  name: string,
  read: (root: string) => readonly { id: string; data: Record<string, unknown> }[],
): Loader {
  return {
    name,
    async load({ config, store, watcher, logger, ...context }) {
      const fill = async () => {
        const records = read(fileURLToPath(config.root));
        store.clear();
        for (const { id, data } of records) {
          const parsed = await context.parseData({ id, data });
          store.set({ id, data: parsed, digest: context.generateDigest(data) });
        }
      };
      await fill();
      watcher?.on('change', (path) => {
        if (!path.endsWith('.yaml')) return;
        fill().catch((error: unknown) => {
          logger.error(error instanceof Error ? error.message : String(error));
        });
      });
    },
  };
}
