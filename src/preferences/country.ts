/**
 * For readers who said where they live: the line "Where do you live?" of a page leads to their
 * country instead, and what the page says about it is marked. Loaded for them only; without it
 * nothing is missing. Nothing moves: words take the place of others in one line.
 */
import type { CountryOnPages } from './countries.ts';
import { readPreferences } from './preferences.ts';

/** What marks a line about the reader's country, in the same way as the target of a link. */
const styles = `
  .yours { background: var(--tint); box-shadow: 0 0 0 0.6rem var(--tint); }
  tr.yours { box-shadow: -0.6rem 0 var(--tint), 0.6rem 0 var(--tint); }
  .not-known .yours { background: var(--page); box-shadow: 0 0 0 0.6rem var(--page); }
  @media (forced-colors: active) { .yours { outline: 1px solid; } }
`;

if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start);
else start();

function start(): void {
  const found = document.querySelector<HTMLAnchorElement>('a.live');
  if (found) void show(found);
}

async function show(link: HTMLAnchorElement): Promise<void> {
  const { country: code } = readPreferences();
  if (code === undefined) return;
  const response = await fetch(new URL('countries.json', link.href));
  // What is stored is no more than two letters, so that it names nothing but a country here.
  const countries = (await response.json()) as Readonly<Partial<Record<string, CountryOnPages>>>;
  const country = countries[code];
  if (!country) return;
  const lines = linesAbout(country);
  const [first] = lines;
  if (first) {
    for (const line of lines) line.classList.add('yours');
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets.push(sheet);
    first.id ||= 'your-country';
    link.href = `#${first.id}`;
    link.textContent = country.here;
  } else {
    link.href = country.address;
    link.textContent = country.about;
  }
}

/** What the text of an article says about a country: rows, list items and paragraphs that name it. */
function linesAbout({ address, name }: CountryOnPages): Element[] {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.prose a')].filter(
    ({ pathname, hash }) => pathname === address && hash === '',
  );
  const heads = [...document.querySelectorAll('.prose th')].filter(
    ({ textContent }) => textContent.trim() === name,
  );
  const lines = [...links, ...heads].map((found) => found.closest('tr, li, p'));
  const inOrder = (a: Element, b: Element): number =>
    a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  return [...new Set(lines.filter((line) => line !== null))].toSorted(inOrder);
}
