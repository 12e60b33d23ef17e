/**
 * The script in the head of every page. It must run before the first line is drawn, or a page would
 * flash in the wrong colours, so it is written into the page as it stands here: one statement, and
 * only what `preferences.ts` has written is found in what is stored. It runs again when a page comes
 * back out of the browser's memory.
 */
import { key, themes } from './preferences.ts';

/**
 * The code of the script.
 *
 * @param country the address of the script for readers who said where they live; loaded for them only
 */
export function headScript(country: string): string {
  return (
    '(onpageshow=()=>{try{' +
    `let p=localStorage[${JSON.stringify(key)}],t=/"theme":"(${themes.join('|')})"/.exec(p);` +
    'document.documentElement.style.colorScheme=t?t[1]:"";' +
    `/"country":"/.test(p)&&import(${JSON.stringify(country)})` +
    '}catch{}})()'
  );
}
