/** What must not be parted at the end of a line. */
import type { Root } from 'hast';
import type { Language } from '../i18n/languages.ts';
import { isExplainedWord } from './definitions.ts';
import { element } from './elements.ts';
import { keepTogether } from './keep-together.ts';
import { childrenOf, type TreeNode } from './tree.ts';

/**
 * Keeps figures on one line with what they count.
 *
 * @param root is changed
 */
export function keepFigures(root: Root, language: Language): void {
  const visit = (node: TreeNode): void => {
    if (node.type === 'text') node.value = keepTogether(node.value, language);
    childrenOf(node).forEach(visit);
  };
  visit(root);
}

/**
 * A line may break behind the sign of a term, and a stop would begin the next one. So what closes a
 * term goes with it into a span that does not break.
 *
 * @param node is changed
 */
export function keepStops(node: TreeNode): void {
  if (!('children' in node)) return;
  const { children } = node;
  for (const [index, child] of children.entries()) {
    keepStops(child);
    const next = children[index + 1];
    if (next?.type !== 'text' || child.type !== 'element' || !isExplainedWord(child)) continue;
    const stop = /^[.,;:!?)’”]+/u.exec(next.value)?.[0];
    if (stop === undefined) continue;
    children[index] = element('span', { className: ['keep'] }, [child, stop]);
    next.value = next.value.slice(stop.length);
  }
}
