/**
 * Checks the content before anything is built, and hands the ledger to the Markdown plugins. Any
 * problem stops the build: a broken reference is not left to the renderer, which might only log it.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { checkReferences } from '../checks/references.ts';
import type { Ledger } from './ledger.ts';
import { ContentError } from './problems.ts';
import { readLedger } from './read.ts';

let current: Ledger | undefined;

/**
 * The ledger that the integration read last.
 *
 * @throws Error before the integration has run
 */
export function currentLedger(): Ledger {
  if (!current)
    throw new Error('The ledger has not been read yet; add ledgerIntegration() to Astro.');
  return current;
}

/** Reads and checks the ledger whenever Astro starts, and again when one of its files changes. */
export function ledgerIntegration(): AstroIntegration {
  return {
    name: 'ledger',
    hooks: {
      'astro:config:setup': ({ config, command, addWatchFile, logger }) => {
        const files = readLedger(fileURLToPath(config.root));
        const problems = checkReferences(files);
        if (problems.length > 0) throw new ContentError(problems);
        current = files.ledger;
        if (command === 'dev') addWatchFile(new URL('src/content/ledger/', config.root));
        const { facts, sources, explainers } = files.ledger;
        logger.info(
          `${facts.length} facts, ${sources.length} sources, ${explainers.length} explainers: every reference resolves`,
        );
      },
    },
  };
}
