// @ts-check
/**
 * The headers that a built site asks for, from its file `_headers`: a line with an address, on which
 * `*` may end, then indented lines with headers. Every rule that fits an address adds its own.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A rule: where it holds, and what it adds.
 * @typedef {{ path: string, headers: Record<string, string> }} HeaderRule
 */

/**
 * Reads the rules of a built site.
 *
 * @param {string} folder
 * @returns {Promise<HeaderRule[]>} none where the site has no such file
 */
export async function readHeaders(folder) {
  /** @type {HeaderRule[]} */
  const rules = [];
  const text = await readFile(join(folder, '_headers'), 'utf8').catch(() => '');
  for (const line of text.split('\n')) {
    const [, name, value = ''] = /^\s+([\w-]+):\s*(.*)$/.exec(line) ?? [];
    if (line.startsWith('/')) rules.push({ path: line.trim(), headers: {} });
    else if (name) Object.assign(rules.at(-1)?.headers ?? {}, { [name]: value.trim() });
  }
  return rules;
}

/**
 * Whether a rule holds for an address.
 *
 * @param {HeaderRule} rule
 * @param {string} path of the address, without the query
 */
export function fits({ path: pattern }, path) {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}

/**
 * The headers of an answer.
 *
 * @param {readonly HeaderRule[]} rules
 * @param {string} path of the address, without the query
 * @returns {Record<string, string>}
 */
export function headersAt(rules, path) {
  return Object.assign(
    {},
    ...rules.filter((rule) => fits(rule, path)).map(({ headers }) => headers),
  );
}
