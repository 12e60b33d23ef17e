// @ts-check
/** `npm run new`: starts an article. */
import { parseArgs } from 'node:util';
import { Failure, codeOf, runMain } from './lib/failure.mjs';
import { isCommand, root } from './lib/project.mjs';

const usage =
  'Usage: npm run new -- "Who would watch the ceasefire?" [--theme where-when] [--answers id,id] [--slug words-of-the-address]';

/**
 * Reads the command line and writes the article's file.
 *
 * @param {string[]} args
 * @param {string} [project] the folder of the project
 * @returns {Promise<string>} what to tell the writer
 * @throws {Failure} where the title is missing, or something given does not exist
 */
export async function startArticle(args, project = root) {
  const { title, theme, answers, slug } = readArguments(args);
  const { newExplainer } = await import('./lib/new-explainer.mjs').catch(explainMissing);
  const article = newExplainer({ root: project, title, theme, answers, slug });
  const answered = article.answers.length > 0 ? `, answers ${article.answers.join(', ')}` : '';
  return [
    `${article.file} (theme ${article.theme}${answered})`,
    'Next: write it with "npm run dev" beside you, then "npm run check".',
  ].join('\n');
}

/** @param {string[]} args */
function readArguments(args) {
  const text = /** @type {const} */ ({ type: 'string' });
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { theme: text, answers: text, slug: text },
    });
    const title = positionals.join(' ').replace(/\s+/g, ' ').trim();
    if (title === '') throw new Failure(usage);
    const answers = (values.answers ?? '').split(',').map((id) => id.trim());
    return { ...values, title, answers: answers.filter(Boolean) };
  } catch (error) {
    if (!codeOf(error).startsWith('ERR_PARSE_ARGS')) throw error;
    throw new Failure(usage);
  }
}

/**
 * @param {unknown} error
 * @returns {never}
 */
function explainMissing(error) {
  if (codeOf(error) !== 'ERR_MODULE_NOT_FOUND') throw error;
  throw new Failure('The packages are not installed yet; run "npm ci" first.');
}

if (isCommand(import.meta.url)) {
  await runMain(async () => console.log(await startArticle(process.argv.slice(2))));
}
