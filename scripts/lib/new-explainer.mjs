// @ts-check
/**
 * Starts an article: settles what can be known about it and writes its file, with the question it
 * answers where the list of questions does not have it.
 */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { parse, stringify } from 'yaml';
import { formatDate } from '../../src/i18n/dates.ts';
import { newestSource } from '../../src/site.ts';
import { explainerScaffold } from './explainer-scaffold.mjs';
import { Failure } from './failure.mjs';
import { isSlug, slugFrom } from './slug.mjs';

/**
 * A question that readers ask.
 * @typedef {{ id: string, theme: string, plain: string }} Question
 */

const folder = 'src/content/explainers/en';
const ledgerQuestions = 'src/content/ledger/questions.yaml';
const questionWords = 'src/content/words/en/questions.yaml';

/** Share of letters in which a title may differ from a question and still be the same one. */
const closeEnough = 0.2;

/**
 * Writes `src/content/explainers/en/<slug>.md`.
 *
 * @param {object} wish
 * @param {string} wish.root the project's folder
 * @param {string} wish.title the reader's question
 * @param {string | undefined} [wish.theme] by default that of the question it answers
 * @param {string[]} [wish.answers] ids of questions; by default the one the title repeats, or a new
 *   one that asks what the title asks
 * @param {string | undefined} [wish.slug] by default made from the title
 * @param {Date} [wish.now]
 * @returns {{ file: string, theme: string, answers: string[] }} the file, relative to `root`, and
 *   what was settled
 * @throws {Failure} where something given does not exist, the file does, or a question is answered
 *   elsewhere already; nothing is written then
 */
export function newExplainer({ root, title, theme, answers = [], slug, now = new Date() }) {
  const questions = readQuestions(root);
  const known =
    answers.length > 0
      ? [...new Set(answers)].map((id) => questionOf(id, questions))
      : questions.filter((question) => question === sameQuestion(title, questions));
  refuseAnswered(known, root);
  const settledTheme = settleTheme(theme ?? known[0]?.theme, questions);
  const file = settleFile(root, slug ?? slugFrom(title));
  const answered = known.length > 0 ? known : [addQuestion(root, file, title, settledTheme)];
  const text = explainerScaffold({
    title,
    theme: settledTheme,
    answers: answered,
    related: relatedTo(settledTheme, root),
    today: now.toISOString().slice(0, 10),
    newest: formatDate('en', newestSource),
  });
  mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(root, file), text);
  return { file, theme: settledTheme, answers: answered.map(({ id }) => id) };
}

/**
 * @param {string} root
 * @returns {Question[]}
 */
function readQuestions(root) {
  /** @type {{ id: string, theme: string }[]} */
  const list = parse(readFileSync(join(root, ledgerQuestions), 'utf8'));
  /** @type {Record<string, { plain?: string }>} */
  const words = parse(readFileSync(join(root, questionWords), 'utf8'));
  return list.map(({ id, theme }) => ({ id, theme, plain: words[id]?.plain ?? '' }));
}

/**
 * @param {string} id
 * @param {Question[]} questions
 * @returns {Question}
 */
function questionOf(id, questions) {
  const question = questions.find((candidate) => candidate.id === id);
  if (question) return question;
  const ids = questions.map((candidate) => candidate.id);
  throw new Failure(`There is no question "${id}"; the nearest are ${nearest(id, ids)}.`);
}

/**
 * Each question is answered in one place.
 *
 * @param {Question[]} questions
 * @param {string} root
 */
function refuseAnswered(questions, root) {
  for (const { slug, text } of readArticles(root)) {
    const [, list = ''] = /^answers: *\[(.*)\] *$/m.exec(text) ?? [];
    const ids = list.split(',').map((entry) => entry.replace(/:.*/, '').trim());
    const taken = questions.find(({ id }) => ids.includes(id));
    if (taken) {
      throw new Failure(
        `"${taken.id}" is answered by ${slug} already; write there, or name another with --answers.`,
      );
    }
  }
}

