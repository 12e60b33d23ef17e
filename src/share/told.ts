/** Says, to eye and ear, what became of copying a link. Loaded at the first copy. */
import type { Edition } from '../i18n/languages.ts';
import { shareWordsOf } from '../i18n/share-words.ts';
import styles from '../styles/told.css?inline';
import { addStyles } from './add-styles.ts';
import type { Copied } from './copied.ts';

/** How long the words stay, in milliseconds. They can be read in two seconds; nothing is lost with them. */
const shown = 6000;

/** Until a screen reader knows a place that is new, in milliseconds. */
const known = 100;

const words = shareWordsOf(document.documentElement.lang as Edition);
const place = document.createElement('div');
const line = document.createElement('p');
let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows a text, for good or until it has been read. It is gone first: the same words again are a change too. */
function say(text: string, stays = false): void {
  clearTimeout(timer);
  line.textContent = '';
  timer = setTimeout(() => {
    line.textContent = text;
    if (!stays) timer = setTimeout(clear, shown);
  }, known);
}

function clear(): void {
  clearTimeout(timer);
  line.textContent = '';
}

/** What is said where the browser has copied. */
function successOf({ link, title, isQuote }: Copied): string {
  if (isQuote) return words.copiedText;
  return link.includes('#') && title ? words.copiedSection(title.trim()) : words.copied;
}

addEventListener('copied', (event) => {
  const { detail } = event as CustomEvent<Copied>;
  detail.done.then(
    () => {
      say(successOf(detail));
    },
    () => {
      // The address stays until it is dismissed, so that it can be copied by hand.
      say(words.notCopied(detail.link), true);
    },
  );
});
addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') clear();
});

addStyles(styles);
place.className = 'told';
line.setAttribute('role', 'status');
place.append(line);
document.body.append(place);
