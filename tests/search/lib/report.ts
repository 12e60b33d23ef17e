/** The report of the bench, as text. */
import { engineNames, type EngineName } from './engines.ts';
import type { FirstResult } from './first-result.ts';
import { judgedClasses } from './judged.ts';
import * as metrics from './metrics.ts';
import type { BenchRun, Outcome } from './run.ts';

/**
 * The whole report: tables, cost, and the queries to look at.
 *
 * @param showHeldOut whether to list queries of the held-out half, which nobody should look at while
 *   tuning
 */
export function reportOf({ outcomes, first }: BenchRun, showHeldOut: boolean): string {
  const ofSplit = (wanted: string) => outcomes.filter(({ split }) => split === wanted);
  const listed = showHeldOut ? outcomes : ofSplit('tune');
  const worse = worseThan('pagefind', listed);
  const wrong = wrongCorrections(listed).map(
    (outcome) => `${nameOf(outcome)}  (${outcome.answers.site?.correction ?? ''})`,
  );
  return [
    tableOf('tune', ofSplit('tune')),
    tableOf('held-out', ofSplit('held-out')),
    tableOf('all', outcomes),
    costOf(first),
    ['== Worse than plain Pagefind by more than one rank ==', ...worse].join('\n'),
    ['== Corrections of words that stand on the site ==', ...wrong].join('\n'),
    ['== Failures: not among the first three, or junk ==', ...failuresOf(listed)].join('\n'),
  ].join('\n\n');
}

const columns: readonly [string, (all: readonly metrics.Ranked[]) => number | undefined][] = [
  ['s@1', (all) => metrics.successAt(1, all)],
  ['s@3', (all) => metrics.successAt(3, all)],
  ['nDCG', metrics.meanNdcg],
  ['none', metrics.nothingFound],
];

/** What an engine gave for some queries, in the form the measures take. */
export function rankedOf(outcomes: readonly Outcome[], engine: EngineName): metrics.Ranked[] {
  return outcomes.flatMap(({ places, answers }) => {
    const answer = answers[engine];
    return answer ? [{ places, results: answer.results }] : [];
  });
}

/** The queries that the site can answer. */
export function answerable(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(({ asked }) => asked.class !== 'no-answer');
}

/** The queries that the site cannot answer. */
export function unanswerable(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(({ asked }) => asked.class === 'no-answer');
}

/** The outcomes whose query the page corrected although every word of it stands on the site. */
export function wrongCorrections(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(({ answers, known }) => known && answers.site?.correction !== undefined);
}

/** A table: a row for each class, for each engine success@1, success@3, nDCG@10 and nothing found. */
export function tableOf(title: string, outcomes: readonly Outcome[]): string {
  const engines = engineNames.filter((name) => outcomes.some(({ answers }) => answers[name]));
  const row = (name: string, members: readonly Outcome[]) =>
    name.padEnd(12) +
    String(members.length).padStart(4) +
    engines
      .map((engine) => columns.map(([, of]) => figure(of(rankedOf(members, engine)))).join(''))
      .map((cells) => `  ${cells}`)
      .join('');
  const good = answerable(outcomes);
  const bad = unanswerable(outcomes);
  const shares = (
    name: string,
    members: readonly Outcome[],
    of: (all: readonly metrics.Ranked[]) => number | undefined,
  ) =>
    `${name.padEnd(24)}${engines
      .map((engine) => `${engine} ${figure(of(rankedOf(members, engine))).trim()}`)
      .join('   ')}`;
  const ofClass = (name: string) => outcomes.filter(({ asked }) => asked.class === name);
  const ofLanguage = (lang: string) => good.filter(({ asked }) => asked.lang === lang);
  const languages = [...new Set(good.map(({ asked }) => asked.lang))];
  return [
    `== ${title} ==`,
    `${' '.repeat(18)}${engines.map((name) => name.padEnd(6 * columns.length + 2)).join('')}`,
    `${' '.repeat(16)}${engines.map(() => `  ${columns.map(([head]) => head.padStart(6)).join('')}`).join('')}`,
    ...[...judgedClasses.filter((name) => name !== 'no-answer'), 'typo']
      .filter((name) => ofClass(name).length > 0)
      .map((name) => row(name, ofClass(name))),
    ...languages.map((lang) => row(`lang ${lang}`, ofLanguage(lang))),
    row('all', good),
    shares('wrong results only', good, metrics.wrongOnly),
    shares(`junk for ${bad.length} no-answer`, bad, metrics.junk),
    `wrong corrections       ${wrongCorrections(outcomes).length}`,
  ].join('\n');
}

function figure(value: number | undefined): string {
  return (value === undefined ? '–' : value.toFixed(2)).padStart(6);
}

/** What the first result costs. */
export function costOf(first: FirstResult): string {
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  return [
    '== First result ==',
    `all             ${first.bytes} B in ${first.requests} requests`,
    `search alone    ${first.searchBytes} B in ${first.searchRequests} requests`,
    `slow 4G         cold ${seconds(first.coldMs)}, next query ${seconds(first.warmMs)}`,
    ...first.sent.map(({ path, bytes }) => `${String(bytes).padStart(8)}  ${path}`),
  ].join('\n');
}

/** Every query that the site answers worse than another engine by more than one rank. */
export function worseThan(engine: EngineName, outcomes: readonly Outcome[]): string[] {
  return answerable(outcomes).flatMap((outcome) => {
    const own = rankIn(outcome, 'site');
    const other = rankIn(outcome, engine);
    // Beyond the first ten is rank eleven, at best.
    if (Math.min(own, 11) - Math.min(other, 11) <= 1) return [];
    return [`${nameOf(outcome)}  rank ${own}, ${engine} ${other}`];
  });
}

/** Every query without a right result among the first three, with what came first; and all junk. */
export function failuresOf(outcomes: readonly Outcome[]): string[] {
  return outcomes.flatMap((outcome) => {
    const results = outcome.answers.site?.results ?? [];
    const failed = outcome.places.length === 0 ? results.length > 0 : rankIn(outcome, 'site') > 3;
    if (!failed) return [];
    const rank = outcome.places.length === 0 ? 'junk' : `rank ${rankIn(outcome, 'site')}`;
    const correction = outcome.answers.site?.correction;
    return [
      `${nameOf(outcome)}  ${rank}${correction === undefined ? '' : `  (${correction})`}`,
      `    wanted ${outcome.places.map(({ address }) => address).join(' ') || 'nothing'}`,
      `    gave   ${results.slice(0, 3).join(' ') || 'nothing'}`,
    ];
  });
}

function rankIn({ places, answers }: Outcome, engine: EngineName): number {
  const answer = answers[engine];
  return answer ? metrics.rankOf({ places, results: answer.results }) : Infinity;
}

function nameOf({ asked, split }: Outcome): string {
  return `[${split} ${asked.class} ${asked.lang}] ${asked.query}`;
}
