/** Marks on the page what is being read, and brings it into sight. */
import type { Part } from './script.ts';

/** The name of the mark in the style sheet. */
const name = 'heard';

export interface Marks {
  /**
   * Marks a piece in place of the last one. It is brought into sight where the reader follows, that
   * is, where the last one was in sight; or always, after a press of a button.
   */
  readonly show: (parts: readonly Part[], always: boolean) => void;
  readonly clear: () => void;
}

/**
 * @param covered how many pixels at the lower edge of the window are covered
 */
export function createMarks(covered: () => number): Marks {
  let shown: Range[] = [];
  let block: Element | undefined;
  // While the page glides to a piece, that is not in sight yet, but the reader has not left it.
  let isGliding = false;
  for (const type of ['wheel', 'touchmove', 'scrollend']) {
    addEventListener(type, () => (isGliding = false), { passive: true });
  }

  const clear = (): void => {
    shown = [];
    if ('highlights' in CSS) CSS.highlights.delete(name);
    block?.classList.remove(name);
  };

  /** Where the marked words lie in the window; a space between two elements lies nowhere. */
  const boxes = (): DOMRect[] =>
    shown.map((range) => range.getBoundingClientRect()).filter(({ height }) => height > 0);

  const isInSight = (): boolean =>
    boxes().some(({ top, bottom }) => bottom > 0 && top < innerHeight - covered());

  const show: Marks['show'] = (parts, always) => {
    const follows = always || isGliding || shown.length === 0 || isInSight();
    clear();
    shown = parts
      .filter(({ node, end }) => node.isConnected && end <= node.length)
      .map(({ node, start, end }) => {
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, end);
        return range;
      });
    // Nothing is put round the words, so that links and explanations stay what they are. Where the
    // browser cannot mark words without that, the whole paragraph is marked.
    if ('highlights' in CSS) CSS.highlights.set(name, new Highlight(...shown));
    else {
      block = parts[0]?.node.parentElement?.closest('p, li, td, th, h1, h2, h3') ?? undefined;
      block?.classList.add(name);
    }
    if (follows) bringIntoSight();
  };

  const bringIntoSight = (): void => {
    const found = boxes();
    const top = Math.min(...found.map((box) => box.top));
    const bottom = Math.max(...found.map((box) => box.bottom));
    const room = innerHeight - covered();
    // A line above and below, so that nothing is read at the very edge.
    if (found.length === 0 || (top > 32 && bottom < room - 32)) return;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const target = Math.max(0, scrollY + top - room / 4);
    isGliding = !isCalm && 'onscrollend' in window;
    scrollTo({ top: target, behavior: isCalm ? 'instant' : 'smooth' });
  };

  return { show, clear };
}
