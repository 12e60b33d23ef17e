/** Every page and every section of an article can be passed on, and the address is the canonical one. */
import { test } from 'node:test';

import { assertEach } from './lib/findings.ts';
import { accessibleName, all, attribute, readSite, recordPages, show, textOf } from './lib/site.ts';

const site = readSite();
const sections = ['explainers', 'facts', 'terms', 'claims', 'countries'];

test('every heading of a section that has an address is a link to it, named as it is', () => {
  // A leaflet is paper; on the page of an unknown address there is nothing to pass on.
  const shared = site.pages.filter(({ file }) => !/leaflet|404/.test(file));
  assertEach(shared, ({ file, document }) => {
    const headings = all(document, 'main h2[id]');
    const isArticle = /^(?:explainers|countries)\/[^/]+\//.test(file);
    return [
      isArticle && headings.length < 3 && `${headings.length} headings, expected at least 3`,
      ...headings.flatMap((heading) => {
        const links = all(heading, 'a');
        const [link] = links;
        return [
          links.length !== 1 && `${show(heading)} has ${links.length} links, expected one`,
          attribute(link, 'href') !== `#${heading.id}` &&
            `${show(heading)} leads to "${attribute(link, 'href')}", expected its own id`,
          (textOf(link) === '' || (link && accessibleName(link)) !== textOf(heading)) &&
            `${show(heading)}: the link is named otherwise than the heading, expected the same`,
        ];
      }),
    ];
  });
});

test('every record can be passed on by plain links, which hold its canonical address', () => {
  for (const section of sections) {
    assertEach(recordPages(site, section), ({ document }) => {
      const canonical = attribute(document.querySelector('link[rel=canonical]'), 'href');
      const part = document.querySelector('[aria-labelledby=pass-it-on]');
      const links = part ? all(part, 'a').map((link) => attribute(link, 'href')) : [];
      const own = links.filter((href) => href.includes(encodeURIComponent(canonical)));
      const ways = ['mailto:?', 'https://t.me/share/url?', 'https://wa.me/?'];
      return [
        !canonical.startsWith(site.origin + site.base) && `canonical ${canonical}`,
        ...ways.map(
          (way) =>
            own.filter((href) => href.startsWith(way)).length !== 1 &&
            `no link ${way}… with ${canonical}, expected one`,
        ),
        !(part && all(part, '.cite-as').some((line) => textOf(line) === canonical)) &&
          `the address does not stand by itself, expected ${canonical}`,
      ];
    });
  }
});

test('what needs a script is hidden without it, and the scripts behind the buttons exist', () => {
  for (const section of sections) {
    assertEach(recordPages(site, section), ({ document }) => {
      const row = document.querySelector('.pass');
      const buttons = row ? all(row, 'button') : [];
      return [
        !row?.hasAttribute('hidden') && 'the buttons are not hidden, expected them to be',
        buttons.length !== 2 && `${buttons.length} buttons, expected two`,
        ...buttons.map((button) => {
          const value = attribute(button, 'value');
          return (
            !(value.startsWith(site.base) && site.files.has(value.slice(site.base.length))) &&
            `${show(button)} names no file of the site, expected a script`
          );
        }),
      ];
    });
  }
});
