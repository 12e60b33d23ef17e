/** The feeds, read as feed readers read them, and held to the rules of RSS 2.0 and JSON Feed 1.1. */
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { parseJsonFeed, parseRssFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';

import { wordsOf } from '../../src/i18n/words.ts';

import { changesOf, explainerSlugs } from './lib/dossier.ts';
import { assertNone, differences, repeated } from './lib/findings.ts';
import { all, attribute, readSite } from './lib/site.ts';

const site = readSite();
const root = site.origin + site.base;
const kinds = wordsOf('en').explainers.changeKinds;

const rss = parseRssFeed(site.read('feed.xml'));
const json = parseJsonFeed(site.read('feed.json')) as {
  readonly title?: string;
  readonly feed_url?: string;
  readonly home_page_url?: string;
  readonly language?: string;
  readonly items?: readonly {
    readonly id?: string;
    readonly url?: string;
    readonly title?: string;
    readonly summary?: string;
    readonly content_html?: string;
    readonly date_published?: string;
    readonly tags?: readonly string[];
  }[];
};

/** An entry, whichever feed it came from. */
interface Entry {
  readonly feed: string;
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly summary: string;
  readonly html: string;
  readonly date: string;
}

const entries: Entry[] = [
  ...(rss.items ?? []).map((item) => ({
    feed: 'feed.xml',
    id: item.guid?.value ?? '',
    url: item.link ?? '',
    title: item.title ?? '',
    summary: item.description ?? '',
    html: item.content?.encoded ?? '',
    date: item.pubDate ?? '',
  })),
  ...(json.items ?? []).map((item) => ({
    feed: 'feed.json',
    id: item.id ?? '',
    url: item.url ?? '',
    title: item.title ?? '',
    summary: item.summary ?? '',
    html: item.content_html ?? '',
    date: item.date_published ?? '',
  })),
];

/** Looks at every entry and fails with all findings. */
function assertEntries(check: (entry: Entry) => readonly (string | false | undefined)[]): void {
  assert.notEqual(entries.length, 0, 'There is no entry to check.');
  assertNone(
    entries.flatMap((entry) =>
      check(entry)
        .filter((finding) => typeof finding === 'string')
        .map((finding) => `${entry.feed}, ${entry.id}: ${finding}`),
    ),
  );
}

const documentOf = (html: string) => parseHTML(`<html><body>${html}</body></html>`).document;

test('each change of each article is one entry of both feeds, named for its kind', () => {
  const expected = explainerSlugs.flatMap((slug) =>
    changesOf(slug).map(({ date, kind }) => `${date} ${kinds[kind]} ${slug}`),
  );
  for (const feed of ['feed.xml', 'feed.json']) {
    const found = entries
      .filter((entry) => entry.feed === feed)
      .map(({ id, title, date }) => {
        const slug = /\/explainers\/([^/]+)\/#/.exec(id)?.[1] ?? id;
        return `${new Date(date).toISOString().slice(0, 10)} ${title.split(':')[0] ?? ''} ${slug}`;
      });
    assertNone(differences(found, expected, feed));
    assert.equal(found.length, expected.length, `${feed}: one entry for each change`);
  }
});

test('each entry has an id of its own, which is a place on the page; what it opens exists', () => {
  const places = new Set(
    site.pages.flatMap(({ path, document }) => [
      site.origin + path,
      ...all(document, 'main li[id]').map(({ id }) => `${site.origin}${path}#${id}`),
    ]),
  );
  assertEntries(({ id, url, title }) => [
    !id.includes('#changed-') && 'its id is no place of a change, expected one',
    !places.has(id) && 'no page has a place of that id',
    !places.has(url) && `opens ${url}, which does not exist`,
    url !== (title.startsWith(`${kinds.published}:`) ? id.replace(/#.*/, '') : id) &&
      `opens ${url}, expected the article where it is new and otherwise the change`,
  ]);
  for (const feed of ['feed.xml', 'feed.json']) {
    assertNone(repeated(entries.filter((entry) => entry.feed === feed).map(({ id }) => id)));
  }
});

test('the text is clean: elements of text, absolute addresses, no furniture', () => {
  assertEntries(({ html }) => {
    const document = documentOf(html);
    return all(document, 'body *').flatMap((element) => [
      ...element.getAttributeNames().map((name) => {
        const allowed = { a: 'href', time: 'datetime', th: 'scope' } as Record<string, string>;
        return allowed[element.localName] !== name && `<${element.localName}> has ${name}=`;
      }),
      element.matches('a') &&
        !/^(https?:\/\/|mailto:)/.test(attribute(element, 'href')) &&
        `"${attribute(element, 'href')}" is not absolute`,
      /^(div|span|button|nav|form|svg|script|style|section|dfn|del|h1)$/.test(element.localName) &&
        `<${element.localName}> is not part of a text`,
    ]);
  });
});

test('the last change of an article has its whole text, and an explained word is not explained', () => {
  const newest = new Map<string, Entry>();
  for (const entry of entries.filter(({ feed }) => feed === 'feed.xml').toReversed()) {
    newest.set(entry.id.replace(/#.*/, ''), entry);
  }
  assert.equal(newest.size, explainerSlugs.length);
  const notSeen = /\bClose\b|More about “| note \d/;
  assertNone(
    [...newest].flatMap(([address, { html }]) => {
      const page = site.pages.find(({ path }) => site.origin + path === address);
      const body = documentOf(html).body;
      const headings = all(body, 'h2, h3').map((heading) => heading.textContent);
      const expected = all(page?.document ?? body, '.prose :is(h2, h3)').map(
        (heading) => heading.textContent,
      );
      const unseen = notSeen.exec(body.textContent)?.[0];
      return [
        ...differences(headings, ['Key facts', ...expected], address),
        ...(unseen === undefined ? [] : [`${address}: the text holds "${unseen}"`]),
      ];
    }),
  );
});

test('entries say in plain text what they are, newest first', () => {
  assertEntries(({ title, summary, html }) => [
    title === '' && 'has no title',
    /[<>]/.test(title + summary) && 'has markup in title or summary, expected plain text',
    summary === '' && 'has no summary',
    html === '' && 'has no text',
  ]);
  for (const feed of ['feed.xml', 'feed.json']) {
    const dates = entries.filter((e) => e.feed === feed).map(({ date }) => Date.parse(date));
    assert.deepEqual(
      dates,
      dates.toSorted((a, b) => b - a),
      `${feed}: newest first`,
    );
  }
});

test('feed.xml keeps to RSS 2.0 and to what its validators ask besides', () => {
  const xml = site.read('feed.xml');
  const rfc822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;
  assert.match(xml, /^<\?xml version="1.0" encoding="UTF-8"\?><rss version="2.0"[^>]*>/);
  assert.equal(rss.link, root);
  assert.equal(rss.language, 'en');
  assert.ok(rss.title && rss.description);
  assert.deepEqual(rss.atom?.links, [
    { href: `${root}feed.xml`, rel: 'self', type: 'application/rss+xml' },
  ]);
  const dates = (rss.items ?? []).map(({ pubDate }) => pubDate ?? '');
  assertNone([...dates, rss.lastBuildDate ?? ''].filter((date) => !rfc822.test(date)));
  assert.equal(rss.lastBuildDate, dates[0], 'as new as the newest entry');
  assertNone(
    (rss.items ?? [])
      .filter(({ guid }) => guid?.isPermaLink !== true || !URL.canParse(guid.value ?? ''))
      .map(({ link }) => `feed.xml: ${link ?? ''} has a guid that is no address`),
  );
  assert.doesNotMatch(xml, /(href|src)=&quot;\//, 'no relative address in any text');
});

test('feed.json keeps to JSON Feed 1.1', () => {
  const raw = JSON.parse(site.read('feed.json')) as Record<string, unknown> & {
    items: Record<string, unknown>[];
  };
  assert.equal(raw['version'], 'https://jsonfeed.org/version/1.1');
  assert.equal(json.feed_url, `${root}feed.json`);
  assert.equal(json.home_page_url, root);
  assert.equal(json.language, 'en');
  const known = 'id url title summary content_html date_published tags'.split(' ');
  assertNone(raw.items.flatMap((item) => differences(Object.keys(item), known, 'feed.json')));
  assertNone(
    (json.items ?? [])
      .filter(({ date_published: date }) => !/^\d{4}-\d\d-\d\dT00:00:00Z$/.test(date ?? ''))
      .map(({ id }) => `feed.json: ${id ?? ''} has no date after RFC 3339`),
  );
});

test('no feed is larger than a megabyte', () => {
  assertNone(
    ['feed.xml', 'feed.json']
      .map((file) => ({ file, bytes: Buffer.byteLength(site.read(file)) }))
      .filter(({ bytes }) => bytes > 1_000_000)
      .map(({ file, bytes }) => `${file}: ${bytes} bytes, expected at most 1,000,000`),
  );
});

test('every page names both feeds of its edition', () => {
  assertNone(
    site.pages.flatMap(({ file, document }) =>
      ['application/rss+xml', 'application/feed+json'].flatMap((type) => {
        const href = attribute(
          document.querySelector(`link[rel=alternate][type="${type}"]`),
          'href',
        );
        const name = type.endsWith('json') ? 'feed.json' : 'feed.xml';
        return href === site.base + name ? [] : [`${file}: ${type} "${href}", expected ${name}`];
      }),
    ),
  );
});
