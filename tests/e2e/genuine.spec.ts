/** A reader asks whether a copy is genuine: the page they came from, one they name, the list behind both. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { makeKey, signatureBy, type SecretKey } from '../../src/integrity/keys.ts';
import { startHost, type Host } from './lib/host.ts';
import { draftArticle } from './lib/site.ts';
import { test as base, expect } from './lib/test.ts';

const article = `/explainers/${draftArticle.slug}/`;
const list = '/manifest.sha256';
const signature = `${list}.minisig`;

const test = base.extend<{ host: Host; key: SecretKey }>({
  host: async ({}, use) => {
    const host = await startHost();
    await use(host);
    await host.stop();
  },
  baseURL: async ({ host }, use) => use(host.origin),
  key: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'key-'));
    await use(makeKey(join(folder, 'key'), ''));
    rmSync(folder, { recursive: true });
  },
});

const status = (page: Page) => page.getByRole('status');
const field = (page: Page) => page.getByRole('textbox', { name: 'Address of a page of this site' });

/** Checks an address; without one, the address that stands there. */
async function check(page: Page, address?: string): Promise<void> {
  await page.goto('/genuine/');
  if (address !== undefined) await field(page).fill(address);
  await page.getByRole('button', { name: 'Check' }).click();
}

/** As if the copy had been built with a key and signed with it. */
async function sign(host: Host, key: SecretKey): Promise<void> {
  await host.change('/genuine/', (now) =>
    now.replace('id="check-form"', `id="check-form" data-key="${key.public.text}"`),
  );
  let text = '';
  await host.change(list, (now) => (text = now));
  await host.change(signature, () => signatureBy(key, Buffer.from(text), '2026-11-26, all files'));
}

test('the page a reader came from is checked, with the keyboard alone', async ({ page }) => {
  await page.goto(article);
  const link = page.getByRole('link', { name: /^Fingerprint ([0-9a-f]{4} ?){4}$/ });
  const fingerprint = (await link.textContent())?.replace('Fingerprint ', '') ?? '';
  await page.getByRole('contentinfo').getByRole('link', { name: 'Is this copy genuine?' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Is this copy genuine?');
  await expect(field(page)).toHaveValue(new RegExp(`${article}$`));
  await field(page).press('Enter');
  await expect(status(page)).toContainText('This page is as the list of this copy says.');
  await expect(status(page)).toContainText('The list is not signed.');
  await expect(status(page)).toContainText(`Fingerprint of the explainer: ${fingerprint}`);
  await expect(status(page)).toContainText('A forged copy can also forge this check.');
});

test('a page with one word changed is found out', async ({ page, host }) => {
  await host.change(article, (now) => now.replace('no plan', 'a plan'));
  await check(page, article);
  await expect(status(page)).toContainText('This page is not as the list says.');
});

test('a signed copy says so, with the day', async ({ page, host, key }) => {
  await sign(host, key);
  await check(page, article);
  await expect(status(page)).toContainText('This page is as the list of this copy says.');
  await expect(status(page)).toContainText(
    'The list is signed with the key below (2026-11-26, all files).',
  );
});

test('a list that was changed with the page has no right signature', async ({
  page,
  host,
  key,
}) => {
  await sign(host, key);
  await host.change(list, (now) => now.replace(/[0-9a-f]/, (one) => (one === '0' ? '1' : '0')));
  await check(page, article);
  await expect(status(page)).toContainText('The signature of the list is wrong.');
});

test('a browser without Ed25519 says that it cannot check', async ({ page, host, key }) => {
  await sign(host, key);
  await page.addInitScript(() => {
    crypto.subtle.importKey = () => Promise.reject(new DOMException('', 'NotSupportedError'));
  });
  await check(page, article);
  await expect(status(page)).toContainText('Your browser cannot check the signature');
});

test('what is no page of this copy is told apart, and markup stays text', async ({ page }) => {
  for (const [address, words] of [
    ['https://other.example/explainers/', 'This is not an address of this copy.'],
    ['/explainers/nowhere/', 'This page is not on the list'],
    ['<img src=x onerror=alert(1)>', 'This page is not on the list'],
    ['javascript:alert(1)', 'This is not an address of this copy.'],
  ] as const) {
    await check(page, address);
    await expect(status(page)).toContainText(words);
    await expect(status(page).locator(':not(p)')).toHaveCount(0);
  }
});

test('a server that cannot be reached proves nothing', async ({ page, host }) => {
  await page.goto('/genuine/');
  await host.stop();
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(status(page)).toHaveText('The server cannot be reached. Nothing was checked.');
  await host.start();
});

test('fits a phone, with results on it', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await check(page, article);
  await expect(status(page)).toContainText('Fingerprint of the list');
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page explains, and names commands', async ({ page }) => {
    await page.goto('/genuine/');
    await expect(page.getByRole('button', { name: 'Check', exact: true })).toBeHidden();
    await expect(page.locator('noscript p')).toHaveText(/^This check needs JavaScript/);
    await expect(page.getByText('sha256sum -c manifest.sha256')).toBeVisible();
  });
});
