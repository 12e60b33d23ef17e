/**
 * The test of every browser test: whatever it looks at, it also fails where a page breaks the site's
 * policy, throws an error that nobody catches, asks another origin for anything or gets a cookie.
 * The server sends the site's own headers, so the policy is the one that readers' browsers get.
 */
import { expect, test as base } from 'playwright/test';
import { waitForTheRest } from './awake.ts';

export { expect };

interface Watched {
  /** What a test provokes and therefore may find; everything else fails it. */
  readonly provoked: RegExp | undefined;
  readonly watch: undefined;
}

/** What browsers print when a policy or Trusted Types stop something, or a header is not understood. */
const complaint = /content.security.policy|trusted ?(types?|script|html)|permissions.policy/i;

export const test = base.extend<Watched>({
  provoked: [undefined, { option: true }],
  watch: [
    async ({ context, baseURL, provoked, javaScriptEnabled }, use) => {
      const found: string[] = [];
      if (javaScriptEnabled) context.on('page', waitForTheRest);
      const { origin } = new URL(baseURL ?? '');
      context.on('console', (message) => {
        if (complaint.test(message.text())) found.push(`console: ${message.text()}`);
      });
      context.on('weberror', (error) => {
        found.push(`error: ${error.error().message}`);
      });
      context.on('request', (request) => {
        const url = new URL(request.url());
        if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin) {
          found.push(`another origin: ${url.href}`);
        }
      });
      await use(undefined);
      found.push(...(await context.cookies()).map(({ name }) => `cookie: ${name}`));
      expect(found.filter((one) => !provoked?.test(one))).toEqual([]);
    },
    { auto: true },
  ],
});
