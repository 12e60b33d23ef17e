/** Every page is sound HTML. Which rules hold, and why some do not, stands in .htmlvalidate.mjs. */
import { test } from 'node:test';

import { HtmlValidate, StaticConfigLoader } from 'html-validate';

import config from '../../.htmlvalidate.mjs';

import { assertNone } from './lib/findings.ts';
import { readSite } from './lib/site.ts';

const { pages } = readSite();

test('every page is sound HTML', async () => {
  // Not by the file's place, so that a build outside the project is held to the same rules.
  const validator = new HtmlValidate(new StaticConfigLoader(config));
  const findings: string[] = [];
  for (const { file, html } of pages) {
    const { results } = await validator.validateString(html, file);
    for (const { ruleId, message, line, column } of results.flatMap(({ messages }) => messages)) {
      findings.push(`${file}:${line}:${column}: ${message} (${ruleId})`);
    }
  }
  assertNone(findings);
});
