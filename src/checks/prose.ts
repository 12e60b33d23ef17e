/**
 * Checks how an article is written: citations where they are needed, short sentences, plain words.
 * The limits are the site's own; the formulas are described in `src/prose/readability.ts`.
 */
import { formatDate } from '../i18n/dates.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Problem } from '../ledger/problems.ts';
import type { SplitFile } from '../ledger/front-matter.ts';
import type { LedgerFiles } from '../ledger/read.ts';
import { outlineOf, type Block } from '../markdown/outline.ts';
import { readability, type Readability } from '../prose/readability.ts';
import { sentencesOf, wordsOf } from '../prose/sentences.ts';
import { newestSource } from '../site.ts';
import { countriesIn, documents, namesIn, peopleIn } from './names.ts';

/** Most words in a sentence. */
export const longestSentence = 25;

/** Most sentences in a paragraph. */
export const longestParagraph = 3;

/** Highest US school grade of a page, by the harder of two formulas. */
export const highestGrade = 8;

/** Words in the body of an article, at least and at most. */
export const bodyWords = { least: 250, most: 900 } as const;

/** Words in the summary of a country's page, at least and at most. */
export const summaryWords = { least: 30, most: 160 } as const;

/** What the check found, and what it measured. */
export interface ProseReport {
  readonly problems: Problem[];
  readonly measured: { readonly file: string; readonly readability: Readability }[];
}

/** Checks every article, and the running text of every country's page. */
export function checkProse({
  explainers,
  countryPages,
  ledger,
}: Pick<LedgerFiles, 'explainers' | 'countryPages' | 'ledger'>): ProseReport {
  const needs = citationNeeds(ledger);
  const names = namesIn(ledger);
  const reports = [
    ...explainers.map(({ file, split, data }) => {
      const report = checkText({ file, split, opening: data.answer }, bodyWords, needs, names);
      const answer = { text: data.answer, line: split.frontMatter.lineOf(['answer']) };
      const problems = [...report.problems, ...checkSentences(file, answer)];
      const grade = checkGrade(file, report.grade, data.readingExemption);
      return { ...report, problems: [...problems, ...grade] };
    }),
    ...countryPages.map(({ file, split, data }) => {
      const opening = data.notKnown.join(' ');
      const report = checkText({ file, split, opening }, summaryWords, needs, names);
      const gaps = data.notKnown.flatMap((text, n) =>
        checkSentences(file, { text, line: split.frontMatter.lineOf(['notKnown', n]) }),
      );
      const grade = checkGrade(file, report.grade, undefined);
      return { ...report, problems: [...report.problems, ...gaps, ...grade] };
    }),
  ];
  return {
    problems: reports.flatMap(({ problems }) => problems),
    measured: reports.map(({ file, grade }) => ({ file, readability: grade })),
  };
}

/** Checks the paragraphs of a text and its length, and measures how hard it is to read. */
function checkText(
  { file, split, opening }: { file: string; split: SplitFile; opening: string },
  limits: { readonly least: number; readonly most: number },
  needs: CitationNeeds,
  names: readonly string[],
): { file: string; problems: Problem[]; grade: Readability } {
  const { blocks } = outlineOf(split.body, file.endsWith('.mdx') ? 'mdx' : 'md', split.bodyLine);
  const texts = blocks.map(({ text }) => text);
  const words = texts.reduce((sum, text) => sum + wordsOf(text).length, 0);
  return {
    file,
    problems: [
      ...blocks.flatMap((block) => [
        ...checkCitation(file, block, needs),
        ...checkSentences(file, block),
      ]),
      ...checkLength(file, words, limits),
    ],
    grade: readability([opening, ...texts], names),
  };
}

/** Says why a text needs a citation; undefined where it needs none. */
type CitationNeeds = (text: string, section: string | undefined) => string | undefined;

/**
 * A text needs a citation where it gives a figure or a date, names a person or a document, or says
 * what a named country does. What the site says of its own search ("we found no…") has no record.
 */
export function citationNeeds(ledger: Ledger): CitationNeeds {
  const person = anyOf(peopleIn(ledger));
  const document = anyOf(documents);
  const country = anyOf(countriesIn(ledger));
  const freshness = formatDate('en', newestSource);
  return (text, section) => {
    const claims = sentencesOf(text)
      .filter((sentence) => !/\b(we|our)\b/i.test(sentence) && !sentence.endsWith('?'))
      .join(' ')
      .replaceAll(freshness, '');
    const figure = /\p{N}+/u.exec(
      claims.replace(/\b(Article|Articles|Part|Parts) \d+(\(\d+\))?/g, ''),
    );
    if (figure) return `the figure or date "${figure[0]}"`;
    const named = person.exec(claims) ?? document.exec(claims);
    if (named) return `the name "${named[0]}"`;
    // A country named under "What is not known yet" does nothing there.
    const acting = section === 'not-known' ? null : country.exec(claims);
    return acting ? `what is said of "${acting[0]}"` : undefined;
  };
}

function checkCitation(file: string, block: Block, needs: CitationNeeds): Problem[] {
  if (block.links.some(({ kind }) => kind === 'fact' || kind === 'claim')) return [];
  const why = needs(block.text, block.section);
  if (why === undefined) return [];
  return [
    {
      file,
      line: block.line,
      message: `This paragraph has no citation, but needs one for ${why}.`,
      remedy: 'Link the phrase to its record: [phrase](fact:id).',
    },
  ];
}

function checkSentences(file: string, { text, line }: Pick<Block, 'text' | 'line'>): Problem[] {
  const sentences = sentencesOf(text);
  const long = sentences.flatMap((sentence) => {
    const count = wordsOf(sentence).length;
    if (count <= longestSentence) return [];
    const opening = sentence.split(/\s+/).slice(0, 6).join(' ');
    const message = `A sentence of ${count} words ("${opening} …").`;
    return [{ file, line, message, remedy: `Split it; ${longestSentence} words are the limit.` }];
  });
  if (sentences.length <= longestParagraph) return long;
  const message = `A paragraph of ${sentences.length} sentences.`;
  const remedy = `Split it; ${longestParagraph} sentences are the limit.`;
  return [...long, { file, line, message, remedy }];
}

function checkGrade(file: string, grade: Readability, exemption: string | undefined): Problem[] {
  if (grade.grade <= highestGrade || exemption !== undefined) return [];
  const { fleschKincaid, automated } = grade;
  return [
    {
      file,
      message: `School grade ${grade.grade.toFixed(1)} (Flesch-Kincaid ${fleschKincaid.toFixed(1)}, ARI ${automated.toFixed(1)}).`,
      remedy: `Use shorter words and sentences; grade ${highestGrade} is the limit.`,
    },
  ];
}

function checkLength(
  file: string,
  words: number,
  { least, most }: { readonly least: number; readonly most: number },
): Problem[] {
  if (words >= least && words <= most) return [];
  return [
    {
      file,
      message: `The body has ${words} words.`,
      remedy: `Write ${least} to ${most}.`,
    },
  ];
}

function anyOf(names: readonly string[]): RegExp {
  const longestFirst = names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}])(?:${longestFirst.join('|')})(?![\\p{L}])`, 'u');
}
