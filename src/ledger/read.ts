/**
 * Reads the whole ledger from disk in plain Node, for the Markdown plugins, the checks and the
 * search index. Pages get the same records through Astro's content collections.
 */
import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'astro/zod';
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
import { createLedger, type ExplainerRecord, type Ledger, type PictureRecord } from './ledger.ts';
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

/** Wordings that a check would report and that are right. */
export interface AllowedWordingsFile {
  readonly entries: readonly schemas.AllowedWording[];
  readonly file: string;
  readonly lineOf: (path: ValuePath) => number;
}

/** A picture as it lies on disk. */
export interface PictureFile extends PictureRecord {
  readonly file: string;
  readonly locate: Locate;
}

/** The running text of a country's page as it lies on disk. */
export interface CountryPageFile {
  readonly file: string;
  /** The id of the country. */
  readonly slug: string;
  readonly language: Language;
  readonly split: SplitFile;
  readonly data: schemas.CountryPage;
}

/** The ledger as it lies on disk, with the place of each record. */
export interface LedgerFiles {
  readonly ledger: Ledger;
  readonly explainers: readonly ExplainerFile[];
  readonly homes: readonly HomeFile[];
  readonly pictures: readonly PictureFile[];
  readonly countryPages: readonly CountryPageFile[];
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
    tricks: list('tricks'),
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
  const pictures = readPictures(root, problems);
  const countryPages = readCountryPages(root, problems);
  if (problems.length > 0) throw new ContentError(problems);

  const [onlyCoalition] = coalition;
  if (!onlyCoalition) throw new Error(`${coalitionFile} is missing.`);
  return {
    ledger: createLedger({ ...records, explainers, pictures, coalition: onlyCoalition }),
    explainers,
    homes,
    pictures,
    countryPages,
    locate: (collection, id, path = []) => {
      const place = places.get(`${collection}/${id}`);
      if (!place) throw new Error(`No record "${id}" in ${collection}.`);
      return place(path);
    },
  };
}

/**
 * Reads the wordings that the check of wordings against records leaves alone.
 *
 * @throws ContentError where the file is broken
 */
export function readAllowedWordings(root: string): AllowedWordingsFile {
  const file = 'src/content/allowed-wordings.yaml';
  const yaml = readYaml(join(root, file), file);
  const locate: Locate = (path) => ({ file, line: yaml.lineOf(path) });
  const result = validate(z.array(schemas.allowedWording), yaml.value ?? [], locate);
  if ('problems' in result) throw new ContentError(result.problems);
  return { entries: result.record, file, lineOf: (path) => yaml.lineOf(path) };
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

function readPictures(root: string, problems: Problem[]): PictureFile[] {
  const folder = join(contentFolder(root), 'pictures');
  return globSync('*/*.yaml', { cwd: folder })
    .toSorted()
    .flatMap((name) => {
      const file = `src/content/pictures/${name.replaceAll('\\', '/')}`;
      return gather(problems, () => {
        const yaml = readYaml(join(folder, name), file);
        const locate: Locate = (path) => ({ file, line: yaml.lineOf(path) });
        const result = validate(schemas.picture, yaml.value, locate);
        if ('problems' in result) throw new ContentError(result.problems);
        const slug = basename(name, '.yaml');
        return [
          {
            file,
            slug,
            language: languageOf(basename(dirname(name)), file),
            data: result.record,
            locate,
          },
        ];
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
  return readMarkdown(root, 'explainers', schemas.explainer, problems).map((file) => ({
    ...file,
    body: file.split.body,
  }));
}

function readCountryPages(root: string, problems: Problem[]): CountryPageFile[] {
  return readMarkdown(root, 'countries', schemas.countryPage, problems);
}

/** A Markdown file with its place and its front matter. */
interface MarkdownFile<Data> {
  readonly file: string;
  /** The name of the file, without its ending. */
  readonly slug: string;
  readonly language: Language;
  readonly split: SplitFile;
  readonly data: Data;
}

/** Every Markdown file of a folder in `src/content/`, by language and name. */
function readMarkdown<Schema extends z.ZodType>(
  root: string,
  name: string,
  schema: Schema,
  problems: Problem[],
): MarkdownFile<z.infer<Schema>>[] {
  const folder = join(contentFolder(root), name);
  return globSync('*/*.{md,mdx}', { cwd: folder })
    .toSorted()
    .flatMap((found) => {
      const file = `src/content/${name}/${found.replaceAll('\\', '/')}`;
      return gather(problems, () => {
        const slug = basename(file).replace(/\.mdx?$/, '');
        const language = languageOf(basename(dirname(file)), file);
        const split = splitFrontMatter(readFileSync(join(folder, found), 'utf8'), file);
        const locate: Locate = (at) => ({ file, line: split.frontMatter.lineOf(at) });
        const result = validate(schema, split.frontMatter.value, locate);
        if ('problems' in result) throw new ContentError(result.problems);
        return [{ file, slug, language, split, data: result.record }];
      });
    });
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
