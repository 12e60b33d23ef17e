/**
 * Explainers that nobody wrote, for measuring: what they say is put together from statements of the
 * ledger, each of them cited, and so has its terms. They never leave a throw-away folder.
 */
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Ledger } from '../../src/ledger/ledger.ts';
import type { Fact } from '../../src/ledger/schemas.ts';

/** Sections of a text, and paragraphs of a section: about 700 words, as in the articles of the site. */
const sections = 6;
const paragraphs = 3;

/** An article: its slug, the question it answers, and its file. */
export interface Generated {
  readonly slug: string;
  readonly question: string;
  readonly title: string;
  readonly theme: string;
  readonly file: string;
}

/**
 * Makes articles. The same ledger and count give the same articles.
 *
 * @param count how many
 */
export function generateExplainers(ledger: Ledger, count: number): Generated[] {
  const { facts, terms } = ledger;
  const themes = [...new Set(ledger.questions.map(({ theme }) => theme))];
  return Array.from({ length: count }, (_, index) => {
    const fact = (step: number): Fact => at(facts, index * 7 + step * 31);
    const term = at(terms, index).words.en.term;
    const title = `What about ${index + 1}: ${term}?`.slice(0, 90);
    const theme = at(themes, index);
    const slug = slugOf(index);
    const question = `bench-${index + 1}`;
    const head = {
      title,
      answer: `This text was put together to measure the build. It has the number ${index + 1}, and is about “${term}”.`,
      theme,
      answers: [question],
      keyFacts: [0, 1, 2, 3].map((step) => fact(step).id),
      checked: ledger.explainer('en', first(ledger.explainers).slug).data.checked,
      related: [1, 2, 3].slice(0, count - 1).map((step) => slugOf((index + step) % count)),
      aliases: [`${term} ${index + 1}`],
      changes: [{ date: '2026-11-01', kind: 'published', text: 'First published.' }],
    };
    const body = Array.from({ length: sections }, (_, section) => {
      const texts = Array.from({ length: paragraphs }, (_, paragraph) => {
        const step = 5 + section * paragraphs + paragraph;
        const { id, words } = fact(step);
        const other = at(terms, index + step).words.en;
        return `On this the sources say: [${plain(words.en.statement)}](fact:${id}). ${other.term} is a word for it. ${plain(other.definition)}`;
      });
      return `## Part ${section + 1} of the text {#part-${section + 1}}\n\n${texts.join('\n\n')}\n`;
    });
    const last = '## What is not known yet {#not-known}\n\n- Nothing here was asked of anybody.\n';
    return {
      slug,
      question,
      title,
      theme,
      file: `---\n${stringify(head)}---\n\n${[...body, last].join('\n')}`,
    };
  });
}

/** Writes articles, and the questions they answer, into a copy of the project. */
export function writeExplainers(root: string, articles: readonly Generated[]): void {
  const content = join(root, 'src/content');
  const folder = join(content, 'explainers/en');
  mkdirSync(folder, { recursive: true });
  for (const { slug, file } of articles) writeFileSync(join(folder, `${slug}.md`), file);
  if (articles.length === 0) return;
  const questions = articles.map(({ question: id, theme }) => ({ id, theme }));
  const words = articles.map(({ question, title }) => [
    question,
    { plain: title, variants: [title.toLowerCase()], alsoAsked: [] },
  ]);
  appendFileSync(join(content, 'ledger/questions.yaml'), `\n${stringify(questions)}`);
  appendFileSync(
    join(content, 'words/en/questions.yaml'),
    `\n${stringify(Object.fromEntries(words))}`,
  );
}

const slugOf = (index: number): string => `bench-article-${index + 1}`;

/** Text of the ledger where Markdown stands: its brackets would begin a link. */
const plain = (text: string): string => text.replace(/[[\]<>*_`\\]/g, ' ');

function at<Item>(items: readonly Item[], index: number): Item {
  return first([items[index % items.length]].filter((item) => item !== undefined));
}

function first<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (item === undefined) throw new Error('The ledger is empty.');
  return item;
}
