/** The style of pictures: what all have, and what each kind needs. A page gets that of its own kinds. */
import type { Picture } from '../ledger/schemas.ts';
import bars from '../styles/picture-bars.css?inline';
import ladder from '../styles/picture-ladder.css?inline';
import steps from '../styles/picture-steps.css?inline';
import table from '../styles/picture-table.css?inline';
import every from '../styles/picture.css?inline';

const byKind: Readonly<Record<Picture['kind'], string>> = { bars, ladder, steps, table };

/** The style of a page with pictures of these kinds; nothing for a page without. */
export function pictureStyles(kinds: Iterable<Picture['kind']>): string {
  const styles = [...new Set(kinds)].toSorted().map((kind) => byKind[kind]);
  return styles.length === 0 ? '' : [every, ...styles].join('');
}
