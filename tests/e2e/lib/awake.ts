/**
 * A page asks for the rest of its style and for its script when its text has been drawn. Tests begin
 * where a reader does something, which is after that.
 */
import type { Page } from 'playwright/test';
import { later } from '../../../src/layouts/later.ts';

/** How long a test waits for what it may itself keep from coming, in milliseconds. */
const patience = 10_000;

/** Makes a page wait for its style and script whenever it is opened or loaded again. */
export function waitForTheRest(page: Page): void {
  const goto = page.goto.bind(page);
  const reload = page.reload.bind(page);
  page.goto = async (...args) => {
    const response = await goto(...args);
    await theRest(page);
    return response;
  };
  page.reload = async (...args) => {
    const response = await reload(...args);
    await theRest(page);
    return response;
  };
}

/** Waits until the style is there and the script has begun its work; at once where nothing sleeps. */
async function theRest(page: Page): Promise<void> {
  const isThere = (style: string): boolean => {
    const link = document.getElementById(style) as HTMLLinkElement | null;
    const { trustedTypes } = window as unknown as { trustedTypes?: { defaultPolicy: unknown } };
    const hasScript = document.querySelector('[src*="/page-"]') !== null;
    return link?.sheet !== null && (!hasScript || Boolean(trustedTypes?.defaultPolicy));
  };
  await page.waitForFunction(isThere, later.style, { timeout: patience }).catch(() => undefined);
}
