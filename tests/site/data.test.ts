/** The data to download: valid by their own schemas, complete, safe in a spreadsheet, described. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Ajv2020 } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';
import Papa from 'papaparse';

import { dossier } from './lib/dossier.ts';
import { assertNone, differences } from './lib/findings.ts';
import { all, attribute, readSite, textOf } from './lib/site.ts';

const site = readSite();
const root = site.origin + site.base;
const jsonFiles = ['facts', 'sources'] as const;

interface FactData {
  readonly id: string;
  readonly url: string;
  readonly type: string;
  readonly status: string | null;
  readonly topic: string | null;
  readonly sources: readonly { readonly id: string }[];
}

interface SourceData {
  readonly id: string;
  readonly url: string;
  readonly kind: string;
}

const parsed = (file: string) => JSON.parse(site.read(file)) as Record<string, unknown>;
const facts = parsed('data/facts.json')['facts'] as readonly FactData[];
const sources = parsed('data/sources.json')['sources'] as readonly SourceData[];
const csv = site.read('data/promises.csv');
const table = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });

/** What is wrong with a value by the schema that is published for it. */
function violations(schemaFile: string, values: readonly unknown[]): string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: true });
  formats.default(ajv);
  const validate = ajv.compile(parsed(schemaFile));
  return values.flatMap((value, index) =>
    validate(value)
      ? []
      : (validate.errors ?? []).map(
          ({ instancePath, message }) =>
            `${schemaFile}: record ${index}, ${instancePath} ${message ?? ''}`,
        ),
  );
}

test('every file keeps to the schema that is published beside it', () => {
  assertNone([
    ...jsonFiles.flatMap((name) =>
      violations(`data/${name}.schema.json`, [parsed(`data/${name}.json`)]),
    ),
    ...violations('data/promises.schema.json', table.data),
  ]);
});

test('the schemas are strict: each field is described, and an unknown one is refused', () => {
  const [fact] = facts;
  assert.ok(fact);
  const whole = parsed('data/facts.json');
  for (const broken of [
    { ...whole, facts: [{ ...fact, position: 1 }] },
    { ...whole, facts: [{ ...fact, status: 'likely' }] },
    { ...whole, facts: [{ ...fact, sources: [] }] },
    { ...whole, editor: 'somebody' },
  ]) {
    assert.notDeepEqual(violations('data/facts.schema.json', [broken]), []);
  }
  const described = (schema: unknown): string[] =>
    Object.entries((schema as { properties: Record<string, { description?: string }> }).properties)
      .filter(([name, { description }]) => !description && !['facts', 'sources'].includes(name))
      .map(([name]) => name);
  assertNone([
    ...described(parsed('data/facts.schema.json')),
    ...described(parsed('data/promises.schema.json')),
    ...described(parsed('data/sources.schema.json')),
  ]);
});

test('facts and sources are those of the ledger, and lead to each other and to pages', () => {
  assertNone([
    ...differences(
      facts.map(({ id }) => id),
      dossier.facts.map(({ id }) => id),
      'facts.json',
    ),
    ...differences(
      sources.map(({ id }) => id),
      dossier.sources.filter(({ kind }) => kind !== 'claim-only').map(({ id }) => id),
      'sources.json',
    ),
  ]);
  const known = new Set(sources.map(({ id }) => id));
  const pages = new Set(site.pages.map(({ path }) => site.origin + path));
  assertNone(
    facts.flatMap(({ id, url, sources: named }) => [
      ...(pages.has(url) ? [] : [`${id}: ${url} is no page`]),
      ...named.filter((source) => !known.has(source.id)).map((source) => `${id}: ${source.id}`),
    ]),
  );
});

test('nothing for editors alone, and no note that quotes others, is published', () => {
  const names = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [name, inner] of Object.entries(value)) {
      if (!Array.isArray(value)) names.add(name);
      collect(inner);
    }
  };
  for (const name of jsonFiles) collect(parsed(`data/${name}.json`));
  const unwanted = [
    'position',
    'note',
    'notes',
    'variants',
    'alsoAsked',
    'also',
    'forms',
    'outlet',
  ];
  assertNone(unwanted.filter((name) => names.has(name)));
});

