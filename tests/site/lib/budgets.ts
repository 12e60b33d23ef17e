/**
 * The most that pages may weigh: bytes of the HTML with its inlined styles, compressed with Brotli at
 * its best. What fits 12,000 bytes arrives in the first round trip on every usual line: ten packets,
 * the smallest of 1,220 bytes, less what headers and encryption take.
 */
export interface Budget {
  /** What the pages are, in the table. */
  readonly kind: string;
  /** Their files below the folder of the site, in every edition. */
  readonly files: RegExp;
  readonly bytes: number;
  /** Why it is more than what one round trip brings. */
  readonly because?: string;
}

/** What one round trip brings. */
export const firstRoundTrip = 12_000;

/** The most bytes of script that a page of the text loads by itself, compressed. */
export const scriptBytes = 2_048;

const edition = '^([a-z]{2}/)?';
const page = (path: string) => new RegExp(`${edition}${path}index\\.html$`);

/** The first whose files hold a page counts. */
export const budgets: readonly Budget[] = [
  {
    kind: 'all sources',
    files: page('sources/'),
    bytes: 130_000,
    because: 'the whole list, each entry with its address: for those who look something up',
  },
  {
    kind: 'all facts',
    files: page('facts/'),
    bytes: 42_000,
    because: 'the whole list, for those who look something up',
  },
  {
    kind: 'timeline',
    files: page('timeline/'),
    bytes: 13_600,
    because: 'one story in its order; the foot and the last entries come a round trip later',
  },
  { kind: 'other', files: /\.html$/, bytes: firstRoundTrip },
];
