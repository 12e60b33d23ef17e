/**
 * What two libraries that messengers and editors use make of a shared link. They fetch the built
 * pages from a server on this machine.
 */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';

import openGraph from 'open-graph-scraper';
import { unfurl } from 'unfurl.js';

import { serve } from '../../scripts/lib/static-server.mjs';

import { attribute, projectRoot, readSite, textOf, type Page } from './lib/site.ts';

const site = readSite();

/** One page of each kind. */
const kinds = {
  home: /^index\.html$/,
  about: /^about\/index\.html$/,
  search: /^search\/index\.html$/,
  'list of explainers': /^explainers\/index\.html$/,
  explainer: /^explainers\/[^/]+\/index\.html$/,
  country: /^countries\/[^/]+\/index\.html$/,
  term: /^terms\/[^/]+\/index\.html$/,
  claim: /^claims\/[^/]+\/index\.html$/,
  fact: /^facts\/[^/]+\/index\.html$/,
};

function pageOf(kind: RegExp): Page {
  const page = site.pages.find(({ file }) => kind.test(file));
  assert.ok(page, `there is no page ${kind.source}`);
  return page;
}

/** What a library must find, taken from what a reader sees. */
function expectedOf(page: Page) {
  const image = `${site.origin}${site.base}cards/${page.path.slice(site.base.length).replace(/\/$/, '') || 'index'}.png`;
  return {
    url: site.origin + page.path,
    image,
    description: attribute(page.document.querySelector('meta[name=description]'), 'content'),
  };
}

describe('a shared link unfolds', () => {
  let server: Awaited<ReturnType<typeof serve>>;

  before(async () => {
    const root = resolve(projectRoot, process.env['SITE_DIR'] ?? 'dist');
    server = await serve({ root, base: site.base });
  });

  after(() => server.close());

  for (const [kind, pattern] of Object.entries(kinds)) {
    test(`${kind}: for open-graph-scraper`, async () => {
      const page = pageOf(pattern);
      const { url, image, description } = expectedOf(page);
      const { error, result } = await openGraph({
        url: `http://127.0.0.1:${server.port}${page.path}`,
      });
      assert.equal(error, false);
      assert.equal(result.ogSiteName, 'Guarantees Explained');
      assert.equal(result.ogUrl, url);
      assert.equal(result.ogDescription, description);
      assert.equal(result.ogLocale, 'en_GB');
      assert.equal(result.twitterCard, 'summary_large_image');
      assert.ok(textOf(page.document.querySelector('title')).includes(result.ogTitle ?? '\n'));
      assert.deepEqual(result.ogImage, [
        {
          url: image,
          type: 'image/png',
          width: '1200',
          height: '630',
          alt: `Guarantees Explained: ${result.ogTitle ?? ''}`,
        },
      ]);
      const isArticle = kind === 'explainer';
      assert.equal(result.ogType, isArticle ? 'article' : 'website');
      assert.equal(/^\d{4}-\d\d-\d\d$/.test(result.articlePublishedTime ?? ''), isArticle);
      assert.equal(/^\d{4}-\d\d-\d\d$/.test(result.articleModifiedTime ?? ''), isArticle);
    });

    test(`${kind}: for unfurl.js`, async () => {
      const page = pageOf(pattern);
      const { url, image, description } = expectedOf(page);
      const found = await unfurl(new URL(page.path, server.url).href, { oembed: false });
      assert.equal(found.title, textOf(page.document.querySelector('title')));
      assert.equal(found.description, description);
      assert.equal(found.twitter_card.card, 'summary_large_image');
      const { open_graph: graph } = found;
      assert.equal(graph.url, url);
      assert.equal(graph.description, description);
      assert.equal(graph.site_name, 'Guarantees Explained');
      assert.equal(graph.locale, 'en_GB');
      const pictures = (graph.images ?? []).map((picture) => ({
        url: picture.url,
        type: picture.type,
        width: picture.width,
        height: picture.height,
      }));
      assert.deepEqual(pictures, [{ url: image, type: 'image/png', width: 1200, height: 630 }]);
    });
  }

  test('the image is there under the address that is named', async () => {
    const { image } = expectedOf(pageOf(kinds.explainer));
    const response = await fetch(new URL(new URL(image).pathname, server.url));
    assert.equal(response.status, 200);
    assert.equal(response.headers.get('content-type'), 'image/png');
  });
});
