/**
 * Two engines that look for what keeps people out: axe, and IBM's, which was made by others with other
 * rules. Both run in the page, from the packages that npm installed; nothing is fetched.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { AxeResults, RunOptions } from 'axe-core';
import axe from 'axe-core';
import type { Page } from 'playwright/test';

/** Everything that axe knows of WCAG, also level AAA, and its advice beyond that. */
const everyRule = [
  'wcag2a',
  'wcag2aa',
  'wcag2aaa',
  'wcag21a',
  'wcag21aa',
  'wcag22aa',
  'best-practice',
];

/** Which rules an engine is asked: all, what differs by night, or what is the same for one template. */
export type Rules = 'all' | 'colours' | 'all but colours';

const colourRules = ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'];

/** What IBM's engine says of one element. */
interface Result {
  readonly ruleId: string;
  readonly reasonId: string;
  /** What kind of rule it is, and what came out: `['VIOLATION', 'FAIL']`. */
  readonly value: readonly [string, string];
  readonly snippet: string;
  readonly message: string;
}

interface Checker {
  readonly rulesetRules: Record<string, string[]>;
  check(node: Document, guideline: string): Promise<{ results: Result[] }>;
}

/** What the two leave in the window. */
declare global {
  var axe: { run(node: Document, options: RunOptions): Promise<AxeResults> };
  var ace: { Checker: new () => Checker };
}

const ibm = readFileSync(
  fileURLToPath(import.meta.resolve('accessibility-checker-engine/ace.js')),
  'utf8',
);

/**
 * The questions of IBM's engine: "confirm that …". A program cannot answer them, so people did, in
 * docs/decisions/accessibility.md; a question that does not stand here is a finding.
 */
const answered = new Set([
  'style_color_misuse',
  'style_highcontrast_visible',
  'element_tabbable_visible',
  'input_label_visible',
  'list_structure_proper',
  'text_sensory_misuse',
  'text_quoted_correctly',
  'text_block_heading',
  'select_options_grouped',
]);

/** Asks what `hiddenFocus` answers, and for minutes where a page has many links. */
const answeredElsewhere = 'element_tabbable_unobscured';

/** What axe finds in the page as it is, a line for each element. */
export async function axeFaults(page: Page, rules: Rules = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  // The whole report of a long page has many megabytes; pages have no frames.
  const options: RunOptions = {
    resultTypes: ['violations'],
    runOnly:
      rules === 'colours'
        ? { type: 'rule', values: colourRules }
        : { type: 'tag', values: everyRule },
    ...(rules === 'all but colours' && {
      rules: Object.fromEntries(colourRules.map((rule) => [rule, { enabled: false }])),
    }),
  };
  const { violations, passes } = await page.evaluate(async (chosen) => {
    const { violations, passes } = await globalThis.axe.run(document, chosen);
    return { violations, passes: passes.length };
  }, options);
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any, all, none }) => {
      const [reason] = [...any, ...all, ...none];
      return `axe: ${id}: ${target.join(' ')}: ${reason?.message ?? ''}`;
    }),
  );
  // An engine that ran no rule finds nothing either.
  return passes > 0 ? faults : ['axe: no rule was run'];
}

/** What IBM's engine finds in the page as it is, a line for each element. */
export async function ibmFaults(page: Page, which: 'all' | 'colours' = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'ace' in globalThis))) {
    await page.evaluate(`${ibm}; globalThis.ace = ace;`);
  }
  const { count, results } = await page.evaluate(
    async ([left, only]) => {
      const guideline = 'WCAG_2_2';
      const checker = new globalThis.ace.Checker();
      const rules = checker.rulesetRules[guideline] ?? [];
      checker.rulesetRules[guideline] = rules.filter(
        (rule) => rule !== left && rule.includes(only),
      );
      const { results } = await checker.check(document, guideline);
      return { count: results.length, results: results.filter(({ value }) => value[1] !== 'PASS') };
    },
    [answeredElsewhere, which === 'colours' ? 'text_contrast' : ''] as const,
  );
  const faults = results
    .filter(({ ruleId, value: [, outcome] }) => outcome === 'FAIL' || !answered.has(ruleId))
    .map(
      ({ ruleId, reasonId, message, snippet }) =>
        `IBM: ${ruleId} (${reasonId}): ${message}: ${snippet.slice(0, 120)}`,
    );
  return count > 0 ? faults : ['IBM: no rule was run'];
}
