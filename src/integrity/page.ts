/** The page about genuine copies in the browser. Without it the page explains, and names commands. */
import { pageCheckWordsOf } from '../i18n/genuine-words.ts';
import type { Edition } from '../i18n/languages.ts';
import { checkPage, filesOf, type Here, type PageCheck } from './check-page.ts';

/** Brings the page to life. Does nothing where its parts are missing. */
export function startPageCheck(): void {
  const form = document.querySelector<HTMLFormElement>('#check-form');
  const field = form?.querySelector('input');
  const result = document.querySelector<HTMLElement>('#check-result');
  if (!form || !field || !result) return;
  const words = pageCheckWordsOf(document.documentElement.lang as Edition);
  const { base = '/', key } = form.dataset;
  const here: Here = { origin: location.origin, base, key };
  const say = (...lines: readonly string[]): void => {
    result.replaceChildren(
      ...lines.map((line) => {
        const paragraph = document.createElement('p');
        paragraph.textContent = line;
        return paragraph;
      }),
    );
  };
  /** So that an answer that comes late says nothing of another page. */
  let asked = 0;

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    asked += 1;
    const turn = asked;
    say(words.checking);
    checkPage(field.value, here)
      .catch((): PageCheck => ({ page: 'unknown' }))
      .then((found) => {
        if (turn === asked) say(...linesOf(found));
      })
      .catch(() => undefined);
  });

  const linesOf = ({ page, list, remark, fingerprint, textFingerprint }: PageCheck): string[] =>
    [
      words.pages[page],
      list && (list === 'signed' ? words.lists.signed(remark ?? '') : words.lists[list]),
      fingerprint && `${words.ofList} ${fingerprint}`,
      textFingerprint && `${words.ofText} ${textFingerprint}`,
      page === 'same' && words.caution,
    ].filter((line) => typeof line === 'string');

  const { referrer } = document;
  const cameFrom = referrer !== location.href && filesOf(referrer, here) ? referrer : '';
  field.value = cameFrom || location.origin + base;
  form.hidden = false;
}
