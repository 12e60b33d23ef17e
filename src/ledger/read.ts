/**
 * Reads the whole ledger from disk in plain Node, for the Markdown plugins, the checks and the
 * search index. Pages get the same records through Astro's content collections.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { languages, type Language } from '../i18n/languages.ts';
import {
  contentFolder,
  listCollections,
  readRecords,
  validate,
  type ListCollection,
  type RecordOf,
} from './collections.ts';
import { splitFrontMatter, type SplitFile } from './front-matter.ts';
import { createLedger, type ExplainerRecord, type Ledger } from './ledger.ts';
import { ContentError, type Problem } from './problems.ts';
import * as schemas from './schemas.ts';
import { readYaml, type ValuePath } from './yaml.ts';

/** Where a value stands in the files. */
export type Locate = (path: ValuePath) => { file: string; line: number };

/** An article as it lies on disk. */
export interface ExplainerFile extends ExplainerRecord {
  readonly file: string;
  readonly split: SplitFile;
}

/** The ledger as it lies on disk, with the place of each record. */
export interface LedgerFiles {
  readonly ledger: Ledger;
  readonly explainers: readonly ExplainerFile[];
  /** File and line of a value in a record of a list collection. */
  readonly locate: (collection: ListCollection, id: string, path?: ValuePath) => ReturnType<Locate>;
}

/**
 * @param root the project's folder
 * @throws ContentError with every problem of form: broken YAML, unknown fields, bad values
 */
export function readLedger(root: string): LedgerFiles {
  const problems: Problem[] = [];
  const places = new Map<string, Locate>();

  function list<Name extends ListCollection>(name: Name): RecordOf<Name>[] {
    return gather(problems, () => readRecords(root, name)).flatMap((raw) => {
      places.set(`${name}/${raw.id}`, raw.locate);
      const result = validate(listCollections[name].schema, raw.data, raw.locate);
      if ('record' in result) return [result.record as RecordOf<Name>];
      problems.push(...result.problems);
      return [];
    });
  }

  const records = {
    facts: list('facts'),
    sources: list('sources'),
    questions: list('questions'),
    terms: list('terms'),
    claims: list('claims'),
    countries: list('countries'),
    tips: list('tips'),
  };
  const coalitionFile = 'src/content/ledger/coalition.yaml';
  const coalition = gather(problems, () => {
    const yaml = readYaml(join(root, coalitionFile), coalitionFile);
    const locate: Locate = (path) => ({ file: coalitionFile, line: yaml.lineOf(path) });
    const result = validate(schemas.coalition, yaml.value, locate);
    if ('problems' in result) throw new ContentError(result.problems);
    return [result.record];
  });
  const explainers = readExplainers(root, problems);
  if (problems.length > 0) throw new ContentError(problems);

  const [onlyCoalition] = coalition;
  if (!onlyCoalition) throw new Error(`${coalitionFile} is missing.`);
  return {
    ledger: createLedger({ ...records, explainers, coalition: onlyCoalition }),
    explainers,
    locate: (collection, id, path = []) => {
      const place = places.get(`${collection}/${id}`);
      if (!place) throw new Error(`No record "${id}" in ${collection}.`);
      return place(path);
    },
  };
}

function readExplainers(root: string, problems: Problem[]): ExplainerFile[] {
  const folder = join(contentFolder(root), 'explainers');
  return globSync('*/*.{md,mdx}', { cwd: folder })
    .toSorted()
    .flatMap((name) => {
      const path = join(folder, name);
      const file = relative(root, path).replaceAll('\\', '/');
      return gather(problems, () => [readExplainer(path, file)]);
    });
}

function readExplainer(path: string, file: string): ExplainerFile {
  const slug = basename(file).replace(/\.mdx?$/, '');
  const folder = basename(dirname(file));
  const language = languages.find((code) => code === folder);
  if (!language) {
    const message = `"${folder}" is not a language of the site (${languages.join(', ')}).`;
    throw new ContentError([{ file, message, remedy: 'Move the file.' }]);
  }
  const split = splitFrontMatter(readFileSync(path, 'utf8'), file);
  const locate: Locate = (at) => ({ file, line: split.frontMatter.lineOf(at) });
  const result = validate(schemas.explainer, split.frontMatter.value, locate);
  if ('problems' in result) throw new ContentError(result.problems);
  return {
    file,
    split,
    slug,
    language: language satisfies Language,
    data: result.record,
    body: split.body,
  };
}

/** Runs a reader; problems it throws are kept, so that a writer sees all of them at once. */
function gather<Item>(problems: Problem[], read: () => Item[]): Item[] {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    problems.push(...error.problems);
    return [];
  }
}
