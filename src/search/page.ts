/**
 * The search page in the browser. Without it the form still leads here and the page lists
 * everything. Results are built with DOM calls only, so that nothing a reader types, and nothing in
 * the index, can become markup.
 */
import { wordsOf } from '../i18n/words.ts';
import type { Language } from '../i18n/languages.ts';
import { cleanQuery, search, type Engine, type SearchAnswer, type SearchResult } from './query.ts';

/** How long typing must pause before a search starts, in milliseconds. */
const pause = 180;

/** Brings the page to life. Does nothing where its parts are missing. */
export function startSearchPage(): void {
  const app = document.querySelector<HTMLElement>('#search-app');
  const input = document.querySelector<HTMLInputElement>('input[name=q]');
  const status = document.querySelector<HTMLElement>('#search-status');
  const list = document.querySelector<HTMLOListElement>('#search-results');
  if (!app || !input?.form || !status || !list) return;

  const words = wordsOf((app.dataset['language'] ?? 'en') as Language).search;
  const engine = lazyEngine(
    `${app.dataset['bundle'] ?? '/pagefind/'}pagefind.js`,
    app.dataset['base'] ?? '/',
  );
  let latest = 0;
  // The address of the question that was asked last: typing another one begins a new entry in the
  // history, further typing keeps that entry in step.
  let asked = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = async (typed: string): Promise<void> => {
    const turn = (latest += 1);
    const query = cleanQuery(typed);
    if (query === '') {
      clear(list, status);
      return;
    }
    if (list.hidden) status.textContent = words.loading;
    try {
      const answer = await search(await engine(), query);
      if (turn === latest) render(answer);
    } catch {
      if (turn !== latest) return;
      clear(list, status);
      status.textContent = words.failed;
    }
  };

  const render = ({ query, results, total }: SearchAnswer): void => {
    list.replaceChildren(...results.map((result) => resultItem(result, words)));
    list.hidden = results.length === 0;
    const shown = results.length < total ? ` ${words.showing(results.length, total)}` : '';
    status.textContent = total === 0 ? words.none(query) : words.count(total, query) + shown;
  };

  input.addEventListener('focus', () => void engine().catch(() => undefined), { once: true });
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
  const fromAddress = (): void => {
    input.value = new URLSearchParams(location.search).get('q') ?? '';
    asked = here();
    void show(input.value);
  };
  addEventListener('popstate', fromAddress);
  fromAddress();
}

/** Loads the engine once, when it is first asked for; tries again after a failure. */
function lazyEngine(url: string, base: string): () => Promise<Engine> {
  let loading: Promise<Engine> | undefined;
  return () => {
    loading ??= import(/* @vite-ignore */ url).then(
      async (pagefind: Engine & { options(o: object): Promise<void>; init(): Promise<void> }) => {
        await pagefind.options({ baseUrl: base, excerptLength: 28 });
        await pagefind.init();
        return pagefind;
      },
    );
    loading.catch(() => (loading = undefined));
    return loading;
  };
}

function addressFor(typed: string): string {
  const query = cleanQuery(typed);
  return query === ''
    ? location.pathname
    : `${location.pathname}?${new URLSearchParams({ q: query })}`;
}

/** The address that is shown, without a fragment. */
function here(): string {
  return location.pathname + location.search;
}

function clear(list: HTMLElement, status: HTMLElement): void {
  list.replaceChildren();
  list.hidden = true;
  status.textContent = '';
}

function resultItem(
  { title, url, section, kind, excerpt }: SearchResult,
  words: ReturnType<typeof wordsOf>['search'],
): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = url;
  link.append(section === undefined ? title : `${title} – ${section}`);
  const label = document.createElement('span');
  label.className = 'meta';
  label.append(words.kinds[kind]);
  const text = document.createElement('p');
  for (const piece of excerpt) {
    if (piece.marked) {
      const mark = document.createElement('mark');
      mark.append(piece.text);
      text.append(mark);
    } else text.append(piece.text);
  }
  item.append(label, link, text);
  return item;
}
