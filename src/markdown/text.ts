/** The text of an entry of the content layer, which holds where it stands and not what it says. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { cutFrontMatter, type CutFile } from '../ledger/front-matter.ts';

/** An entry, as far as its text is concerned. */
export interface WithText {
  readonly id: string;
  /** From the root of the project, in which the site is built. */
  readonly filePath?: string | undefined;
}

/** The file of an entry. @throws Error where it has none */
export function fileOf({ id, filePath }: WithText): string {
  if (filePath === undefined) throw new Error(`"${id}" comes from no file.`);
  return resolve(filePath);
}

/**
 * The Markdown of an entry, as it is written, and the line of the file on which it begins. It is read
 * anew each time: thousands of texts would otherwise be in memory several times over.
 *
 * @throws Error where there is no such file
 */
export function textOf(entry: WithText): Pick<CutFile, 'body' | 'bodyLine'> {
  const text = readFileSync(fileOf(entry), 'utf8');
  return cutFrontMatter(text) ?? { body: text, bodyLine: 1 };
}