test('promises.csv is RFC 4180 in UTF-8, and a real reader gets every cell', () => {
  assert.equal(csv.codePointAt(0), 0xfeff, 'a byte order mark, for Excel');
  assert.doesNotMatch(csv.slice(1), /\ufeff/);
  assert.doesNotMatch(csv.replaceAll('\r\n', ''), /[\r\n]/, 'lines end with CRLF alone');
  assert.ok(csv.endsWith('\r\n'));
  assert.deepEqual(table.errors, []);
  assert.deepEqual(
    table.meta.fields,
    'country country_name kind status as_of statement said_by verified fact fact_url sources'.split(
      ' ',
    ),
  );
});

test('promises.csv holds every commitment of a country, with the status of its fact', () => {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  assertNone(
    table.data.flatMap(({ fact: id = '', status, kind }) => {
      const fact = byId.get(id);
      return fact?.status === status && fact?.topic === kind
        ? []
        : [`${id}: ${status ?? ''}, ${kind ?? ''}, expected as in facts.json`];
    }),
  );
  const elsewhere = new Set(['decision', 'citizens']);
  assertNone(
    differences(
      table.data.map(({ fact = '' }) => fact),
      dossier.facts
        .filter(({ type, topic }) => type === 'commitment' && topic && !elsewhere.has(topic))
        .map(({ id }) => id),
      'promises.csv',
    ),
  );
  const turkey = table.data.find(({ country }) => country === 'TR');
  assert.equal(turkey?.['country_name'], 'Türkiye');
});

test('no cell of the table begins as a formula would', () => {
  assertNone(
    table.data.flatMap((row) =>
      Object.entries(row)
        .filter(([, cell]) => /^[=+\-@\t\r]/.test(cell))
        .map(([name, cell]) => `${row['fact'] ?? ''}: ${name} begins with "${cell.slice(0, 12)}"`),
    ),
  );
});

test('the page on the data leads to every file, names each field, licence and date', () => {
  const page = site.pages.find(({ file }) => file === 'data/index.html');
  assert.ok(page, 'data/index.html is missing');
  const links = new Set(all(page.document, 'main a').map((link) => attribute(link, 'href')));
  const files = [...site.files].filter((file) => /^data\/.*\.(json|csv)$/.test(file));
  assert.equal(files.length, 6);
  assertNone(files.filter((file) => !links.has(site.base + file)));
  assert.ok(links.has('https://creativecommons.org/licenses/by/4.0/'));
  const terms = all(page.document, 'dt code').map(textOf);
  const [fact] = facts;
  const [source] = sources;
  const head = Object.keys(parsed('data/facts.json')).filter((name) => name !== 'facts');
  const fields = [
    ...Object.keys(fact ?? {}),
    ...(table.meta.fields ?? []),
    ...Object.keys(source ?? {}),
    ...head,
  ];
  assert.deepEqual(terms, fields);
  assert.match(textOf(page.document.querySelector('main')), /on \d+\u00a0?\s?\w+ 2026/);
});

test('facts, sources and the page about the site lead to the data', () => {
  assertNone(
    ['facts/index.html', 'sources/index.html', 'about/index.html'].filter((file) => {
      const page = site.pages.find((candidate) => candidate.file === file);
      return !page?.document.querySelector(`main a[href="${site.base}data/"]`);
    }),
  );
});

test('the JSON files say where their schema and their page are, and under which licence', () => {
  assertNone(
    jsonFiles.flatMap((name) => {
      const head = parsed(`data/${name}.json`);
      const schema = `data/${name}.schema.json`;
      return [
        head['schema'] === root + schema && site.files.has(schema) ? [] : [`${name}: schema`],
        parsed(schema)['$id'] === root + schema ? [] : [`${schema}: $id`],
        head['about'] === `${root}data/` ? [] : [`${name}: about`],
        head['licence'] === 'https://creativecommons.org/licenses/by/4.0/'
          ? []
          : [`${name}: licence`],
      ].flat();
    }),
  );
});
