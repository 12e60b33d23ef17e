/** Sections of a document. */
import type { ElementContent, Root } from 'hast';
import { isDefinition } from './definitions.ts';
import { element, link } from './elements.ts';
import { isElement, replaceWithin } from './tree.ts';

/**
 * Makes every heading of a section a link to it: what a reader passes on. Headings of the layout:
 * SectionHeading.astro.
 *
 * @param root is changed
 */
export function linkHeadings(root: Root): void {
  replaceWithin(root, (node) => {
    if (!isElement(node, 'h2')) return undefined;
    const { id } = node.properties;
    if (typeof id !== 'string') return undefined;
    return [element('h2', node.properties, [link(`#${id}`, node.children)])];
  });
}

/**
 * Puts the last section, "What is not known yet", into a `<section>` of its own, in front of the
 * explanations.
 *
 * @param root is changed
 */
export function setNotKnownApart(root: Root): void {
  const start = root.children.findIndex(
    (child) => isElement(child, 'h2') && child.properties['id'] === 'not-known',
  );
  if (start < 0) return;
  const rest = root.children.slice(start);
  const section = element(
    'section',
    { className: ['not-known'], 'aria-labelledby': 'not-known' },
    rest.filter((child) => !isDefinition(child)) as ElementContent[],
  );
  root.children.splice(start, Infinity, section, ...rest.filter(isDefinition));
}
