/**
 * What a screen reader says, as texts that somebody has read: tests/e2e/spoken/. After a change of what
 * is said: `npm run spoken`, then read the difference as if hearing it.
 */
import { kindNames, open, type Kind } from './lib/kinds.ts';
import { phrases, transcript } from './lib/spoken.ts';
import { test, expect } from './lib/test.ts';

test.use({ bypassCSP: true, viewport: { width: 1280, height: 800 } });

/** Of kinds that are as another but for one thing, that thing. */
const parts: Partial<Record<Kind, string>> = {
  'an explainer with bars': 'figure',
  'an explainer with a table': '.prose table',
  'an explainer with steps': 'figure',
};

const file = (kind: Kind): string => `${kind.replaceAll(' ', '-')}.txt`;

test('what is said on every page is as it was read', async ({ page }) => {
  await open(page, 'home');
  const frame = [...(await phrases(page, '.masthead')), ...(await phrases(page, '.foot'))];
  expect(transcript(frame)).toMatchSnapshot('frame.txt');
});

for (const kind of kindNames) {
  test(`what is said on ${kind} is as it was read`, async ({ page }) => {
    test.setTimeout(120_000);
    await open(page, kind);
    expect(transcript(await phrases(page, parts[kind] ?? 'main'))).toMatchSnapshot(file(kind));
  });
}
