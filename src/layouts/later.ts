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

const waking = (each: string): string =>
  'document.onreadystatechange=()=>{let wake=()=>{' +
  `${each}};location.hash?wake():setTimeout(wake,${drawn})}`;

/**
 * Wakes the two. Where the address names a place in the page nothing waits, or the style would move
 * that place after the browser has gone there. It stands in the head, where colours have a script
 * already: one more would need one more hash in every policy. It runs twice, when all is read and when
 * all is loaded, and the second time changes nothing.
 */
export const laterScript = waking(
  `${later.style}.disabled=0;${later.script}.type="module";${later.style}.after(${later.script})`,
);

/** The same for pages that have their whole style, and perhaps a script of their own: wakes all scripts. */
export const laterScripts = waking(
  'for(let one of document.querySelectorAll("[type=later]"))' +
    '{one.type="module";document.body.append(one)}',
);

const awake = /<script type="module" src="/g;

/**
 * A finished page whose scripts sleep, where it has what wakes them; other pages as they are.
 *
 * @param html as Astro writes it
 * @throws Error where a page has another number of scripts than are woken in it
 */
export function withSleepingScripts(html: string): string {
  if (html.includes(laterScripts)) return html.replace(awake, '<script type="later" src="');
  if (!html.includes(laterScript)) return html;
  const scripts = html.match(awake)?.length ?? 0;
  if (scripts !== 1) {
    throw new Error(
      `A page has ${scripts} scripts, expected 1: one with a script of its own needs src/layouts/WholePage.astro.`,
    );
  }
  return html.replace(awake, `<script id="${later.script}" type="later" src="`);
}
