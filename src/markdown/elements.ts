/** Short ways to make parts of a page as a tree. */
import type { Element, ElementContent, Properties, Text } from 'hast';

/** An element; texts among its children may be given as strings. */
export function element(
  tagName: string,
  properties: Properties = {},
  children: readonly (ElementContent | string)[] = [],
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
  };
}

/** A link. */
export function link(href: string, children: readonly (ElementContent | string)[]): Element {
  return element('a', { href }, children);
}

export function text(value: string): Text {
  return { type: 'text', value };
}
