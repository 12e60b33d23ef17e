/** What messengers and networks read in the head of a page, and the preview image it names. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';

import { changesOf, dossier, explainerSlugs, readYaml } from './lib/dossier.ts';
import { assertEach, assertNone, differences, repeated } from './lib/findings.ts';
import { all, attribute, projectRoot, readSite, recordPages, type Page } from './lib/site.ts';

const site = readSite();
const folder = resolve(projectRoot, process.env['SITE_DIR'] ?? 'dist');

/** Pages for one device or address only, and leaflets, which are another form of a page that has an image. */
const isUnshared = ({ file }: Page) =>
  /^404\.html$|(^|\/)offline\/index\.html$|\/leaflet\/index\.html$/.test(file);

/** Pages that somebody may share. */
const shared = site.pages.filter((page) => !isUnshared(page));

/** The most bytes of an image. */
const mostBytes = 60_000;

/** The values of a property, each as often as it stands. */
const values = ({ document }: Page, property: string) =>
  all(document, `head > meta[property="${property}"], head > meta[name="${property}"]`).map(
    (meta) => attribute(meta, 'content'),
  );

/** The file of a page's preview image below the folder of the site. */
const imageOf = (page: Page) =>
  (values(page, 'og:image')[0] ?? '').replace(site.origin + site.base, '');

const readImage = (file: string) => readFileSync(join(folder, file));

describe('what is read of a shared page', () => {
  test('each property stands once, and has a value', () => {
    assertEach(shared, (page) => {
      const needed = [
        'og:type',
        'og:site_name',
        'og:title',
        'og:description',
        'og:url',
        'og:locale',
        'og:image',
        'og:image:type',
        'og:image:width',
        'og:image:height',
        'og:image:alt',
        'twitter:card',
      ];
      return needed.map((property) => {
        const found = values(page, property);
        return (
          (found.length !== 1 || found[0]?.trim() === '') &&
          `${property} is "${found.join('", "')}", expected one value`
        );
      });
    });
  });

  test('the image is said to be what it is: large, a PNG, in words too', () => {
    assertEach(shared, (page) => {
      const expected = {
        'og:image:type': 'image/png',
        'og:image:width': '1200',
        'og:image:height': '630',
        'twitter:card': 'summary_large_image',
      };
      const [alt = ''] = values(page, 'og:image:alt');
      const [title = ''] = values(page, 'og:title');
      return [
        ...Object.entries(expected).map(
          ([property, value]) =>
            values(page, property)[0] !== value &&
            `${property} is "${values(page, property).join()}", expected "${value}"`,
        ),
        !alt.includes(title) && `og:image:alt is "${alt}", expected the title in it`,
      ];
    });
  });

  test('the language is that of the page, with a country', () => {
    assertEach(shared, (page) => {
      const language = attribute(page.document.documentElement, 'lang');
      const [locale = ''] = values(page, 'og:locale');
      return [
        !new RegExp(`^${language}_[A-Z]{2}$`).test(locale) && `og:locale is "${locale}"`,
        values(page, 'og:locale:alternate').includes(locale) &&
          'og:locale:alternate names the language of the page itself',
      ];
    });
  });

  test('an article has the dates of its record of changes, and nothing else has dates', () => {
    const articles = new Set(recordPages(site, 'explainers').map(({ file }) => file));
    assertEach(shared, (page) => {
      const found = [
        ...values(page, 'og:type'),
        ...values(page, 'article:published_time'),
        ...values(page, 'article:modified_time'),
      ].join(' ');
      const slug = explainerSlugs.find((name) => page.file === `explainers/${name}/index.html`);
      if (!articles.has(page.file) || slug === undefined) {
        return [found !== 'website' && `"${found}", expected a website without dates`];
      }
      const changes = changesOf(slug);
      const published = changes.filter(({ kind }) => kind === 'published').at(-1)?.date ?? '';
      const modified =
        changes
          .map(({ date }) => date)
          .toSorted()
          .at(-1) ?? '';
      const expected = `article ${published} ${modified}`;
      return [found !== expected && `"${found}", expected "${expected}"`];
    });
  });

  test('a page for an unknown address, of stored pages, or a leaflet, offers nothing to share', () => {
    assertEach(site.pages.filter(isUnshared), ({ document }) => [
      all(document, 'meta[property], meta[name^="twitter:"]').length > 0 &&
        'has properties for networks, expected none',
    ]);
  });

  test('no claim is told as a title: it is a question, and what is true stands under it', () => {
    const words = readYaml('words/en/claims.yaml') as Record<
      string,
      { question: string; claim: string; truth: string }
    >;
    const pages = new Map(shared.map((page) => [page.file, page]));
    assertNone(
      dossier.claims.flatMap(({ id }) => {
        const page = pages.get(`claims/${id}/index.html`);
        const { question, claim, truth } = words[id] ?? {};
        if (!page || !question || !claim || !truth) return [`${id}: the page is missing`];
        const told = ['og:title', 'og:description', 'og:image:alt'].map(
          (property) => values(page, property)[0] ?? '',
        );
        const [title = '', description = ''] = told;
        return [
          title !== question && `${id}: og:title "${title}", expected the question`,
          !title.endsWith('?') && `${id}: og:title "${title}", expected a question`,
          !truth.startsWith(description.replace(/…$/, '')) &&
            `${id}: og:description "${description}", expected what is true`,
          told.some((text) => text.includes(claim)) && `${id}: repeats the claim`,
        ].filter((finding) => finding !== false);
      }),
    );
  });

  test('a title that is cut says first how firm a commitment is', () => {
    const words: Readonly<Record<string, string>> = {
      agreed: 'Agreed: ',
      promised: 'Promised: ',
      conditional: 'Only if: ',
      undecided: 'Not decided: ',
      rejected: 'Ruled out: ',
    };
    const facts = new Map(dossier.facts.map((fact) => [fact.id, fact]));
    assertEach(recordPages(site, 'facts'), (page) => {
      const fact = facts.get(page.path.split('/').at(-2) ?? '') as
        { status?: string; verified?: unknown } | undefined;
      const [title = ''] = values(page, 'og:title');
      const prefix = words[fact?.status ?? ''] ?? '';
      return [
        !title.startsWith(prefix) && `og:title "${title}", expected "${prefix}" before it`,
        fact?.verified === false &&
          !title.includes('Not confirmed: ') &&
          `og:title "${title}", expected it to say that nobody confirmed it`,
      ];
    });
  });
});

