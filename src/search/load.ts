/** Loads what the search needs, when it is first needed. */
import type { Edition } from '../i18n/languages.ts';
import type { Engine } from './engine.ts';
import { languageOfSearch } from './languages/languages.ts';
import type { Lexicon } from './lexicon.ts';
import { searchInSteps, type Search } from './query.ts';

/** Does something once, when it is first asked for; tries again after a failure. */
export function lazily<Result>(make: () => Promise<Result>): () => Promise<Result> {
  let made: Promise<Result> | undefined;
  return () => {
    made ??= make();
    made.catch(() => (made = undefined));
    return made;
  };
}

/**
 * The search of an edition.
 *
 * @param lexicon the address of the edition's lexicon
 * @param engine gives Pagefind when a query needs the full text
 * @throws TypeError or SyntaxError where the lexicon cannot be read
 */
export async function loadSearch(
  language: Edition,
  lexicon: string,
  engine: () => Promise<Engine>,
): Promise<Search> {
  const answer = await fetch(lexicon);
  if (!answer.ok) throw new TypeError(`${lexicon}: ${answer.status}`);
  const steps = searchInSteps((await answer.json()) as Lexicon, languageOfSearch(language), engine);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await othersFirst();
  }
}

/** Lets the browser do what waits: what a reader types, say. */
function othersFirst(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

interface Pagefind extends Engine {
  options(options: object): Promise<void>;
  init(): Promise<void>;
}

/**
 * Pagefind, ready to be asked.
 *
 * @param bundle the folder in which its index lies
 * @param base the path below which the site lies
 */
export async function loadEngine(bundle: string, base: string): Promise<Engine> {
  const pagefind = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as Pagefind;
  // Pagefind has a worker, which the script of the frame must have let through: it has by then.
  if (document.readyState !== 'complete') {
    await new Promise((resolve) => {
      addEventListener('load', resolve, { once: true });
    });
  }
  await pagefind.options({ baseUrl: base, excerptLength: 28 });
  await pagefind.init();
  return pagefind;
}
