/**
 * `npm run bench:search`: measures the search of the built site with the judged queries, beside plain
 * Pagefind and MiniSearch. What the options do stands in `usage`.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { readLedger } from '../src/ledger/read.ts';
import { engineNames } from '../tests/search/lib/engines.ts';
import { judgedClasses, readJudged, type JudgedQuery } from '../tests/search/lib/judged.ts';
import { reportOf } from '../tests/search/lib/report.ts';
import { runBench } from '../tests/search/lib/run.ts';
import { benchQueries } from '../tests/search/lib/typos.ts';
import { codeOf, Failure, runMain } from './lib/failure.mjs';
import { dist as builtSite, root } from './lib/project.mjs';

/** Queries that only serve to find weights and bounds. */
const tuningFile = join(root, 'tests', 'search', 'tuning.yaml');

const usage = `npm run bench:search -- [options]
  --dist FOLDER   the built site; by default SITE_DIR or dist/
  --only CLASS    only the queries of one class
  --tuning        ask the queries that are for tuning only, instead of the judged ones
  --quick         only the site's own search, not the others beside it
  --held-out      list the failures of the held-out half too; do not look at them while tuning
  --json FILE     write every answer of every engine`;

await runMain(async () => {
  const { dist: folder, only, quick, json, tuning, 'held-out': showHeldOut } = readOptions();
  const dist = resolve(folder);
  if (!existsSync(join(dist, 'search', 'index.html'))) {
    throw new Failure(`No built site in "${dist}": run "npm run build" first.`);
  }
  const all = tuning
    ? { tune: judgedOrFailure(tuningFile), 'held-out': [] }
    : benchQueries(judgedOrFailure());
  const wanted = (one: { readonly class: string }) => only === undefined || one.class === only;
  const run = await runBench({
    dist,
    ledger: readLedger(root).ledger,
    queries: { tune: all.tune.filter(wanted), 'held-out': all['held-out'].filter(wanted) },
    engines: quick ? ['site'] : engineNames,
  });
  console.log(reportOf(run, showHeldOut));
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(run, null, 2)}\n`);
});

/** The judged queries; what is wrong with them is the whole report. */
function judgedOrFailure(file?: string): JudgedQuery[] {
  try {
    return readJudged(file);
  } catch (error) {
    throw new Failure((error as Error).message);
  }
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        dist: { type: 'string', default: process.env['SITE_DIR'] ?? builtSite },
        only: { type: 'string' },
        quick: { type: 'boolean', default: false },
        tuning: { type: 'boolean', default: false },
        'held-out': { type: 'boolean', default: false },
        json: { type: 'string' },
      },
    });
    const classes = [...judgedClasses, 'typo'];
    if (values.only === undefined || classes.includes(values.only)) return values;
    throw new Failure(`--only must be one of ${classes.join(', ')}.`);
  } catch (error) {
    if (!codeOf(error).startsWith('ERR_PARSE_ARGS')) throw error;
    throw new Failure(usage);
  }
}
