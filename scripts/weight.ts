/**
 * `npm run weight`: prints what the pages of the built site weigh, the heaviest first, and fails where
 * one is heavier than its kind may be. `-- --all` prints every page.
 */
import { readSite } from '../tests/site/lib/site.ts';
import { weightsOf, weightTable } from '../tests/site/lib/weight.ts';
import { Failure, runMain } from './lib/failure.mjs';

/** How many pages are printed. */
const shown = 60;

await runMain(() => {
  const weights = weightsOf(readSite());
  console.log(weightTable(process.argv.includes('--all') ? weights : weights.slice(0, shown)));
  const heavy = weights.filter(({ bytes, budget }) => bytes > budget.bytes);
  if (heavy.length > 0) {
    throw new Failure(
      `Too heavy:\n${heavy.map(({ file, bytes, budget }) => `${file}: ${bytes}, at most ${budget.bytes}`).join('\n')}`,
    );
  }
  return Promise.resolve();
});
