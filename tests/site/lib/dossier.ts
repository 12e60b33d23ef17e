/**
 * The records as they lie on disk, read without the site's own reader: what that reader loses must
 * not be lost here too.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { projectRoot } from './site.ts';

interface Item {
  readonly id: string;
}

interface Sourced extends Item {
  readonly sources: readonly string[];
}

interface FactItem extends Sourced {
  readonly type: string;
  readonly topic?: string;
}

interface SourceItem extends Item {
  readonly kind: string;
  readonly url: string;
  readonly published: string | null;
}

interface CountryItem extends Item {
  readonly soldiers: string | null;
}

const ledgerFolder = join(projectRoot, 'src/content/ledger');

function list(pattern: string): unknown {
  return globSync(pattern, { cwd: ledgerFolder })
    .toSorted()
    .flatMap((file) => parse(readFileSync(join(ledgerFolder, file), 'utf8')) as unknown[]);
}

/** A file below `src/content/`. */
export function readYaml(file: string): unknown {
  return parse(readFileSync(join(projectRoot, 'src/content', file), 'utf8'));
}

export const dossier = {
  facts: list('facts/**/*.yaml') as readonly FactItem[],
  sources: list('sources.yaml') as readonly SourceItem[],
  questions: list('questions.yaml') as readonly Item[],
  terms: list('terms.yaml') as readonly Sourced[],
  claims: list('claims.yaml') as readonly Sourced[],
  countries: list('countries.yaml') as readonly CountryItem[],
  tips: list('tips.yaml') as readonly Sourced[],
  tricks: list('tricks.yaml') as readonly Item[],
  coalition: readYaml('ledger/coalition.yaml') as { fact: string; members: string[] },
} as const;

/** The English names of countries and institutions, by id. */
export const countryNames = readYaml('words/en/countries.yaml') as Record<string, { name: string }>;

/** The slugs of the articles of the edition at the root of the site. */
export const explainerSlugs: readonly string[] = globSync('*.{md,mdx}', {
  cwd: join(projectRoot, 'src/content/explainers/en'),
}).map((file) => file.replace(/\.mdx?$/, ''));

/** A question that an article answers, and in which section, where not as a whole. */
export interface Answered {
  readonly slug: string;
  readonly question: string;
  readonly section: string | undefined;
}

/** The front matter of an article of the edition at the root. */
function frontMatterOf(slug: string): unknown {
  const folder = join(projectRoot, 'src/content/explainers/en');
  const [file = ''] = globSync(`${slug}.{md,mdx}`, { cwd: folder });
  const [, frontMatter = ''] =
    /^---\n([\s\S]*?)\n---/.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
  return parse(frontMatter);
}

/** The changes of an article of the edition at the root, from its front matter. */
export function changesOf(
  slug: string,
): { date: string; kind: 'published' | 'update' | 'correction' }[] {
  return (frontMatterOf(slug) as { changes: ReturnType<typeof changesOf> }).changes;
}

/** The questions that an article of the edition at the root answers, from its front matter. */
export function answersOf(slug: string): Answered[] {
  const { answers } = frontMatterOf(slug) as { answers: (string | Record<string, string>)[] };
  return answers.flatMap((answer): Answered[] =>
    typeof answer === 'string'
      ? [{ slug, question: answer, section: undefined }]
      : Object.entries(answer).map(([question, section]) => ({ slug, question, section })),
  );
}

/**
 * What identifies a page on the web, however its address is written: no scheme, no `www.`, no
 * fragment, no slash at the end.
 */
export function bareAddress(url: string): string {
  const { hostname, pathname, search } = new URL(url);
  return hostname.replace(/^www\./, '') + pathname.replace(/\/$/, '') + search;
}
