/**
 * What a page asks for besides itself (the rest of its style, the script of every page) comes when its
 * text has been drawn, so that nothing shares the line or the processor with it before. Both elements
 * stand in the page and sleep: a sheet that is disabled is not fetched, nor is a script of a type that
 * no browser knows. Why: docs/decisions/weight.md.
 */

/**
 * Ids of the two elements. They are names in the script below, so they are words; with a capital letter,
 * which no heading has in its id.
 */
export const later = { style: 'Later', script: 'Adds' } as const;

/** How long after the end of the page its text has been drawn, in milliseconds. */
const drawn = 99;

/**
 * Wakes the two. Where the address names a place in the page nothing waits, or the style would move
 * that place after the browser has gone there. It stands in the head, where colours have a script
 * already: one more would need one more hash in every policy. It runs twice, when all is read and when
 * all is loaded, and the second time changes nothing.
 */
export const laterScript =
  'document.onreadystatechange=()=>{let wake=()=>{' +
  `${later.style}.disabled=0;${later.script}.type="module";${later.style}.after(${later.script})};` +
  `location.hash?wake():setTimeout(wake,${drawn})}`;

const sleepingStyle = `<link id="${later.style}"`;
const awake = /<script type="module" src="/g;

/**
 * A finished page whose script sleeps where its style does; other pages as they are.
 *
 * @param html as Astro writes it
 * @throws Error where a sleeping page has not exactly one script: a second would be awake before the first
 */
export function withSleepingScript(html: string): string {
  if (!html.includes(sleepingStyle)) return html;
  const scripts = html.match(awake)?.length ?? 0;
  if (scripts !== 1) {
    throw new Error(
      `A page whose script sleeps has ${scripts} scripts, expected 1. A page with one of its own is marked as one that acts.`,
    );
  }
  return html.replace(awake, `<script id="${later.script}" type="later" src="`);
}
