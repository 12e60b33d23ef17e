/** What pages say of themselves in JSON-LD: valid by schema.org, and true of the page they stand on. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import Validator from '@adobe/structured-data-validator';

import { changesOf } from './lib/dossier.ts';
import { assertEach, assertNone } from './lib/findings.ts';
import { isInRange, schemaOrg } from './lib/schema-org.ts';
import { all, attribute, readSite, recordPages, textOf, type Page } from './lib/site.ts';

const site = readSite();
const root = site.origin + site.base;

type Thing = Readonly<Record<string, unknown>> & { readonly '@type': string };

/** What a page says, one after another. */
function saidOn({ document }: Page): Thing[] {
  return all(document, 'script[type="application/ld+json"]').flatMap(({ textContent }) => {
    const said = JSON.parse(textContent) as Thing & { readonly '@graph'?: readonly Thing[] };
    // What is said of all together holds for each.
    const { '@graph': things, ...rest } = said;
    return things ? things.map((thing) => ({ ...rest, ...thing })) : [said];
  });
}

const find = (page: Page, type: string) => saidOn(page).find((thing) => thing['@type'] === type);

/** What a validator finds wrong: with types and properties, and with what search engines ask. */
async function issuesOf(things: readonly Thing[]): Promise<string[]> {
  const jsonld = Object.groupBy(things, (thing) => thing['@type']);
  const issues = await new Validator(schemaOrg).validate(structuredClone({ jsonld }));
  return issues.map(({ issueMessage, severity }) => `${severity}: ${issueMessage}`);
}

/** Values of a kind that schema.org does not expect for their property, at any depth. */
function outOfRange(thing: unknown): string[] {
  if (Array.isArray(thing)) return thing.flatMap(outOfRange);
  if (typeof thing !== 'object' || thing === null) return [];
  return Object.entries(thing)
    .filter(([name]) => !name.startsWith('@'))
    .flatMap(([name, value]) => [
      ...[value]
        .flat()
        .filter((one) => !name.endsWith('-input') && !isInRange(name, one))
        .map((one) => `${name} is ${JSON.stringify(one)}, which schema.org does not expect`),
      ...outOfRange(value),
    ]);
}

test('types, properties and values are those of schema.org, and nothing that is asked is missing', async () => {
  const findings: string[] = [];
  for (const page of site.pages) {
    const things = saidOn(page);
    for (const finding of [...(await issuesOf(things)), ...outOfRange(things)]) {
      findings.push(`${page.file}: ${finding}`);
    }
  }
  assertNone(findings);
});

test('the validator finds what is wrong', async () => {
  const wrong = {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: 'A',
    colour: 'b',
  };
  assert.match((await issuesOf([wrong])).join(), /"colour" for type "Article" is not supported/);
  assert.match(
    (await issuesOf([{ ...wrong, '@type': 'Artikle' }])).join(),
    /not a valid schema.org/,
  );
  const trail = { '@type': 'BreadcrumbList', itemListElement: [{ '@type': 'ListItem' }] };
  assert.notDeepEqual(await issuesOf([trail]), []);
  assert.deepEqual(outOfRange({ '@type': 'Article', publisher: { '@type': 'Place' } }).length, 1);
  assert.deepEqual(outOfRange({ '@type': 'Dataset', isAccessibleForFree: 'yes' }).length, 1);
});

test('each kind of page says what it is, and nothing that is not complete', () => {
  const byType = new Map<string, number>();
  for (const thing of site.pages.flatMap(saidOn)) {
    assert.equal(thing['@context'], 'https://schema.org');
    byType.set(thing['@type'], (byType.get(thing['@type']) ?? 0) + 1);
  }
  const count = (section: string) => recordPages(site, section).length;
  const { BreadcrumbList: trails = 0, ...others } = Object.fromEntries(byType);
  assert.deepEqual(others, {
    Article: count('explainers'),
    DefinedTerm: count('terms'),
    DefinedTermSet: 1,
    Dataset: 1,
    WebSite: 1,
  });
  assert.equal(
    trails,
    site.pages.filter(({ document }) => document.querySelector('.crumbs')).length,
  );
});

test('an article says of itself what the reader sees', () => {
  assertEach(recordPages(site, 'explainers'), (page) => {
    const article = find(page, 'Article');
    const days = changesOf(page.file.split('/').at(-2) ?? '')
      .map(({ date }) => date)
      .toSorted();
    const expected = {
      headline: textOf(page.document.querySelector('h1')),
      inLanguage: page.document.documentElement.lang,
      datePublished: days[0],
      dateModified: days.at(-1),
      license: 'https://creativecommons.org/licenses/by/4.0/',
      author: { '@type': 'Organization', name: 'Guarantees Explained' },
    };
    return Object.entries(expected).map(
      ([name, value]) =>
        JSON.stringify(article?.[name]) !== JSON.stringify(value) &&
        `${name} is ${JSON.stringify(article?.[name])}, expected ${JSON.stringify(value)}`,
    );
  });
});

test('the way to a page is the one above its heading, and its addresses exist', () => {
  const pages = new Set(site.pages.map(({ path }) => site.origin + path));
  assertEach(
    site.pages.filter(({ document }) => document.querySelector('.crumbs')),
    (page) => {
      const steps = (find(page, 'BreadcrumbList')?.['itemListElement'] ?? []) as {
        position: number;
        name: string;
        item?: string;
      }[];
      const above = all(page.document, '.crumbs a')
        .map((link) => [textOf(link), site.origin + attribute(link, 'href')] as const)
        .filter(([, address]) => !address.includes('#'));
      // The front page goes without saying where another follows.
      const seen = above.length > 1 ? above.slice(1) : above;
      const said = steps.slice(0, -1).map(({ name, item }) => [name, item]);
      return [
        JSON.stringify(said) !== JSON.stringify(seen) &&
          `${JSON.stringify(said)}, expected ${JSON.stringify(seen)}`,
        steps.some(({ position }, index) => position !== index + 1) && 'positions do not count up',
        ...steps.map(
          ({ item }) => item && !pages.has(item.replace(/#.*/, '')) && `${item} is no page`,
        ),
      ];
    },
  );
});

test('a term is defined in the words of its page, as part of the glossary', () => {
  const glossary = site.pages.find(({ file }) => file === 'terms/index.html');
  assert.ok(glossary);
  const set = find(glossary, 'DefinedTermSet')?.['@id'];
  assert.equal(set, `${root}terms/`);
  assertEach(recordPages(site, 'terms'), (page) => {
    const term = find(page, 'DefinedTerm');
    return [
      term?.['name'] !== textOf(page.document.querySelector('h1')) && 'another name',
      term?.['description'] !== textOf(page.document.querySelector('.lead')) &&
        'another definition',
      term?.['url'] !== site.origin + page.path && 'another address',
      term?.['inDefinedTermSet'] !== set && 'another glossary',
    ];
  });
});

test('the data are described with files that exist', () => {
  const page = site.pages.find(({ file }) => file === 'data/index.html');
  assert.ok(page);
  const files = find(page, 'Dataset')?.['distribution'] as { contentUrl: string }[];
  assert.equal(files.length, 3);
  assertNone(
    files
      .map(({ contentUrl }) => contentUrl)
      .filter((url) => !url.startsWith(root) || !site.files.has(url.slice(root.length))),
  );
});
