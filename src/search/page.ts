/**
 * The search page in the browser. Without it the form still leads here and the page lists
 * everything.
 */
import type { Edition } from '../i18n/languages.ts';
import { searchWordsOf } from '../i18n/search-words.ts';
import { showTheRest } from './asked.ts';
import { cleanQuery } from './clean.ts';
import { resultKinds, type ResultKind } from './kinds.ts';
import { lazily, loadEngine, loadSearch } from './load.ts';
import type { SearchAnswer } from './query.ts';
import { insteadLine, kindChoices, renew, resultItem, shortAnswer, statusLine } from './render.ts';

/** How long typing must pause before a search starts, in milliseconds. */
const pause = 180;

/** Brings the page to life. Does nothing where its parts are missing. */
export function startSearchPage(): void {
  const app = document.querySelector<HTMLElement>('#search-app');
  const input = document.querySelector<HTMLInputElement>('main input[name=q]');
  const status = app?.querySelector<HTMLElement>('#search-status');
  const correction = app?.querySelector<HTMLElement>('#search-correction');
  const short = app?.querySelector<HTMLElement>('#short-answer');
  const filter = app?.querySelector<HTMLElement>('#search-filter');
  const choices = filter?.querySelector<HTMLElement>('div');
  const list = app?.querySelector<HTMLOListElement>('#search-results');
  const nothing = app?.querySelector<HTMLElement>('#search-nothing');
  if (!app || !input?.form || !status || !correction || !short) return;
  if (!filter || !choices || !list || !nothing) return;

  const language = (app.dataset['language'] ?? 'en') as Edition;
  const words = searchWordsOf(language);
  const { bundle = '/pagefind/', base = '/' } = app.dataset;
  const engine = lazily(() => loadEngine(bundle, base));
  const search = lazily(() => loadSearch(language, app.dataset['lexicon'] ?? '', engine));
  let latest = 0;
  // The address of the question that was asked last: typing another one begins a new entry in the
  // history, further typing keeps that entry in step.
  let asked = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shown: SearchAnswer | undefined;

  const clear = (): void => {
    shown = undefined;
    delete app.dataset['answered'];
    for (const part of [list, correction, short, choices]) part.replaceChildren();
    for (const part of [list, correction, short, filter, nothing]) part.hidden = true;
    status.textContent = '';
  };

  const show = async (typed: string): Promise<void> => {
    const turn = (latest += 1);
    const query = cleanQuery(typed);
    if (query === '') {
      clear();
      showTheRest();
      return;
    }
    if (!shown) status.textContent = words.loading;
    try {
      const { first, whole } = (await search())(query);
      if (turn !== latest) return;
      if (first) {
        render(first);
        // What is known already is seen before the full text is loaded for more.
        await painted();
      }
      if (turn !== latest) return;
      const answer = first ? await whole().catch(() => first) : await whole();
      if (turn === latest && answer !== first) render(answer);
    } catch {
      if (turn !== latest) return;
      clear();
      status.textContent = words.failed;
    } finally {
      if (turn === latest) showTheRest();
    }
  };

  const render = (answer: SearchAnswer): void => {
    shown = answer;
    const { query, results, corrections, short: place } = answer;
    const kind = results.some((result) => result.kind === kindInAddress())
      ? kindInAddress()
      : undefined;
    const listed = results.filter((result) => kind === undefined || result.kind === kind);
    renew(
      list,
      listed.map((result) => resultItem(result, words)),
    );
    list.hidden = listed.length === 0;
    nothing.hidden = results.length > 0;
    renew(short, place ? shortAnswer(place, words) : []);
    short.hidden = !place;
    renew(correction, corrections.length > 0 ? insteadLine(answer, words, addressFor) : []);
    correction.hidden = corrections.length === 0;
    // The choices are made anew, for their numbers: the cursor stays on the one that was taken.
    const choosing = choices.contains(document.activeElement);
    choices.replaceChildren(...kindChoices(results, kind, words));
    filter.hidden = choices.childElementCount === 0;
    if (choosing) choices.querySelector<HTMLInputElement>(':checked')?.focus();
    status.textContent = statusLine(answer, listed.length, words);
    app.dataset['answered'] = query;
  };

  // The lexicon first: it answers most questions alone.
  const warm = (): void =>
    void search()
      .then(engine)
      .catch(() => undefined);
  input.addEventListener('focus', warm, { once: true });
  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const address = addressFor(input.value);
      if (address === here()) return;
      if (here() === asked) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
      void show(input.value);
    }, pause);
  });
  input.form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    const address = addressFor(input.value);
    if (address !== here()) history.pushState(null, '', address);
    asked = address;
    void show(input.value);
  });
  filter.addEventListener('change', () => {
    const value = filter.querySelector<HTMLInputElement>(':checked')?.value ?? '';
    history.replaceState(null, '', addressFor(input.value, value));
    asked = here();
    if (shown) render(shown);
  });
  const fromAddress = (): void => {
    input.value = new URLSearchParams(location.search).get('q') ?? '';
    asked = here();
    void show(input.value);
  };
  addEventListener('popstate', fromAddress);
  fromAddress();
}

/** Waits until what was changed last is on the screen. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

/** The address of a query, and of a kind of page where only that is shown. */
function addressFor(typed: string, kind = ''): string {
  const query = cleanQuery(typed);
  if (query === '') return location.pathname;
  return `${location.pathname}?${new URLSearchParams({ q: query, ...(kind === '' ? {} : { kind }) })}`;
}

function kindInAddress(): ResultKind | undefined {
  const wanted = new URLSearchParams(location.search).get('kind');
  return resultKinds.find((kind) => kind === wanted);
}

/** The address that is shown, without a fragment. */
function here(): string {
  return location.pathname + location.search;
}
