/** The files of data of an edition, and what is said of each besides its records. */
import { absolute, addressesOf, type Section } from '../i18n/addresses.ts';
import type { Edition } from '../i18n/languages.ts';
import { wordsOf } from '../i18n/words.ts';
import { newestSource, siteChecked } from '../site.ts';
import { jsonSchemaOf, type DataFile, type DataHead } from './schemas.ts';

/** Under which licence words and data may be used. */
export const dataLicence = 'https://creativecommons.org/licenses/by/4.0/';

/** Where a file is, and its schema. */
export const dataSections = {
  facts: { file: 'factsData', schema: 'factsSchema', type: 'application/json' },
  promises: { file: 'promisesData', schema: 'promisesSchema', type: 'text/csv' },
  sources: { file: 'sourcesData', schema: 'sourcesSchema', type: 'application/json' },
} as const satisfies Record<DataFile, { file: Section; schema: Section; type: string }>;

/** The head of a JSON file: what it is, under which licence, and how fresh. */
export function headOf(file: DataFile, language: Edition): DataHead {
  const { site, data } = wordsOf(language);
  const to = addressesOf(language);
  return {
    title: data.files[file].title,
    schema: absolute(to.page(dataSections[file].schema)),
    about: absolute(to.page('data')),
    language,
    licence: dataLicence,
    attribution: site.name,
    checked: siteChecked,
    newestSource,
  };
}

/** A response that holds a value as JSON, to be read by people too. */
export function jsonResponse(value: unknown, type = 'application/json'): Response {
  return new Response(`${JSON.stringify(value, undefined, 1)}\n`, {
    headers: { 'Content-Type': `${type}; charset=utf-8` },
  });
}

/** The schema of a file. */
export function schemaResponse(file: DataFile, language: Edition): Response {
  const address = absolute(addressesOf(language).page(dataSections[file].schema));
  return jsonResponse(jsonSchemaOf(file, wordsOf(language), address), 'application/schema+json');
}
