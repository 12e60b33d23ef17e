/**
 * The script in the head of every page. It must run before the first line is drawn, or a page would
 * flash in the wrong colours, so it is written into the page as it stands here, and
 * only what `preferences.ts` has written is found in what is stored. It runs again when a page comes
 * back out of the browser's memory.
 */
import { key, themes } from './preferences.ts';

/** The code of the script. */
export const headScript =
  '(onpageshow=()=>{try{' +
  `let t=/"theme":"(${themes.join('|')})"/.exec(localStorage[${JSON.stringify(key)}]);` +
  'document.documentElement.style.colorScheme=t?t[1]:""' +
  '}catch{}})();';
