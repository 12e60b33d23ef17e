import { defineConfig } from 'playwright/test';
import { findBrowser } from './scripts/browser.mjs';

const browser = findBrowser();
const port = Number(process.env['E2E_PORT'] ?? 4399);

/** Browser tests against the built site, in the Chromium that is there. */
export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  // A guard against standing still, not a measure: some tests look at every page, on any machine.
  timeout: 180_000,
  workers: 2,
  reporter: [['list']],
  outputDir: 'test-results',
  // What a screen reader says, the same in every browser and on every system.
  snapshotPathTemplate: 'tests/e2e/spoken/{arg}{ext}',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'en-GB',
    timezoneId: 'UTC',
    // Every test sees the site itself; offline.spec.ts lets the worker in.
    serviceWorkers: 'block',
    launchOptions: {
      ...(browser === null ? {} : { executablePath: browser }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
  webServer: {
    command: `node scripts/serve.mjs --port ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
