/**
 * Checks the content before anything is built, and hands the ledger to the Markdown plugins. Any
 * problem stops the build: a broken reference is not left to the renderer, which might only log it.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkReferences } from '../checks/references.ts';
import { contentFolder } from './collections.ts';
import type { Ledger } from './ledger.ts';
import { ContentError } from './problems.ts';
import { readLedger } from './read.ts';

let root = '';
let current: Ledger | undefined;

/**
 * The ledger as the integration checked it last. It is read when it is asked for: a build whose texts
 * are rendered by its pages never does, and has the memory for them.
 *
 * @throws Error before the integration has run
 */
export function currentLedger(): Ledger {
  if (root === '')
    throw new Error('The ledger has not been checked yet; add ledgerIntegration() to Astro.');
  current ??= readLedger(root).ledger;
  return current;
}

/**
 * Reads and checks the ledger when Astro starts, and in development again whenever one of its files
 * changes. There a problem is told, and a ledger that is in use stays in use.
 */
export function ledgerIntegration(): AstroIntegration {
  const read = () => {
    const files = readLedger(root);
    const problems = checkReferences(files);
    if (problems.length > 0) throw new ContentError(problems);
    current = undefined;
    return files.ledger;
  };
  return {
    name: 'ledger',
    hooks: {
      'astro:config:setup': ({ config, logger }) => {
        root = fileURLToPath(config.root);
        const { facts, sources, explainers } = read();
        logger.info(
          `${facts.length} facts, ${sources.length} sources, ${explainers.length} explainers: every reference resolves`,
        );
      },
      'astro:server:setup': ({ server, logger }) => {
        server.watcher.on('change', (path) => {
          if (!path.startsWith(contentFolder(root))) return;
          try {
            read();
          } catch (error) {
            if (!(error instanceof ContentError)) throw error;
            logger.error(error.message);
          }
        });
      },
    },
  };
}
