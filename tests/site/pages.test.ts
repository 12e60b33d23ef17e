/** What every page must have, whatever it is about. */
import { describe, test } from 'node:test';

import { assertEach, assertNone, repeated } from './lib/findings.ts';
import { accessibleName, all, attribute, isListed, readSite, show, textOf } from './lib/site.ts';

const site = readSite();
const { pages } = site;

/** The folder of the edition that a page belongs to: none for English, `fr/` for French. */
const editionOf = (file: string) => /^[a-z]{2}\//.exec(file)?.[0] ?? '';

const isNotFound = (file: string) => file === '404.html';
const isHome = (file: string) => /^([a-z]{2}\/)?index\.html$/.test(file);
const isSearch = (file: string) => /^([a-z]{2}\/)?search\/index\.html$/.test(file);
const isLeaflet = (file: string) => /(^|\/)explainers\/[^/]+\/leaflet\/index\.html$/.test(file);
const isStoredPages = (file: string) => /^([a-z]{2}\/)?offline\/index\.html$/.test(file);

/** Pages that have no preview of their own for networks and messengers. */
const isUnshared = (file: string) => isNotFound(file) || isLeaflet(file) || isStoredPages(file);

/** The longest description: what search engines and messengers show. */
const longestDescription = 200;

/** The longest title, the name of the site not counted: beyond it even the beginning of a statement says no more at a glance. */
const longestTitle = 90;

