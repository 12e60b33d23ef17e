/** The text of a page in the pieces in which browsers look for words. */
import type { Place, Run } from './text-fragment.ts';

export interface PageRun extends Run {
  readonly nodes: readonly Text[];
}

/** Elements without text to find. */
const wordless = 'script, style, noscript, template, svg, select, textarea, button.quote, .told';

/**
 * The runs of a page, in its order. Whatever does not lie in the line ends a run: a block, a button,
 * what stands apart for screen readers. So does the end of an element in whose midst a run began:
 * Chromium looks no further. Seen by trying; other browsers find what stands within such bounds too.
 */
export function runsOf(root: Element): PageRun[] {
  const runs: { text: string; nodes: Text[]; isNumber: boolean; block: Element }[] = [];
  let isOpen = false;
  /** Visits an element; says whether a run was ended in it. */
  const visit = (element: Element, outer: Element, isInNumber: boolean): boolean => {
    if (element.matches(wordless)) return false;
    const { display, visibility } = getComputedStyle(element);
    if (display === 'none' || visibility === 'hidden') return false;
    const isNumber = isInNumber || element.localName === 'sup';
    const block = display.startsWith('inline') ? outer : element;
    let isEnd = display !== 'inline' || element.localName === 'br';
    if (isEnd) isOpen = false;
    for (const child of element.childNodes) {
      if (child instanceof Element) {
        if (visit(child, block, isNumber)) isEnd = true;
      } else if (child instanceof Text) {
        const run = isOpen ? runs.at(-1) : undefined;
        if (run?.isNumber === isNumber) {
          run.text += child.data;
          run.nodes.push(child);
        } else {
          runs.push({ text: child.data, nodes: [child], isNumber, block });
          isOpen = true;
        }
      }
    }
    if (isEnd) isOpen = false;
    return isEnd;
  };
  visit(root, root, false);
  return runs;
}

/** Where a range begins and ends in the runs; nothing if it touches none. */
export function placesOf(
  range: Range,
  runs: readonly PageRun[],
): { from: Place; to: Place } | undefined {
  let from: Place | undefined;
  let to: Place | undefined;
  for (const [run, { nodes }] of runs.entries()) {
    let before = 0;
    for (const node of nodes) {
      if (range.intersectsNode(node)) {
        const start = node === range.startContainer ? range.startOffset : 0;
        const end = node === range.endContainer ? range.endOffset : node.length;
        if (start < end) {
          from ??= { run, at: before + start };
          to = { run, at: before + end };
        }
      }
      before += node.length;
    }
  }
  return from && to && { from, to };
}
