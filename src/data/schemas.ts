/**
 * What the published data hold. Each field is described in the interface words of an edition; the
 * page on the data and the JSON Schemas beside them are made from here, so they cannot disagree.
 */
import { z } from 'astro/zod';
import type { Words } from '../i18n/words.ts';
import { certainties, factTypes, helps, sourceKinds, statuses, topics } from '../ledger/schemas.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const day = z.iso.date();
const party = z.string().regex(/^([A-Z]{2}|[a-z]+)$/);
const verified = z.enum(['yes', 'partly', 'no']);
const words = z.string().min(1);

/** Kinds of source that a fact may rest on; where a claim was merely seen is not published as data. */
const publishedKinds = sourceKinds.filter((kind) => kind !== 'claim-only');

/** One fact of the ledger. */
const factFields = {
  id,
  url: z.url(),
  type: z.enum(factTypes),
  status: z.enum(statuses).nullable(),
  who: z.array(party).min(1),
  topic: z.enum(topics).nullable(),
  asOf: day.nullable(),
  certainty: z.enum(certainties).nullable(),
  verified,
  statement: words,
  saidBy: words.nullable(),
  sources: z.array(z.strictObject({ id, where: words.nullable() })).min(1),
};

/** One source. */
const sourceFields = {
  id,
  url: z.url(),
  title: words,
  publisher: words,
  published: z
    .string()
    .regex(/^\d{4}(-\d\d(-\d\d)?)?$/)
    .nullable(),
  language: z.string().regex(/^[a-z]{2}$/),
  kind: z.enum(publishedKinds),
};

/** One row of the table of promises. Every cell of a CSV file is text; an empty one says that nothing is known. */
const promiseFields = {
  country: z.string().regex(/^([A-Z]{2}|eu|nato)$/),
  country_name: words,
  kind: z.enum([...helps, 'general']),
  status: z.enum(statuses),
  as_of: z.union([day, z.literal('')]),
  statement: words,
  said_by: z.string(),
  verified,
  fact: id,
  fact_url: z.url(),
  sources: z.string().regex(/^https?:\/\/\S+( https?:\/\/\S+)*$/),
};

/** What stands at the head of each JSON file. */
const headFields = {
  title: words,
  schema: z.url(),
  about: z.url(),
  language: z.string(),
  licence: z.literal('https://creativecommons.org/licenses/by/4.0/'),
  attribution: words,
  checked: day,
  newestSource: day,
};

export type PublishedFact = z.infer<z.ZodObject<typeof factFields>>;
export type PublishedSource = z.infer<z.ZodObject<typeof sourceFields>>;
export type PublishedPromise = z.infer<z.ZodObject<typeof promiseFields>>;
export type DataHead = z.infer<z.ZodObject<typeof headFields>>;

/** The files, in the order in which the page on the data lists them. */
export const dataFiles = ['facts', 'promises', 'sources'] as const;

export type DataFile = (typeof dataFiles)[number];

/** The fields of the records of each file, and of the head of the JSON files. */
export const dataFields = {
  head: headFields,
  facts: factFields,
  promises: promiseFields,
  sources: sourceFields,
} as const;

/**
 * The JSON Schema (draft 2020-12) of a file: of the whole file where it is JSON, of one row where it
 * is a table.
 *
 * @param words of the edition, for the descriptions
 * @param address the absolute address of the schema, by which it is known
 */
export function jsonSchemaOf(file: DataFile, { data }: Words, address: string): object {
  const described = <Shape extends z.ZodRawShape>(
    shape: Shape,
    descriptions: Readonly<Record<keyof Shape & string, string>>,
  ) =>
    z.strictObject(
      Object.fromEntries(
        Object.entries(shape).map(([name, schema]) => [
          name,
          (schema as z.ZodType).describe(descriptions[name] ?? ''),
        ]),
      ),
    );
  const schema =
    file === 'promises'
      ? described(promiseFields, data.fields.promises)
      : described(headFields, data.fields.head).extend({
          [file]: z.array(
            file === 'facts'
              ? described(factFields, data.fields.facts)
              : described(sourceFields, data.fields.sources),
          ),
        });
  return { $id: address, title: data.files[file].title, ...z.toJSONSchema(schema) };
}

/** The values that a field may take, where they are few and fixed. */
export function valuesOf(schema: z.ZodType): readonly string[] {
  const plain = schema instanceof z.ZodNullable ? (schema.unwrap() as z.ZodType) : schema;
  return plain instanceof z.ZodEnum ? plain.options.map(String) : [];
}
