/** How long a text is when it is read aloud. */
import { countWords } from '../listen/minutes.ts';
import { childrenOf, isElement, type TreeNode } from './tree.ts';

/** Tags and classes of what is not read; what src/listen/script.ts says of a page, for its parts made here. */
const notAloud = new Set('sup svg thead definition vh bars-key'.split(' '));

/** Counts the words of a document that are read aloud: of what a reader gets, so after every change. */
export function wordsAloud(node: TreeNode): number {
  return countWords(textAloud(node));
}

function textAloud(node: TreeNode): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return ' ';
  if (!isElement(node)) return childrenOf(node).map(textAloud).join('');
  const { className } = node.properties;
  const names = [node.tagName, ...(Array.isArray(className) ? className : [])];
  if (names.some((name) => typeof name === 'string' && notAloud.has(name))) return '';
  // A picture's link to itself.
  const isCaption = node.tagName === 'figcaption';
  const words = node.children
    .filter((child) => !isCaption || !isElement(child, 'a'))
    .map(textAloud)
    .join('');
  return /^(?:a|b|button|em|span|strong|u)$/.test(node.tagName) ? words : ` ${words} `;
}
