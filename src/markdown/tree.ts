/**
 * The tree of a document as plain objects. Sätteri's own nodes are read from a buffer piece by piece,
 * and built anew for every plugin; what looks at a whole text works on a copy instead.
 */
import type { Element, Node, Root, RootContent } from 'hast';
import type { HastNode } from 'satteri';

/** Any node of a document, components of MDX included. */
export type TreeNode = Root | RootContent;

/** Copies a tree; nothing that is done to the copy changes the tree. */
export function plainTree(root: Readonly<Root>): Root {
  return plain(root) as Root;
}

function plain(node: HastNode): Node {
  const { children, properties, ...rest }: Partial<Element> = node as object;
  return {
    ...rest,
    ...(properties === undefined ? {} : { properties: { ...properties } }),
    ...(children === undefined ? {} : { children: children.map(plain) }),
  } as Node;
}

/** The nodes within a node: none for a text. */
export function childrenOf(node: TreeNode): readonly RootContent[] {
  return 'children' in node ? node.children : [];
}

/**
 * Replaces nodes within a node, whatever their depth.
 *
 * @param change gives what stands in a node's place, or undefined where it stays and is looked into;
 *   is told the elements round the node, the innermost first
 */
export function replaceWithin(
  node: TreeNode,
  change: (node: RootContent, within: readonly Element[]) => readonly RootContent[] | undefined,
  within: readonly Element[] = [],
): void {
  if (!('children' in node)) return;
  const inside = node.type === 'element' ? [node, ...within] : within;
  const children: RootContent[] = node.children.flatMap((child) => {
    const changed = change(child, inside);
    if (changed) return changed;
    replaceWithin(child, change, inside);
    return child;
  });
  // Which nodes may stand where is the caller's to know; the types of hast know a part of it.
  (node as { children: readonly RootContent[] }).children = children;
}

/** Whether a node is an element, and one of a kind where that is asked. */
export function isElement(node: TreeNode | undefined, tagName?: string): node is Element {
  return node?.type === 'element' && (tagName === undefined || node.tagName === tagName);
}
