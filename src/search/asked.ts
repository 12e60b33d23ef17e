/**
 * Whether the search page was opened with a question: then what stands below the results is not shown
 * before them, because they would push it down (src/styles/search.css).
 */
const mark = 'asked';

/** How long the rest waits for results that do not come, in milliseconds. */
const patience = 5000;

/** Stands in the head of the page, so that it runs before anything is drawn. */
export const askedScript =
  'if(new URLSearchParams(location.search).get("q")){' +
  `let{classList:c}=document.documentElement;c.add("${mark}");` +
  `setTimeout(()=>c.remove("${mark}"),${patience})}`;

/** Shows what stands below the results. */
export function showTheRest(): void {
  document.documentElement.classList.remove(mark);
}
