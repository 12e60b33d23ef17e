/** No page weighs more than its kind may: see lib/budgets.ts. `npm run weight` prints the table. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { budgets, firstRoundTrip, scriptBytes } from './lib/budgets.ts';
import { assertNone } from './lib/findings.ts';
import { readSite } from './lib/site.ts';
import { weightsOf } from './lib/weight.ts';

const weights = weightsOf(readSite());

test('no page is heavier than its kind may be', () => {
  assertNone(
    weights
      .filter(({ bytes, budget }) => bytes > budget.bytes)
      .map(({ file, bytes, budget }) => `${file}: ${bytes} bytes, ${budget.kind}: ${budget.bytes}`),
  );
});

test('the scripts of an article are small', () => {
  assertNone(
    weights
      .filter(({ file }) => /(^|\/)explainers\/[^/]+\/index\.html$/.test(file))
      .filter(({ scripts }) => scripts > scriptBytes)
      .map(({ file, scripts }) => `${file}: ${scripts} bytes of script, at most ${scriptBytes}`),
  );
});

test('what may be heavier has a reason, and is there', () => {
  for (const budget of budgets) {
    assert.ok(budget.bytes <= firstRoundTrip || budget.because, budget.kind);
    assert.ok(
      weights.some((weight) => weight.budget === budget),
      budget.kind,
    );
  }
});
