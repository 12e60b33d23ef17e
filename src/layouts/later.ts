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

const waking = (scripts: string): string =>
  'document.onreadystatechange=()=>{let wake=()=>{' +
  `${later.style}.disabled=0;${scripts}};` +
  `location.hash?wake():setTimeout(wake,${drawn})}`;

/**
 * Wakes the two. Where the address names a place in the page nothing waits, or the style would move
 * that place after the browser has gone there. It stands in the head, where colours have a script
 * already: one more would need one more hash in every policy. It runs twice, when all is read and when
 * all is loaded, and the second time changes nothing.
 */
export const laterScript = waking(
  `${later.script}.type="module";${later.style}.after(${later.script})`,
);

/** The same for the few pages that have a script of their own: it wakes all that sleep. */
export const laterScripts = waking(
  'for(let one of document.querySelectorAll("[type=later]"))' +
    `{one.type="module";${later.style}.after(one)}`,
);

const sleepingStyle = `<link id="${later.style}"`;
const awake = /<script type="module" src="/g;

/**
 * A finished page whose scripts sleep where its style does; other pages as they are.
 *
 * @param html as Astro writes it
 * @throws Error where a page has more or fewer scripts than are woken in it
 */
export function withSleepingScripts(html: string): string {
  if (!html.includes(sleepingStyle)) return html;
  const scripts = html.match(awake)?.length ?? 0;
  const isOwn = html.includes(laterScripts);
  if (isOwn ? scripts < 2 : scripts !== 1) {
    throw new Error(
      `A page has ${scripts} scripts, expected ${isOwn ? '2 or more' : '1'}: see "script" in src/layouts/Page.astro.`,
    );
  }
  return html.replace(
    awake,
    isOwn ? '<script type="later" src="' : `<script id="${later.script}" type="later" src="`,
  );
}
