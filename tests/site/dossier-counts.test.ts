/**
 * Nothing of the dossier gets lost. Records may be added; one that has gone has taken its address
 * with it, and addresses are permanent.
 */
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { countrySlug } from '../../src/i18n/addresses.ts';

import { countryNames, dossier } from './lib/dossier.ts';
import { assertNone, repeated } from './lib/findings.ts';

const { facts, sources, questions, terms, claims, countries, tips, coalition } = dossier;

const idsOf = (items: readonly { id: string }[]) => items.map(({ id }) => id);
const ofTopic = (...topics: string[]) => facts.filter(({ topic = '' }) => topics.includes(topic));
const isJoint = ({ id }: { id: string }) => id.startsWith('joint-');

/** How many there were when they were counted last; there may be more. */
const counts: readonly (readonly [what: string, found: number, atLeast: number])[] = [
  ['facts', facts.length, 503],
  [
    'facts on what countries pledged',
    facts.filter(({ topic = 'none' }) => !['none', 'decision', 'citizens'].includes(topic)).length,
    88,
  ],
  ['facts on who decides', ofTopic('decision').length, 34],
  ['facts on what touches citizens', ofTopic('citizens').length, 30],
  ['facts on what countries did jointly', facts.filter(isJoint).length, 7 + 1],
  ['facts that belong to no country', facts.filter(({ topic }) => !topic).length, 129 + 7 + 1],
  ['sources', sources.length, 1286],
  ['questions', questions.length, 84],
  ['terms', terms.length, 94],
  ['claims', claims.length, 51],
  ['tips', tips.length, 10],
  ['tricks', dossier.tricks.length, 12],
  ['countries and institutions', countries.length, 36],
  ['members of the coalition', coalition.members.length, 34],
];

test('there are as many records as there were', () => {
  assertNone(
    counts
      .filter(([, found, atLeast]) => found < atLeast)
      .map(([what, found, atLeast]) => `${what}: ${found}, expected at least ${atLeast}`),
  );
});

test('every id that there was is still there, once', () => {
  const found: Record<string, readonly string[]> = {
    facts: idsOf(facts),
    sources: idsOf(sources),
    questions: idsOf(questions),
    terms: idsOf(terms),
    claims: idsOf(claims),
    countries: idsOf(countries),
    countryPages: Object.values(countryNames).map(({ name }) => countrySlug(name)),
    tips: idsOf(tips),
    tricks: idsOf(dossier.tricks),
  };
  const fixture = new URL('fixtures/ids.json', import.meta.url);
  const known = JSON.parse(readFileSync(fixture, 'utf8')) as Record<string, string[]>;
  assertNone(
    Object.entries(found).flatMap(([kind, ids]) => {
      const are = new Set(ids);
      const listed = known[kind] ?? [];
      return [
        ...(listed.length === 0 ? [`fixtures/ids.json: no ${kind}, expected their ids`] : []),
        ...listed
          .filter((id) => !are.has(id))
          .map((id) => `${kind}: "${id}" has gone, expected it to stay: its address is permanent`),
        ...repeated(ids).map((id) => `${kind}: "${id}" stands twice, expected once`),
      ];
    }),
  );
});

test('every source that a record names exists', () => {
  const known = new Set(idsOf(sources));
  assertNone(
    Object.entries({ facts, terms, claims, tips }).flatMap(([kind, items]) =>
      items.flatMap((item) => [
        ...(item.sources.length === 0 ? [`${kind}: "${item.id}" has no source, expected one`] : []),
        ...item.sources
          .filter((id) => !known.has(id))
          .map((id) => `${kind}: "${item.id}" names the source "${id}", expected one that exists`),
      ]),
    ),
  );
});

test('every fact that countries and the coalition name exists', () => {
  const known = new Set(idsOf(facts));
  const named = [
    ...countries.map(({ id, soldiers }) => [`countries: "${id}"`, soldiers] as const),
    ['coalition', coalition.fact] as const,
  ];
  assertNone(
    named.flatMap(([what, id]) =>
      id === null || known.has(id)
        ? []
        : [`${what} names the fact "${id}", expected one that exists`],
    ),
  );
});
