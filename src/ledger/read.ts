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

/** The front page of an edition as it lies on disk. */
export interface HomeFile {
  readonly file: string;
  readonly language: Language;
  readonly data: schemas.Home;
  readonly locate: Locate;
}

/** The ledger as it lies on disk, with the place of each record. */
export interface LedgerFiles {
  readonly ledger: Ledger;
  readonly explainers: readonly ExplainerFile[];
  readonly homes: readonly HomeFile[];
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
  const homes = readHomes(root, problems);
  if (problems.length > 0) throw new ContentError(problems);

  const [onlyCoalition] = coalition;
  if (!onlyCoalition) throw new Error(`${coalitionFile} is missing.`);
  return {
    ledger: createLedger({ ...records, explainers, coalition: onlyCoalition }),
    explainers,
    homes,
    locate: (collection, id, path = []) => {
      const place = places.get(`${collection}/${id}`);
      if (!place) throw new Error(`No record "${id}" in ${collection}.`);
      return place(path);
    },
  };
}

function readHomes(root: string, problems: Problem[]): HomeFile[] {
  const folder = join(contentFolder(root), 'home');
  return globSync('*.yaml', { cwd: folder })
    .toSorted()
    .flatMap((name) => {
      const file = `src/content/home/${name}`;
      return gather(problems, () => {
        const yaml = readYaml(join(folder, name), file);
        const language = languageOf(basename(name, '.yaml'), file);
        const locate: Locate = (path) => ({ file, line: yaml.lineOf(path) });
        const result = validate(schemas.home, yaml.value, locate);
        if ('problems' in result) throw new ContentError(result.problems);
        return [{ file, language, data: result.record, locate }];
      });
    });
}

/** The language that a file or folder is named for. */
function languageOf(name: string, file: string): Language {
  const language = languages.find((code) => code === name);
  if (language) return language;
  const message = `"${name}" is not a language of the site (${languages.join(', ')}).`;
  throw new ContentError([{ file, message, remedy: 'Move the file.' }]);
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
  const language = languageOf(basename(dirname(file)), file);
  const split = splitFrontMatter(readFileSync(path, 'utf8'), file);
  const locate: Locate = (at) => ({ file, line: split.frontMatter.lineOf(at) });
  const result = validate(schemas.explainer, split.frontMatter.value, locate);
  if ('problems' in result) throw new ContentError(result.problems);
  return {
    file,
    split,
    slug,
    language,
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
