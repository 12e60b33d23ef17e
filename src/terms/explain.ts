/**
 * Opens the explanation of a word by the word. In the page a word is a link to its explanation, so
 * that it keeps its place wherever the text goes without the site: a browser's reading mode drops
 * every button with the words on it. Part of the script that every page has, so it is as little as
 * can be.
 */
export function explainTerms(): void {
  /** What was open when the reader pressed: a press on its own word closes it and must not open it anew. */
  let open: Element | null = null;
  addEventListener('pointerdown', () => {
    open = document.querySelector(':popover-open');
  });
  addEventListener('click', (event) => {
    const word = (event.target as Element).closest<HTMLAnchorElement>('.term');
    const explanation = word && document.getElementById(word.hash.slice(1));
    // A browser without popovers shows all explanations at the end of the text.
    if (!explanation || !('togglePopover' in explanation)) return;
    event.preventDefault();
    if (open !== explanation && explanation.togglePopover({ source: word })) {
      // A screen reader reads on where the explanation is; Escape leads back to the word.
      explanation.tabIndex = -1;
      explanation.focus();
    }
    open = null;
  });
}
