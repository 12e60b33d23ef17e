/** No words are glued together where a template lost a space: see docs/decisions/white-space.md. */
import { test } from 'node:test';

import { assertEach } from './lib/findings.ts';
import { readSite } from './lib/site.ts';

/** Elements that stand in a line of text and bring no space of their own. */
const inline = new Set(
  'a abbr b bdi bdo button cite code data del dfn em i ins kbd mark q s small span strong sub sup time u var'.split(
    ' ',
  ),
);

/** Elements whose text no reader sees. */
const unseen = new Set(['script', 'style', 'template', 'svg']);

/** A piece of text and what comes right after it in the same line. */
type Join = readonly [before: string, after: string];

/** Every place where one piece of text follows another in a line, with markup between them. */
function joinsIn(root: Node): Join[] {
  const joins: Join[] = [];
  let before: string | undefined;
  const visit = (node: Node): void => {
    if (node.nodeType === node.TEXT_NODE) {
      const text = node.textContent ?? '';
      if (text === '') return;
      if (before !== undefined) joins.push([before, text]);
      before = text;
      return;
    }
    const name = node.nodeName.toLowerCase();
    if (unseen.has(name)) return;
    if (!inline.has(name)) before = undefined;
    for (const child of node.childNodes) visit(child);
    if (!inline.has(name)) before = undefined;
  };
  visit(root);
  return joins;
}

test('words stand apart', () => {
  assertEach(readSite().pages, ({ document }) =>
    joinsIn(document.body).map(([before, after]) => {
      const isGlued = /[\p{L}\p{N}.,:;!?)”’]$/u.test(before) && /^[\p{L}\p{N}(“]/u.test(after);
      return (
        isGlued && `"${before.slice(-25)}" and "${after.slice(0, 25)}" touch, expected a space`
      );
    }),
  );
});
