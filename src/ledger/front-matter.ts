/** Splits a Markdown file into front matter and body without losing line numbers. */
import { parseYaml, type Yaml } from './yaml.ts';
import { ContentError } from './problems.ts';

export interface SplitFile {
  readonly frontMatter: Yaml;
  readonly body: string;
  /** The line of the file on which the body begins. */
  readonly bodyLine: number;
}

/**
 * @param text the whole file
 * @param file how to name it in errors
 * @throws ContentError where the front matter is missing, not closed or not valid YAML
 */
export function splitFrontMatter(text: string, file: string): SplitFile {
  const match = /^---\r?\n(?<yaml>[\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  const yaml = match?.groups?.['yaml'];
  if (!match || yaml === undefined) {
    const message = 'The file does not begin with front matter between two lines of "---".';
    throw new ContentError([
      { file, line: 1, message, remedy: 'See "Write an explainer" in README.md.' },
    ]);
  }
  return {
    frontMatter: parseYaml(yaml, file, 2),
    body: text.slice(match[0].length),
    bodyLine: match[0].split('\n').length,
  };
}
