import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import { latestChanges } from '../../src/share/changes.ts';
import { shareLink, shareWays } from '../../src/share/links.ts';

import { explainer } from './lib/records.ts';

const title = 'Who pays? “50 %” & more #1 + é';
const url = 'https://a.example/x/?a=1&b=2#c';

describe('ways to pass a page on', () => {
  test('each way opens its own service, and no other', () => {
    assert.deepEqual(
      shareWays.map((way) => new URL(shareLink(way, title, url)).origin),
      ['null', 'https://t.me', 'https://wa.me'],
    );
    assert.equal(new URL(shareLink('email', title, url)).protocol, 'mailto:');
  });

  test('title and address arrive as they are, signs included', () => {
    const parameters = (way: (typeof shareWays)[number]) =>
      Object.fromEntries(new URL(shareLink(way, title, url)).searchParams);
    assert.deepEqual(parameters('email'), { subject: title, body: url });
    assert.deepEqual(parameters('telegram'), { url, text: title });
    assert.deepEqual(parameters('whatsapp'), { text: `${title} ${url}` });
  });

  test('the link holds no sign that would end an attribute or begin another field', () => {
    for (const way of shareWays) {
      const link = shareLink(way, title, url);
      assert.match(link, /^[\w:/.?=&%!'()*~-]+$/);
      assert.equal(link.split('&').length, way === 'whatsapp' ? 1 : 2);
    }
  });

  test('whatever the title is, it arrives', () => {
    const text = fc.string({ unit: 'grapheme' });
    fc.assert(
      fc.property(text, fc.webUrl({ withFragments: true }), (given, address) => {
        const { searchParams } = new URL(shareLink('telegram', given, address));
        assert.equal(searchParams.get('text'), given);
        assert.equal(searchParams.get('url'), address);
      }),
    );
  });
});

describe('the latest changes', () => {
  const article = (slug: string, ...dates: string[]) => ({
    slug,
    data: explainer({
      changes: dates.map((date) => ({ date, kind: 'update', text: `${slug} on ${date}` })),
    }),
  });
  const articles = [
    article('b', '2026-03-01', '2026-01-01'),
    article('a', '2026-03-01', '2026-02-01'),
    article('c', '2025-12-31'),
  ];
  const texts = (most: number) => latestChanges(articles, most).map(({ change }) => change.text);

  test('the newest come first, and on one day the slugs decide', () => {
    assert.deepEqual(texts(10), [
      'a on 2026-03-01',
      'b on 2026-03-01',
      'a on 2026-02-01',
      'b on 2026-01-01',
      'c on 2025-12-31',
    ]);
  });

  test('there are no more than asked for', () => {
    assert.deepEqual(texts(2), ['a on 2026-03-01', 'b on 2026-03-01']);
    assert.deepEqual(texts(0), []);
  });

  test('each change comes with its article', () => {
    assert.equal(latestChanges(articles, 1)[0]?.explainer, articles[1]);
  });
});
