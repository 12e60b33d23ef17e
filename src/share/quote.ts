/**
 * Offers a link to the text that a reader has selected: a small button below it, or above it where
 * there is no room. Loaded at the first selection, and only where the browser knows such links.
 *
 * The button stands in the page right after the text, so that the Tab key comes to it; it lies over
 * the page, so that nothing moves; and it is a popover, which the reading aloud leaves out.
 */
import type { Edition } from '../i18n/languages.ts';
import { shareWordsOf } from '../i18n/share-words.ts';
import styles from '../styles/quote.css?inline';
import { addStyles } from './add-styles.ts';
import { copied } from './copied.ts';
import { placesOf, runsOf } from './runs.ts';
import { addressOf, fragmentOf } from './text-fragment.ts';
import told from './told.ts?worker&url';

/** Until a selection has come to rest, in milliseconds. */
const rest = 400;

/** Between the button and the side of the window, in pixels. */
const edge = 8;

/** Text that a link can lead to. */
const quotable = 'article';

/** What is no running text, or has a button of its own. */
const notQuotable = 'form, .player, [popover], .cite-as, .flow';

/** What holds a piece of text, and may hold a button. */
const block = 'p, li, dt, dd, td, th, caption, figcaption, h1, h2, h3, div, section, article';

interface Quote {
  readonly range: Range;
  readonly link: string;
}

const { href: url } = document.querySelector('[rel=canonical]') as HTMLLinkElement;
const button = document.createElement('button');
let timer: ReturnType<typeof setTimeout> | undefined;
let quote: Quote | undefined;

button.type = 'button';
button.className = 'quote';
button.popover = 'manual';
button.textContent = shareWordsOf(document.documentElement.lang as Edition).copyText;
// A press would take the selection away before the click.
button.addEventListener('mousedown', (event) => {
  event.preventDefault();
});
button.addEventListener('click', () => {
  if (!quote) return;
  const { link } = quote;
  copied(told, { done: navigator.clipboard.writeText(link), link, isQuote: true });
  button.remove();
});
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') button.remove();
});
addEventListener('resize', () => {
  if (quote && button.isConnected) place(quote.range);
});
addStyles(styles);
// In place of the script that loaded this; the selection for which it did so is there already.
(document.onselectionchange = () => {
  clearTimeout(timer);
  timer = setTimeout(update, rest);
})();

function update(): void {
  const range = selectedText();
  // Also where the reader has dismissed the button.
  if (quote && range && isSame(quote.range, range)) return;
  button.remove();
  quote = range && quoteOf(range);
  if (quote) show(quote.range);
}

/** The selection, if a link can lead to it. */
function selectedText(): Range | undefined {
  const selection = getSelection();
  if (!selection || selection.isCollapsed) return undefined;
  const range = selection.getRangeAt(0).cloneRange();
  const element = elementAt(range.commonAncestorContainer);
  return element?.closest(quotable) && !element.closest(notQuotable) ? range : undefined;
}

/** The link, if one leads to these words and to no others on the page. */
function quoteOf(range: Range): Quote | undefined {
  const runs = runsOf(document.body);
  const places = placesOf(range, runs);
  const fragment =
    places && fragmentOf(runs, places.from, places.to, document.documentElement.lang);
  if (!fragment) return undefined;
  const section = [...document.querySelectorAll('article h2[id]')].findLast(
    (heading) =>
      heading.contains(range.startContainer) ||
      heading.compareDocumentPosition(range.startContainer) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  return { range, link: url + addressOf(fragment, section?.id) };
}

function show(range: Range): void {
  const { endContainer, endOffset } = range;
  // A selection of a whole paragraph ends at the very beginning of the next.
  const last = endOffset === 0 ? lastTextIn(range) : endContainer;
  const within = elementAt(last)?.closest(block);
  if (!within) return;
  within.append(button);
  button.showPopover();
  place(range);
}

/** Below the selection, never on it; above it where the window ends. */
function place(range: Range): void {
  const { top, bottom, right } = range.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = button;
  // Fingers move the ends of a selection by handles below it.
  const gap = matchMedia('(pointer: coarse)').matches ? 40 : 8;
  const above = top - gap - height;
  const isBelow = bottom + gap + height <= innerHeight || above < 0;
  const most = document.documentElement.clientWidth - width - edge;
  button.style.insetBlockStart = `${scrollY + (isBelow ? bottom + gap : above)}px`;
  button.style.insetInlineStart = `${Math.max(edge, Math.min(right - width / 2, most))}px`;
}

function elementAt(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}

/** The last text in a range with anything to see. */
function lastTextIn(range: Range): Node {
  const texts = document.createTreeWalker(range.commonAncestorContainer, NodeFilter.SHOW_TEXT);
  let last: Node = range.startContainer;
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (range.comparePoint(text, 0) > 0 || text === range.endContainer) break;
    if (range.intersectsNode(text) && text.textContent?.trim() !== '') last = text;
  }
  return last;
}

function isSame(one: Range, other: Range): boolean {
  return (
    one.compareBoundaryPoints(Range.START_TO_START, other) === 0 &&
    one.compareBoundaryPoints(Range.END_TO_END, other) === 0
  );
}
