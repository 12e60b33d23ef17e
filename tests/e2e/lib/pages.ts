/** Every page of the built site, for what must be so on each. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ledger } from './site.ts';

const folder = fileURLToPath(new URL('../../../dist/', import.meta.url));

/** The address of every page with something to read; pages that only lead elsewhere are left out. */
export const everyPage: readonly string[] = globSync('**/*.html', { cwd: folder })
  .filter((file) => !readFileSync(folder + file, 'utf8').includes('http-equiv="refresh"'))
  .map((file) => `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`)
  .toSorted();

// Where nothing is looked at, nothing is found.
if (everyPage.length === 0) throw new Error('There is no built site; run "npm run build" first.');

/** The address of every explainer. */
export const everyExplainer: readonly string[] = ledger.explainers
  .filter(({ language }) => language === 'en')
  .map(({ slug }) => `/explainers/${slug}/`);

/**
 * Deals things out, so that neighbours, which are alike, go to different parts and all parts take about
 * as long. An odd count keeps explainers and their leaflets, which take turns, from being parted.
 */
export function parts<Item>(items: readonly Item[], count: number): Item[][] {
  return Array.from({ length: count }, (_, part) =>
    items.filter((_item, index) => index % count === part),
  );
}
