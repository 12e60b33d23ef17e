/**
 * How well the search must answer. All of the judged queries are asked in a browser; the figures are
 * shares, bytes and requests, never times. `npm run bench:search` shows the whole table.
 */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';

import { dist, root } from '../../scripts/lib/project.mjs';
import { readLedger } from '../../src/ledger/read.ts';
import { readJudged } from '../search/lib/judged.ts';
import * as metrics from '../search/lib/metrics.ts';
import { answerable, failuresOf, rankedOf, unanswerable, worseThan } from '../search/lib/report.ts';
import { runBench, type BenchRun } from '../search/lib/run.ts';
import { benchQueries } from '../search/lib/typos.ts';

/** Queries that plain Pagefind answers better by more than one rank, each with the reason. */
const worseForAReason: Readonly<Record<string, string>> = {};

describe('the search', () => {
  let run: BenchRun;

  before(async () => {
    run = await runBench({
      dist: process.env['SITE_DIR'] ?? dist,
      ledger: readLedger(root).ledger,
      queries: benchQueries(readJudged()),
      engines: ['site', 'pagefind'],
    });
  });

  const good = () => rankedOf(answerable(run.outcomes), 'site');

  const atLeast = (share: number | undefined, least: number) => {
    assert.ok((share ?? 0) >= least, `${share}\n${failuresOf(run.outcomes).join('\n')}`);
  };
  const atMost = (share: number | undefined, most: number) => {
    assert.ok((share ?? 1) <= most, `${share}\n${failuresOf(run.outcomes).join('\n')}`);
  };

  test('has a right answer among the first three for 92 in 100 queries, first for 75', () => {
    atLeast(metrics.successAt(3, good()), 0.92);
    atLeast(metrics.successAt(1, good()), 0.75);
  });

  test('finds nothing for at most 1 in 100 queries that the site answers', () => {
    atMost(metrics.nothingFound(good()), 0.01);
  });

  test('shows results for at most 10 in 100 queries about something else', () => {
    atMost(metrics.junk(rankedOf(unanswerable(run.outcomes), 'site')), 0.1);
  });

  test('answers no query worse than plain Pagefind by more than one rank, but for a reason', () => {
    const worse = worseThan('pagefind', run.outcomes);
    assert.deepEqual(
      worse.filter((line) => !Object.keys(worseForAReason).some((query) => line.includes(query))),
      [],
    );
  });

  test('costs at most 115,000 B and 12 requests to the first result', () => {
    const { bytes, requests, sent } = run.first;
    const listed = sent.map(({ path, bytes: own }) => `${own} ${path}`).join('\n');
    assert.ok(bytes <= 115_000, `${bytes} B\n${listed}`);
    assert.ok(requests <= 12, `${requests} requests\n${listed}`);
  });
});
