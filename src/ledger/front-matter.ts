/** Splits a Markdown file into front matter and body without losing line numbers. */
import { parseYaml, type Yaml } from './yaml.ts';
import { ContentError } from './problems.ts';

export interface SplitFile {
  readonly frontMatter: Yaml;
  readonly body: string;
  /** The line of the file on which the body begins. */
  readonly bodyLine: number;
}

/** A file as it is cut in two, before anything of it is understood. */
export type CutFile = Omit<SplitFile, 'frontMatter'> & { readonly yaml: string };

/** @returns undefined where no closed front matter stands at the beginning */
export function cutFrontMatter(text: string): CutFile | undefined {
  const match = /^---\r?\n(?<yaml>[\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  const yaml = match?.groups?.['yaml'];
  if (!match || yaml === undefined) return undefined;
  return { yaml, body: text.slice(match[0].length), bodyLine: match[0].split('\n').length };
}

/**
 * @param text the whole file
 * @param file how to name it in errors
 * @throws ContentError where the front matter is missing, not closed or not valid YAML
 */
export function splitFrontMatter(text: string, file: string): SplitFile {
  const cut = cutFrontMatter(text);
  if (!cut) {
    const message = 'The file does not begin with front matter between two lines of "---".';
    throw new ContentError([
      { file, line: 1, message, remedy: 'See "Write an explainer" in README.md.' },
    ]);
  }
  const { yaml, body, bodyLine } = cut;
  return { frontMatter: parseYaml(yaml, file, 2), body, bodyLine };
}
