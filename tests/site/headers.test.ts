/** What the site says to hosts and browsers on what its pages may do: complete, exact and strict. */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { fits, headersAt, readHeaders, type HeaderRule } from '../../scripts/lib/site-headers.mjs';
import { serve } from '../../scripts/lib/static-server.mjs';
import { headersFile } from '../../src/headers/hosts.ts';
import { builtFiles } from '../../src/headers/integration.ts';
import { observatory } from '../../src/headers/observatory.ts';
import { inlinedIn, metaPolicy } from '../../src/headers/policy.ts';
import { headerRules } from '../../src/headers/rules.ts';
import { signatureFile } from '../../src/integrity/manifest.ts';
import { assertEach, assertNone } from './lib/findings.ts';
import { all, attribute, projectRoot, readSite } from './lib/site.ts';

const site = readSite();
const every = [...site.pages, ...site.redirects];
const folder = resolve(projectRoot, process.env['SITE_DIR'] ?? 'dist');

/** The least score: all that an answer can have before its domain is preloaded. */
const least = 135;

describe('response headers', () => {
  let rules: HeaderRule[] = [];

  before(async () => {
    rules = await readHeaders(folder);
  });

  test('are those of the pages as they are: nothing was changed after they were sealed', () => {
    const built = builtFiles(folder, site.base);
    // What was written after the headers has only the headers that all files have.
    const own = rules.filter(({ path }) => path !== `${site.base}*`);
    const known = built.files.filter((file) => own.some((rule) => fits(rule, site.base + file)));
    assert.equal(site.read('_headers'), headersFile(headerRules({ ...built, files: known })));
  });

  test('give every page a policy that allows what it has written into itself', () => {
    assertEach(every, ({ html, path }) => {
      const policy = headersAt(rules, path)['Content-Security-Policy'] ?? '';
      const { scripts, styles } = inlinedIn(html);
      return [...scripts, ...styles].map(
        (hash) => !policy.includes(hash) && `the policy of its address lacks ${hash}`,
      );
    });
  });

  test(`score ${least} or more by the rules of the Observatory, on every page that loads a script`, () => {
    assertEach(every, ({ html, path, document }) => {
      const headers = headersAt(rules, path);
      const { score, findings } = observatory({ headers, html, redirectsToHttps: true });
      // Five points are for the hashes of scripts, which a page without any cannot have.
      const expected = document.querySelector('script[src]') ? least : least - 5;
      return [score < expected && `scores ${score}: ${JSON.stringify(findings)}`];
    });
  });

  describe('as the site is served', () => {
    let server: Awaited<ReturnType<typeof serve>>;

    before(async () => {
      server = await serve({ root: folder, base: site.base });
    });

    after(() => server.close());

    const answer = (path: string) => fetch(new URL(path, server.url));

    test('are on pages, on what is not there, and on files', async () => {
      for (const [path, status] of [
        ['', 200],
        ['about/', 200],
        ['nowhere/', 404],
        ['_assets/nothing.js', 404],
        ['favicon.svg', 200],
        ['pagefind/pagefind-entry.json', 200],
      ] as const) {
        const { status: found, headers } = await answer(path);
        assert.equal(found, status, path);
        assert.match(headers.get('content-security-policy') ?? '', /^default-src 'none'/, path);
        assert.match(headers.get('strict-transport-security') ?? '', /max-age=\d{8}/, path);
        assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
        assert.equal(headers.get('referrer-policy'), 'same-origin', path);
        assert.equal(headers.get('cache-control'), 'no-cache', path);
        assert.equal(headers.get('set-cookie'), null, path);
      }
    });

    test('let a browser keep what never changes', async () => {
      const asset = [...site.files].find((file) => file.startsWith('_assets/')) ?? '';
      const { headers } = await answer(asset);
      assert.match(headers.get('cache-control') ?? '', /immutable/);
    });
  });
});

describe('where a host sends no headers', () => {
  test('every page has a policy of its own, and tells nobody where a reader comes from', () => {
    assertEach(every, ({ document, html }) => {
      const [policy, ...more] = all(document, 'meta[http-equiv=content-security-policy]');
      const content = attribute(policy, 'content');
      return [
        more.length > 0 && 'has more than one policy',
        content !== metaPolicy(inlinedIn(html)) &&
          `has the policy ${content}, expected ${metaPolicy(inlinedIn(html))}`,
        attribute(document.querySelector('meta[name=referrer]'), 'content') !== 'same-origin' &&
          'does not say same-origin',
      ];
    });
  });

  test('every script that a page loads has a hash', () => {
    assertEach(every, ({ document }) =>
      all(document, 'script[src]').map(
        (script) =>
          !attribute(script, 'integrity').startsWith('sha256-') &&
          `${attribute(script, 'src')} has no hash`,
      ),
    );
  });
});

test('no page has what a policy would stop: styles and events in attributes, frames, forms that leave', () => {
  assertEach(every, ({ document, path }) => [
    ...all(document, '[style]').map((element) => `<${element.localName}> has a style attribute`),
    ...all(document, '*').flatMap((element) =>
      [...element.attributes]
        .filter(({ name }) => /^on/i.test(name))
        .map(({ name }) => `<${element.localName}> has ${name}`),
    ),
    ...all(document, 'iframe, frame, object, embed, base').map(
      (element) => `<${element.localName}> is not allowed`,
    ),
    ...all(document, 'form[action]').map((form) => {
      const { origin } = new URL(attribute(form, 'action'), site.origin + path);
      return origin !== site.origin && `a form leads to ${origin}`;
    }),
    ...all(document, '[href^="javascript:" i], [src^="javascript:" i]').map(
      (element) => `<${element.localName}> has an address that is a script`,
    ),
  ]);
});

test('hosts read every rule: none is for a file that is not there', async () => {
  const rules = await readHeaders(folder);
  // The signature comes after the build, if the copy is signed.
  const files = new Set([...site.files, signatureFile]);
  assertNone(
    rules
      .map(({ path }) => path.slice(site.base.length))
      .filter((path) => !path.endsWith('*') && !files.has(path === '' ? 'index.html' : path))
      .map((path) => `_headers: ${path} does not exist`),
  );
});