/**
 * Adds the question that a title asks to the list of questions, with the name of the article as id.
 *
 * @param {string} root
 * @param {string} file
 * @param {string} title
 * @param {string} theme
 * @returns {Question}
 */
function addQuestion(root, file, title, theme) {
  const id = file.replace(/^.*\//, '').replace(/\.md$/, '');
  const words = stringify({ [id]: { plain: title, variants: [] } }, { lineWidth: 0 });
  appendFileSync(join(root, ledgerQuestions), `\n- id: ${id}\n  theme: ${theme}\n`);
  appendFileSync(join(root, questionWords), `\n${words}`);
  return { id, theme, plain: title };
}

/**
 * The question a title repeats, but for a few letters.
 *
 * @param {string} title
 * @param {Question[]} questions
 * @returns {Question | undefined}
 */
function sameQuestion(title, questions) {
  const wanted = bare(title);
  return questions
    .map((question) => ({ question, text: bare(question.plain) }))
    .map(({ question, text }) => ({
      question,
      difference: distance(wanted, text) / Math.max(wanted.length, text.length, 1),
    }))
    .filter(({ difference }) => difference <= closeEnough)
    .sort((a, b) => a.difference - b.difference)[0]?.question;
}

/**
 * @param {string | undefined} theme
 * @param {Question[]} questions
 * @returns {string}
 */
function settleTheme(theme, questions) {
  const themes = [...new Set(questions.map((question) => question.theme))];
  if (theme === undefined) {
    throw new Failure(
      `The title repeats no question of the list; add --theme with one of ${themes.join(', ')}.`,
    );
  }
  if (themes.includes(theme)) return theme;
  throw new Failure(`There is no theme "${theme}"; the nearest are ${nearest(theme, themes)}.`);
}

/**
 * @param {string} root
 * @param {string | null} slug
 * @returns {string} the file to write
 */
function settleFile(root, slug) {
  if (slug === null) {
    throw new Failure(
      'No address can be made from this title; give one with --slug in Latin letters.',
    );
  }
  if (!isSlug(slug)) {
    throw new Failure(
      `"${slug}" cannot be an address; use lower-case Latin letters, digits and hyphens, a letter first.`,
    );
  }
  const taken = [`${slug}.md`, `${slug}.mdx`].find((name) => existsSync(join(root, folder, name)));
  if (taken) {
    throw new Failure(`${folder}/${taken} exists already; edit it, or choose another --slug.`);
  }
  return `${folder}/${slug}.md`;
}

/**
 * Articles to read next: those of the same theme first.
 *
 * @param {string} theme
 * @param {string} root
 * @returns {string[]} at most three slugs
 */
function relatedTo(theme, root) {
  const isSameTheme = new RegExp(`^theme: ${theme}$`, 'm');
  return readArticles(root)
    .map(({ slug, text }) => ({ slug, sameTheme: isSameTheme.test(text) }))
    .sort((a, b) => Number(b.sameTheme) - Number(a.sameTheme))
    .slice(0, 3)
    .map(({ slug }) => slug);
}

/**
 * The articles there are, in the order of their names.
 *
 * @param {string} root
 * @returns {{ slug: string, text: string }[]}
 */
function readArticles(root) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder))
    .filter((name) => /\.mdx?$/.test(name))
    .sort()
    .map((name) => ({
      slug: name.replace(/\.mdx?$/, ''),
      text: readFileSync(join(root, folder, name), 'utf8'),
    }));
}

/**
 * @param {string} wanted
 * @param {string[]} known
 * @returns {string} the three names most like the one wanted: those it is a part of come first
 */
function nearest(wanted, known) {
  return known
    .map((name) => ({ name, away: name.includes(wanted) ? 0 : distance(wanted, name) }))
    .sort((a, b) => a.away - b.away)
    .slice(0, 3)
    .map(({ name }) => name)
    .join(', ');
}

/** @param {string} text */
function bare(text) {
  return text
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}
