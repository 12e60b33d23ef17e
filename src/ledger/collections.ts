/**
 * The collections of the ledger: which files each is read from, and how the language-free data of a
 * record is joined with its words in each language.
 */
import { existsSync, globSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { z } from 'astro/zod';
import { languages } from '../i18n/languages.ts';
import { ContentError, type Problem } from './problems.ts';
import * as schemas from './schemas.ts';
import { readYaml, type ValuePath, type Yaml } from './yaml.ts';

/** Collections kept as lists of records with words beside them. */
export const listCollections = {
  facts: { files: 'facts/**/*.yaml', words: 'facts/**/*.yaml', schema: schemas.fact },
  sources: { files: 'sources.yaml', words: 'sources.yaml', schema: schemas.source },
  questions: { files: 'questions.yaml', words: 'questions.yaml', schema: schemas.question },
  terms: { files: 'terms.yaml', words: 'terms.yaml', schema: schemas.term },
  claims: { files: 'claims.yaml', words: 'claims.yaml', schema: schemas.claim },
  countries: { files: 'countries.yaml', words: 'countries.yaml', schema: schemas.country },
  tips: { files: 'tips.yaml', words: 'tips.yaml', schema: schemas.tip },
  tricks: { files: 'tricks.yaml', words: 'tricks.yaml', schema: schemas.trick },
} as const;

export type ListCollection = keyof typeof listCollections;

/** The record type of a collection, as validated. */
export type RecordOf<Name extends ListCollection> = z.infer<
  (typeof listCollections)[Name]['schema']
>;

/** A record before validation, and where its parts stand. */
export interface RawRecord {
  readonly id: string;
  readonly data: Record<string, unknown>;
  /** File and line of a value in the joined record. */
  readonly locate: (path: ValuePath) => { file: string; line: number };
}

/** Sources are the one collection whose words (a note) may be missing altogether. */
const wordsOptional: ReadonlySet<ListCollection> = new Set(['sources']);

/** The content folder, given the project's root. */
export const contentFolder = (root: string) => join(root, 'src/content');

/**
 * Reads a collection from disk and joins data with words. Values are not validated here.
 *
 * @throws ContentError for broken YAML, an id used twice, words for an id that does not exist, and
 *   a record without English words
 */
export function readRecords(root: string, name: ListCollection): RawRecord[] {
  const { files, words } = listCollections[name];
  const content = contentFolder(root);
  const problems: Problem[] = [];
  const records = new Map<string, { data: Record<string, unknown>; yaml: Yaml; index: number }>();
  const wordPlaces = new Map<string, Map<string, Yaml>>();

  for (const yaml of readAll(root, join(content, 'ledger'), files)) {
    if (!Array.isArray(yaml.value)) {
      problems.push({ file: yaml.file, message: 'This file must hold a list of records.' });
      continue;
    }
    for (const [index, item] of yaml.value.entries()) {
      const line = yaml.lineOf([index]);
      const id: unknown = isRecord(item) ? item['id'] : undefined;
      if (!isRecord(item) || typeof id !== 'string') {
        const message = 'This record has no id.';
        problems.push({ file: yaml.file, line, message, remedy: 'Begin it with "- id: a-name".' });
        continue;
      }
      for (const field of ['words', 'position'].filter((name) => name in item)) {
        const message = `"${id}" has the field "${field}", which is not written here.`;
        const remedy = field === 'words' ? `Put words into words/en/${words}.` : 'Leave it out.';
        problems.push({ file: yaml.file, line: yaml.lineOf([index, field]), message, remedy });
      }
      const earlier = records.get(id);
      if (earlier) {
        const place = `${earlier.yaml.file}:${earlier.yaml.lineOf([earlier.index])}`;
        const message = `The id "${id}" is taken (${place}).`;
        problems.push({ file: yaml.file, line, message, remedy: 'Choose another.' });
        continue;
      }
      const position = records.size;
      records.set(id, { data: { ...item, position, words: {} }, yaml, index });
      wordPlaces.set(id, new Map());
    }
  }

  for (const language of languages) {
    const folder = join(content, 'words', language);
    if (!existsSync(folder)) continue;
    for (const yaml of readAll(root, folder, words)) {
      if (!isRecord(yaml.value)) {
        problems.push({ file: yaml.file, message: 'This file must map ids to words.' });
        continue;
      }
      for (const [id, entry] of Object.entries(yaml.value)) {
        const record = records.get(id);
        const places = wordPlaces.get(id);
        if (!record || !places) {
          const message = `There are words for "${id}", but no such record in ledger/${files}.`;
          const remedy = 'Add the record, or mend the id.';
          problems.push({ file: yaml.file, line: yaml.lineOf([id]), message, remedy });
          continue;
        }
        const earlier = places.get(language);
        if (earlier) {
          const message = `There are words for "${id}" already (${earlier.file}:${earlier.lineOf([id])}).`;
          const remedy = 'Keep one of the two.';
          problems.push({ file: yaml.file, line: yaml.lineOf([id]), message, remedy });
          continue;
        }
        (record.data['words'] as Record<string, unknown>)[language] = entry;
        places.set(language, yaml);
      }
    }
  }

  for (const [id, { data, yaml, index }] of records) {
    const all = data['words'] as Record<string, unknown>;
    if (all['en'] !== undefined) continue;
    if (wordsOptional.has(name)) all['en'] = {};
    else {
      const message = `"${id}" has no English words.`;
      const remedy = `Add "${id}:" to words/en/${words}.`;
      problems.push({ file: yaml.file, line: yaml.lineOf([index]), message, remedy });
    }
  }

  if (problems.length > 0) throw new ContentError(problems);
  return [...records].map(([id, { data, yaml, index }]) => ({
    id,
    data,
    locate: ([first, language, ...rest]) => {
      const wordsYaml = wordPlaces.get(id)?.get(String(language));
      if (first === 'words' && wordsYaml) {
        return { file: wordsYaml.file, line: wordsYaml.lineOf([id, ...rest]) };
      }
      const path = [first, language, ...rest].filter((part) => part !== undefined);
      return { file: yaml.file, line: yaml.lineOf([index, ...path]) };
    },
  }));
}

/**
 * Checks a record against its schema.
 *
 * @returns the record as the schema gives it, or what is wrong with it, with file and line
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  data: unknown,
  locate: (path: ValuePath) => { file: string; line: number },
): { record: z.infer<Schema> } | { problems: Problem[] } {
  const result = schema.safeParse(data);
  if (result.success) return { record: result.data };
  return {
    problems: result.error.issues.flatMap((issue): Problem[] => {
      const path = issue.path.filter((part) => typeof part !== 'symbol');
      if (issue.code === 'unrecognized_keys') {
        return issue.keys.map((key) => ({
          ...locate([...path, key]),
          message: `"${[...path, key].join('.')}" is no known field.`,
          remedy: 'The fields are described in src/ledger/schemas.ts.',
        }));
      }
      const field = path.join('.') || 'record';
      return [
        { ...locate(path), message: `${field}: ${describe(valueAt(data, path))}${issue.message}.` },
      ];
    }),
  };
}

/** A bad value as it is shown in an error, shortened: `"drafft": `. Nothing for a missing value. */
function describe(value: unknown): string {
  if (value === undefined) return '';
  const text = JSON.stringify(value);
  const length = typeof value === 'string' ? ` (${value.length} characters)` : '';
  return text.length > 60 ? `${text.slice(0, 60)}…${length}: ` : `${text}: `;
}

function valueAt(data: unknown, path: ValuePath): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    data,
  );
}

function readAll(root: string, folder: string, pattern: string): Yaml[] {
  return globSync(pattern, { cwd: folder })
    .toSorted()
    .map((file) => {
      const path = join(folder, file);
      return readYaml(path, relative(root, path).replaceAll('\\', '/'));
    });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
