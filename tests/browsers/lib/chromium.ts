/** Chromium, driven by Playwright. */
import { chromium } from 'playwright';
import { findBrowser } from '../../../scripts/browser.mjs';
import type { Driver } from './browser.ts';

/** Starts Chromium. Throws where there is none. */
export async function startChromium(): Promise<Driver> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('Chromium is not installed.');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const context = await browser.newContext({
    locale: 'en-GB',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return {
    name: `Chromium ${browser.version()}`,
    goto: async (url) => {
      await page.goto(url);
    },
    evaluate: (expression) => page.evaluate(expression),
    clickAt: (x, y) => page.mouse.click(x, y),
    press: (keys) => page.keyboard.press(keys.join('+')),
    type: (text) => page.keyboard.type(text),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: () => page.screenshot(),
    complaints: () => Promise.resolve(complaints),
    close: () => browser.close(),
  };
}
