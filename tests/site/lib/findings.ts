/** Checks that look at everything and then tell all they found, not only the first. */
import assert from 'node:assert/strict';

import type { Page } from './site.ts';

/** Fails with every finding, one a line. */
export function assertNone(findings: readonly string[]): void {
  if (findings.length === 0) return;
  assert.fail(`${findings.length} to mend:\n${findings.join('\n')}`);
}

/**
 * Looks at every page and fails with all findings, each behind the file it is in.
 *
 * @param check what is wrong with a page: "what, expected"; nothing where all is well
 */
export function assertEach(
  pages: readonly Page[],
  check: (page: Page) => readonly (string | false | undefined)[],
): void {
  assert.notEqual(pages.length, 0, 'There is no page to check.');
  assertNone(
    pages.flatMap((page) =>
      check(page)
        .filter((finding) => typeof finding === 'string')
        .map((finding) => `${page.file}: ${finding}`),
    ),
  );
}

/** What stands more than once in a list, each once. */
export function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) twice.add(value);
    seen.add(value);
  }
  return [...twice];
}

/** What is in one list and not in the other, as findings. */
export function differences(
  found: Iterable<string>,
  expected: Iterable<string>,
  what: string,
): string[] {
  const are = new Set(found);
  const should = new Set(expected);
  return [
    ...[...should.difference(are)].map((value) => `${what}: "${value}" is missing`),
    ...[...are.difference(should)].map(
      (value) => `${what}: "${value}" is there, expected it not to be`,
    ),
  ];
}