describe('preview images', () => {
  test('each page has one of its own, at an absolute address that follows its own', () => {
    assertEach(shared, (page) => {
      const path = page.path.slice(site.base.length).replace(/\/$/, '') || 'index';
      const expected = `${site.origin}${site.base}cards/${path}.png`;
      const [image = ''] = values(page, 'og:image');
      return [
        image !== expected && `og:image "${image}", expected "${expected}"`,
        !site.files.has(imageOf(page)) && `there is no file ${imageOf(page)}`,
      ];
    });
  });

  test('there is none that no page names', () => {
    assertNone(
      differences(
        [...site.files].filter((file) => file.startsWith('cards/')),
        shared.map(imageOf),
        'a preview image',
      ),
    );
  });

  test('each is a PNG with a palette, of the right size and weight', () => {
    assertEach(shared, (page) => {
      const file = imageOf(page);
      if (!site.files.has(file)) return [`there is no file ${file}`];
      const png = readImage(file);
      const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
      const [depth, colours] = [png[24], png[25]];
      return [
        png.toString('latin1', 1, 4) !== 'PNG' && `${file} is no PNG`,
        `${width} ${height}` !== '1200 630' &&
          `${file} has ${width} × ${height}, expected 1200 × 630`,
        `${depth} ${colours}` !== '8 3' && `${file} has no palette of 8 bits`,
        png.length > mostBytes && `${file} has ${png.length} bytes, expected at most ${mostBytes}`,
        png.length < 10_000 && `${file} has ${png.length} bytes, expected words on it`,
      ];
    });
  });

  test('no two are the same', () => {
    const hashes = shared
      .map(imageOf)
      .filter((file) => site.files.has(file))
      .map((file) => createHash('sha256').update(readImage(file)).digest('hex'));
    assertNone(repeated(hashes).map((hash) => `two images have the hash ${hash}`));
  });
});
