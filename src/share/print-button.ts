/** The button that prints a leaflet. It stands hidden in the page, because without a script it could do nothing. */

/** Shows the button and lets it print. Does nothing on a page without one. */
export function startPrintButton(): void {
  const button = document.querySelector<HTMLButtonElement>('#print');
  if (button === null) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    window.print();
  });
}
