/** Reads YAML and remembers on which line each value stands, so that an error can name it. */
import { readFileSync } from 'node:fs';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { ContentError, type Problem } from './problems.ts';

/** A path to a value inside a document: keys and list positions. */
export type ValuePath = readonly (string | number)[];

/** A YAML document with line numbers. */
export interface Yaml {
  /** The file it came from, as it is shown to writers. */
  readonly file: string;
  /** The whole value as plain data. */
  readonly value: unknown;
  /** The line of a value, or of the nearest value around it that exists. Counted from 1. */
  lineOf(path: ValuePath): number;
}

/**
 * Parses YAML text.
 *
 * @param text the YAML
 * @param file how to name the file in errors
 * @param firstLine the line in the file on which the text begins
 * @throws ContentError where the text is not valid YAML, or names a key twice
 */
export function parseYaml(text: string, file: string, firstLine = 1): Yaml {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  if (document.errors.length > 0) {
    throw new ContentError(
      document.errors.map((error): Problem => ({
        file,
        line: lineAt(error.pos[0]),
        message: sentence(error.message),
        remedy: 'Mend the YAML; quotation marks round the value often help.',
      })),
    );
  }
  return {
    file,
    value: document.toJS() as unknown,
    lineOf: (path) => lineAt(offsetOf(document, path)),
  };
}

/** The parser's message without its own line number, which is wrong where the text is a part of a file. */
function sentence(message: string): string {
  const [first = message] = message.split('\n');
  return `${first.replace(/ at line \d+, column \d+:?$/, '')}.`;
}

/** Reads and parses a YAML file; `shownAs` names it in errors. */
export function readYaml(path: string, shownAs: string): Yaml {
  return parseYaml(readFileSync(path, 'utf8'), shownAs);
}

/** Where a value begins: at its key where it has one, for that is where a writer looks. */
function offsetOf(document: Document, path: ValuePath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const key = path[length - 1];
    const parent: unknown =
      length === 1 ? document.contents : document.getIn(path.slice(0, length - 1), true);
    const pair = isMap(parent)
      ? parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key))
      : undefined;
    const node: unknown = pair?.key ?? document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
