/**
 * The record of every address the site ever had, `src/content/addresses.txt`. A line is a page or a
 * file, and behind it the places on it that links may lead to: `terms/backstop/ #sources #used-in`.
 * Lines are sorted, and two lines for one page count as one, so that branches merge by keeping both.
 */
import { movedPages, splitAddress, type Redirect } from './redirects.ts';

/** Where the record is kept. */
export const recordFile = 'src/content/addresses.txt';

/** How new addresses get into the record. */
export const recordCommand = 'npm run addresses';

/** Pages and files without the site's base (nothing for the home page), each with its places. */
export type Addresses = ReadonlyMap<string, ReadonlySet<string>>;

/** How the home page is written, whose address below the base is empty. */
const home = './';

const byCode = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Reads a record; lines that begin with `# ` are remarks. */
export function parseAddresses(text: string): Addresses {
  const found = new Map<string, Set<string>>();
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '' || line.startsWith('# ')) continue;
    const [name = '', ...places] = line.trim().split(/\s+/);
    const page = name === home ? '' : name;
    const known = found.get(page) ?? new Set();
    for (const place of places) known.add(place.replace(/^#/, ''));
    found.set(page, known);
  }
  return found;
}

/** Writes a record, without remarks. */
export function formatAddresses(addresses: Addresses): string {
  return [...addresses]
    .toSorted(([a], [b]) => byCode(a, b))
    .map(([page, places]) =>
      [page === '' ? home : page, ...[...places].toSorted(byCode).map((id) => `#${id}`)].join(' '),
    )
    .map((line) => `${line}\n`)
    .join('');
}

/** Both together: nothing that was recorded is ever taken out. */
export function together(recorded: Addresses, found: Addresses): Addresses {
  const all = new Map([...recorded].map(([page, places]) => [page, new Set(places)]));
  for (const [page, places] of found) {
    all.set(page, new Set([...(all.get(page) ?? []), ...places]));
  }
  return all;
}

/** What one has and the other lacks: pages, and places on pages that both have. */
export function lacking(wanted: Addresses, found: Addresses): string[] {
  return [...wanted].flatMap(([page, places]) => {
    const there = found.get(page);
    if (!there) return [page];
    return [...places].filter((id) => !there.has(id)).map((id) => `${page}#${id}`);
  });
}

/**
 * Recorded addresses that lead nowhere any more. A page that moved takes its places with it.
 *
 * @param found what the site has, redirects not counted
 */
export function vanished(
  recorded: Addresses,
  found: Addresses,
  redirects: readonly Redirect[],
): string[] {
  const moved = new Set(redirects.map(({ from }) => from));
  const pages = new Set(movedPages(redirects).map(({ from }) => from));
  return lacking(recorded, found).filter(
    (address) => !moved.has(address) && !pages.has(splitAddress(address).page),
  );
}
