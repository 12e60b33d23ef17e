/** What pages weigh when they travel. */
import { brotliCompressSync, constants } from 'node:zlib';

import { budgets, type Budget } from './budgets.ts';
import { all, attribute, type Page, type Site } from './site.ts';

/** A page and what it weighs, in bytes. */
export interface Weight {
  readonly file: string;
  readonly budget: Budget;
  /** The HTML with its inlined styles and script. */
  readonly bytes: number;
  /** The scripts that it loads by itself, and the one in it. */
  readonly scripts: number;
}

/** How many bytes a text has when it is compressed with Brotli at its best, with the default window. */
export function compressed(text: string): number {
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

/**
 * Weighs every page of a site with something to read.
 *
 * @returns the heaviest first
 */
export function weightsOf(site: Site): Weight[] {
  const files = new Map<string, number>();
  const bytesOf = (file: string): number => {
    const bytes = files.get(file) ?? compressed(site.read(file));
    files.set(file, bytes);
    return bytes;
  };
  return site.pages
    .map((page) => ({
      file: page.file,
      budget: budgetOf(page),
      bytes: compressed(page.html),
      scripts: all(page.document, 'script:not([type="application/ld+json"])')
        .map((script) =>
          script.hasAttribute('src')
            ? bytesOf(attribute(script, 'src').slice(site.base.length))
            : compressed(script.textContent),
        )
        .reduce((sum, bytes) => sum + bytes, 0),
    }))
    .toSorted((a, b) => b.bytes - a.bytes || (a.file < b.file ? -1 : 1));
}

function budgetOf({ file }: Page): Budget {
  const budget = budgets.find(({ files }) => files.test(file));
  if (!budget) throw new Error(`${file}: no budget is for it.`);
  return budget;
}

/** A table of pages, and what each kind may weigh. */
export function weightTable(weights: readonly Weight[]): string {
  const row = (...cells: string[]) =>
    [
      ...cells.slice(0, 3).map((cell, index) => cell.padStart([8, 8, 8][index] ?? 0)),
      (cells[3] ?? '').padEnd(16),
      cells[4],
    ].join('  ');
  return [
    row('bytes', 'budget', 'scripts', 'kind', 'page'),
    ...weights.map(({ bytes, budget, scripts, file }) =>
      row(String(bytes), String(budget.bytes), String(scripts), budget.kind, file),
    ),
  ].join('\n');
}
