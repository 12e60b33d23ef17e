/**
 * Keys that lead to the search box: `/`, and Control+K or Command+K. Part of the script that
 * every page has, so it imports nothing.
 */

/** What is looked at in a press of a key. */
export type Press = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'target'
>;

/** What a reader types into. */
const typedInto = 'input, textarea, select, [contenteditable]:not([contenteditable=false])';

/**
 * Whether `/` may be used: readers who speak to their device can press a single key by mistake, and
 * switch it off on the page of settings (`src/preferences/preferences.ts` writes this text).
 */
export function hasSlash(storage: () => Pick<Storage, 'getItem'> = () => localStorage): boolean {
  try {
    return !storage().getItem('guarantees-explained')?.includes('"slash":false');
  } catch {
    return true;
  }
}

/** Whether a press of a key asks for the search box. */
export function wantsSearch(press: Press): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing, target } = press;
  if (isComposing || altKey) return false;
  // Caps Lock makes the letter a capital. A press that a browser makes up for autofill has no key.
  if (/^k$/i.test(key)) return ctrlKey !== metaKey && !shiftKey;
  // Shift does not count: on many European keyboards there is no slash without it.
  return key === '/' && !ctrlKey && !metaKey && !isTypedInto(target);
}

/** Begins to listen. Does nothing on a page without a search box. */
export function startSearchKeys(): void {
  // The box of the heading, where a page has one there; else that of the masthead.
  const box =
    document.querySelector<HTMLInputElement>('main header input[name=q]') ??
    document.querySelector<HTMLInputElement>('input[name=q]');
  if (!box) return;
  // For assistive technology. Set here and not in the page: without this script it would be untrue.
  const say = (): void => {
    box.setAttribute('aria-keyshortcuts', (hasSlash() ? '/ ' : '') + 'Control+K Meta+K');
  };
  say();
  // Again when the page comes back out of the browser's memory, after a visit to the settings.
  addEventListener('pageshow', say);
  addEventListener('keydown', (event) => {
    if (!wantsSearch(event) || (event.key === '/' && !hasSlash())) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}

/** A press may also reach the document or the window, which are no elements. */
function isTypedInto(target: EventTarget | null): boolean {
  return target !== null && 'closest' in target && (target as Element).closest(typedInto) !== null;
}
