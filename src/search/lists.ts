/**
 * Lists of growing numbers as short text, for a file that is compressed: each number as how much it
 * is more than the one before, to the base 36.
 */

/** @param lists numbers from 0 up, each list in growing order */
export function encodeLists(lists: readonly (readonly number[])[]): string {
  return lists
    .map((list) => list.map((number, at) => (number - (list[at - 1] ?? 0)).toString(36)).join(' '))
    .join(',');
}

/** What `encodeLists` was given. An empty text is one empty list. */
export function decodeLists(text: string): number[][] {
  return text.split(',').map((list) => {
    let number = 0;
    return list === '' ? [] : list.split(' ').map((step) => (number += parseInt(step, 36)));
  });
}