describe('what search engines and shared links show', () => {
  test('the language is that of the address', () => {
    assertEach(pages, ({ file, document }) => {
      const language = attribute(document.documentElement, 'lang');
      const expected = editionOf(file).slice(0, 2) || 'en';
      return [language !== expected && `lang="${language}", expected "${expected}"`];
    });
  });

  test('one title, which is not empty', () => {
    assertEach(pages, ({ document }) => {
      const titles = all(document, 'head > title');
      return [
        titles.length !== 1 && `${titles.length} titles, expected one`,
        textOf(titles[0]) === '' && 'the title is empty, expected words',
      ];
    });
  });

  test('no two pages have the same title', () => {
    const titles = pages.map(({ document }) => textOf(document.querySelector('title')));
    const twice = new Set(repeated(titles));
    assertEach(pages, ({ document }) => {
      const title = textOf(document.querySelector('title'));
      return [twice.has(title) && `another page has the title "${title}", expected one of its own`];
    });
  });

  test('one description of a bearable length', () => {
    assertEach(pages, ({ document }) => {
      const found = all(document, 'head > meta[name=description]');
      const text = attribute(found[0], 'content').trim();
      return [
        found.length !== 1 && `${found.length} descriptions, expected one`,
        text === '' && 'the description is empty, expected a sentence',
        text.length > longestDescription &&
          `the description has ${text.length} characters, expected at most ${longestDescription}`,
      ];
    });
  });

  test('only the search, leaflets, stored pages and the page for unknown addresses are kept from search engines', () => {
    assertEach(pages, (page) => {
      const expected = ![isNotFound, isSearch, isLeaflet, isStoredPages].some((is) =>
        is(page.file),
      );
      return [
        isListed(page) !== expected &&
          `${expected ? 'has' : 'lacks'} robots noindex, expected the opposite`,
      ];
    });
  });

  test('a listed page names its own address as the canonical one, a leaflet its article; others name none', () => {
    assertEach(pages, (page) => {
      const found = all(page.document, 'link[rel~=canonical]').map((link) =>
        attribute(link, 'href'),
      );
      const expected =
        isListed(page) || isLeaflet(page.file)
          ? [site.origin + page.path.replace(/leaflet\/$/, '')]
          : [];
      return [
        found.join(' ') !== expected.join(' ') &&
          `canonical ${found.join(' ') || 'missing'}, expected ${expected.join(' ') || 'none'}`,
      ];
    });
  });

  test('the title is one that is not cut off, and the same wherever it is shown', () => {
    assertEach(pages, ({ file, document }) => {
      const title = textOf(document.querySelector('title'));
      const shared = attribute(document.querySelector('meta[property="og:title"]'), 'content');
      return [
        shared.length > longestTitle &&
          `the title has ${shared.length} characters, expected at most ${longestTitle}`,
        !isNotFound(file) &&
          !title.includes(shared) &&
          `og:title "${shared}", expected it in the title "${title}"`,
      ];
    });
  });

  test('the description is the same wherever it is shown, and a whole sentence', () => {
    assertEach(pages, ({ file, document }) => {
      const text = attribute(document.querySelector('meta[name=description]'), 'content');
      const shared = attribute(
        document.querySelector('meta[property="og:description"]'),
        'content',
      );
      return [
        !isUnshared(file) && shared !== text && `og:description "${shared}", expected "${text}"`,
        !/[.!?…]["”’»)]*$/.test(text) && `the description ends in "${text.slice(-20)}"`,
      ];
    });
  });

  test('what is shared is the page itself', () => {
    assertEach(pages, ({ file, document, path }) => {
      if (isUnshared(file)) return [];
      const meta = (name: string) =>
        attribute(document.querySelector(`meta[property="og:${name}"]`), 'content');
      return [
        meta('url') !== site.origin + path &&
          `og:url "${meta('url')}", expected "${site.origin + path}"`,
        meta('title') === '' && 'og:title is empty, expected the title of the page',
        meta('description') === '' && 'og:description is empty, expected a sentence',
      ];
    });
  });

  test('an icon, the feed and the search of the edition are named, and exist', () => {
    assertEach(pages, ({ file, document }) => {
      const feed = `${editionOf(file)}feed.xml`;
      const links = [
        { selector: 'link[rel=icon]', what: 'icon', expected: 'favicon.svg' },
        {
          selector: 'link[rel=alternate][type="application/rss+xml"]',
          what: 'feed',
          expected: feed,
        },
        {
          selector: 'link[rel=search][type="application/opensearchdescription+xml"][title]',
          what: 'search',
          expected: `${editionOf(file)}opensearch.xml`,
        },
      ];
      return links.flatMap(({ selector, what, expected }) => {
        const href = attribute(document.querySelector(selector), 'href');
        return [
          href !== site.base + expected && `${what} "${href}", expected "${site.base + expected}"`,
          !site.files.has(expected) && `${what} ${expected} does not exist, expected the file`,
        ];
      });
    });
  });
});

describe('the order of a page', () => {
  test('one first-level heading, and no level is skipped', () => {
    assertEach(pages, ({ document }) => {
      const levels = all(document, 'h1, h2, h3, h4, h5, h6').map((heading) => ({
        level: Number(heading.localName.slice(1)),
        heading,
      }));
      const first = levels.filter(({ level }) => level === 1).length;
      return [
        first !== 1 && `${first} first-level headings, expected one`,
        ...levels.map(({ level, heading }, index) => {
          const before = levels[index - 1]?.level ?? 0;
          return level > before + 1 && `${show(heading)} follows level ${before}, expected no gap`;
        }),
        ...levels.map(
          ({ heading }) => textOf(heading) === '' && `${show(heading)} is empty, expected words`,
        ),
      ];
    });
  });

  test('one main, header and footer; every nav has a name of its own', () => {
    assertEach(pages, ({ document }) => {
      const count = (selector: string) => all(document, selector).length;
      const names = all(document, 'nav').map((nav) => attribute(nav, 'aria-label').trim());
      return [
        ...['main', 'body > main', 'body > header', 'body > footer'].map(
          (selector) => count(selector) !== 1 && `${count(selector)} ${selector}, expected one`,
        ),
        count('body > header nav') !== 1 && 'no navigation in the header, expected one',
        names.includes('') && 'a nav has no aria-label, expected a name',
        ...repeated(names).map((name) => `two navs are called "${name}", expected two names`),
      ];
    });
  });

  test('the first thing to reach with the keyboard leads to the text', () => {
    assertEach(pages, ({ document }) => {
      const first = document.body.querySelector('a, button, input, select, textarea, [tabindex]');
      const isSkipLink = first?.localName === 'a' && attribute(first, 'href') === '#main';
      return [
        !isSkipLink && `${first ? show(first) : 'nothing'} comes first, expected a link to #main`,
        document.querySelector('main')?.id !== 'main' && 'main has no id "main", expected one',
      ];
    });
  });

  test('every page but home and the one for unknown addresses says where it stands', () => {
    assertEach(pages, ({ file, path, document }) => {
      const crumbs = all(document, 'main nav.crumbs');
      if (isHome(file) || isNotFound(file)) {
        return [crumbs.length > 0 && 'has a way here, expected none'];
      }
      const [home] = crumbs.flatMap((nav) => all(nav, 'a'));
      const expected = site.base + editionOf(file);
      return [
        crumbs.length !== 1 && `${crumbs.length} ways here, expected one`,
        attribute(home, 'href') !== expected &&
          `the way here begins at "${attribute(home, 'href')}", expected "${expected}"`,
        ...crumbs
          .flatMap((nav) => all(nav, 'a'))
          .map(
            (link) =>
              attribute(link, 'href') === path &&
              'the way here ends in the page itself, expected the page above',
          ),
      ];
    });
  });

  test('every page can be searched from, without a script', () => {
    assertEach(pages, ({ file, document }) => {
      const action = `${site.base}${editionOf(file)}search/`;
      const forms = all(document, 'form[role=search]');
      return [
        forms.length === 0 && 'no search form, expected one',
        ...forms.flatMap((form) => [
          attribute(form, 'action') !== action &&
            `a search form leads to "${attribute(form, 'action')}", expected "${action}"`,
          !['', 'get'].includes(attribute(form, 'method').toLowerCase()) &&
            'a search form does not use GET, expected an address that can be shared',
          all(form, 'input[name=q]').length !== 1 && 'a search form has no field "q", expected one',
          all(form, 'button:not([type]), button[type=submit]').length !== 1 &&
            'a search form has no button to send it, expected one',
          accessibleName(form) === '' && 'a search form has no name, expected an aria-label',
        ]),
      ];
    });
  });
});

describe('what stands in the markup', () => {
  test('every id stands once', () => {
    assertEach(pages, ({ document }) =>
      repeated(all(document, '[id]').map(({ id }) => id)).map(
        (id) => `the id "${id}" stands twice, expected once`,
      ),
    );
  });

  test('no style and no script in attributes, no base', () => {
    assertEach(pages, ({ document }) =>
      all(document, '*').flatMap((element) => [
        element.localName === 'base' && '<base> changes every link, expected none',
        ...element
          .getAttributeNames()
          .filter((name) => name === 'style' || name.startsWith('on'))
          .map((name) => `${show(element)} has ${name}=, expected the style sheet or no script`),
      ]),
    );
  });

  test('every link and button has a name', () => {
    assertEach(pages, ({ document }) =>
      all(document, 'a, button, summary, [role=button]').map(
        (element) => accessibleName(element) === '' && `${show(element)} is empty, expected words`,
      ),
    );
  });
});

describe('dates', () => {
  /** Words that are wrong on the next day. */
  const relative =
    /\b(today|tonight|yesterday|tomorrow|now|currently|recently|ago|(last|this|next) (week|month|year))\b/i;

  test('every date is one of the calendar, and shows its year', () => {
    assertEach(pages, ({ document }) =>
      all(document, 'time').flatMap((time) => {
        const date = attribute(time, 'datetime');
        return [
          !isDate(date) && `${show(time)} is no date, expected 2026-01-06, 2026-01 or 2026`,
          !textOf(time).includes(date.slice(0, 4)) && `${show(time)} shows no year, expected it`,
        ];
      }),
    );
  });

  test('no date is told from the day of reading', () => {
    assertEach(pages, ({ document }) =>
      all(document, 'time').flatMap((time) => {
        // The name of a host is no word: "usatoday.com".
        const before = (time.previousSibling?.textContent ?? '')
          .replace(/\([\w.-]+\.[a-z]{2,}/g, '')
          .slice(-30);
        const after = (time.nextSibling?.textContent ?? '').slice(0, 30);
        return [before, textOf(time), after].map((words) => {
          const word = relative.exec(words)?.[0];
          return word !== undefined && `"${word}" stands at ${show(time)}, expected the date alone`;
        });
      }),
    );
  });

  test('there are dates', () => {
    const withDate = pages.filter(({ document }) => document.querySelector('main time'));
    assertNone(withDate.length < 100 ? [`${withDate.length} pages show a date, expected 100`] : []);
  });
});

/** Whether a text is a day, a month or a year that exists. */
function isDate(text: string): boolean {
  const {
    year,
    month = '01',
    day = '01',
  } = /^(?<year>\d{4})(-(?<month>\d\d)(-(?<day>\d\d))?)?$/.exec(text)?.groups ?? {};
  const whole = `${year ?? ''}-${month}-${day}`;
  const date = new Date(`${whole}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole);
}
