/** A page loads nothing from elsewhere, and leaves nothing in the browser but what a reader chose. */
import { test } from 'node:test';

import { later, laterScript, laterScripts } from '../../src/layouts/later.ts';
import { headScript } from '../../src/preferences/head.ts';
import { key } from '../../src/preferences/preferences.ts';
import { askedScript } from '../../src/search/asked.ts';
import { assertEach, assertNone } from './lib/findings.ts';
import { all, attribute, readSite, show } from './lib/site.ts';

const site = readSite();
const { pages } = site;

/** What a browser fetches by itself, and the attributes that say from where. */
const loading = [
  ['script, img, iframe, video, audio, source, track, embed, input', 'src'],
  ['img, source', 'srcset'],
  ['link', 'imagesrcset'],
  ['video', 'poster'],
  ['object', 'data'],
  ['a', 'ping'],
  ['use, image, feImage', 'href'],
  ['use, image, feImage', 'xlink:href'],
  ['form', 'action'],
] as const;

/** Links in the head that a browser does not follow. */
const notLoaded = new Set(['canonical', 'alternate']);

/** The name of a language of drawings, which looks like an address and is fetched by nobody. */
const drawings = 'http://www.w3.org/2000/svg';

/** What a script could keep in the browser. */
const keeping =
  /document\s*\.\s*cookie|cookieStore|localStorage|sessionStorage|indexedDB|serviceWorker|\bcaches\b/g;

/** The worker, and the page on which a reader sees and forgets what it stored: nobody else may. */
const keepers = /^([a-z]{2}\/)?offline\/index\.html$|^sw\.js$/;

/** The scripts of those pages alone. */
const ofKeepers = new Set(
  pages
    .filter(({ file }) => keepers.test(file))
    .flatMap(({ document }) => all(document, 'script[src]'))
    .map((script) => attribute(script, 'src').slice(site.base.length))
    .filter((file) => !file.startsWith('_assets/page-')),
);

/** How the script of every page begins the worker. */
const registration = 'navigator.serviceWorker';

/** What a script keeps or reads, which is all right for what a reader chose: the one key of the site. */
const kept = (code: string): string[] =>
  [...code.matchAll(keeping)]
    .map(([word]) => word)
    .filter((word) => word !== 'localStorage' || !code.includes(key));

/** Whether a script is that of every page, `src/layouts/page.ts`. */
const isOfEveryPage = (script: Element) =>
  /\/_assets\/page-[\w-]+\.js$/.test(attribute(script, 'src'));

/** Whether a script is that of `src/preferences/head.ts`, which is inlined too. */
const isColours = (script: Element) =>
  !script.hasAttribute('src') && script.textContent.includes('colorScheme=t?');

/** Whether a script is that of `src/search/asked.ts`, which is inlined into one page. */
const isAsking = (script: Element) =>
  !script.hasAttribute('src') && script.textContent === askedScript;

/** The page on which a reader chooses what is kept, in each edition. */
const isSettings = (file: string) => /^([a-z]{2}\/)?settings\/index\.html$/.test(file);

/** The page of the search, in each edition. */
const isSearch = (file: string) => /^([a-z]{2}\/)?search\/index\.html$/.test(file);

/** Whether an address lies on the origin of the site, as the browser would read it on a page. */
const isOwn = (value: string, path: string) =>
  value.startsWith('data:') || new URL(value, site.origin + path).origin === site.origin;

/** The addresses in a style sheet that a browser fetches. */
const addressesInStyle = (css: string) => [
  ...[...css.matchAll(/url\(\s*(["']?)(.*?)\1\s*\)/g)].map((match) => match[2] ?? ''),
  ...[...css.matchAll(/@import\s+(["'])(.*?)\1/g)].map((match) => match[2] ?? ''),
];

/** The addresses of a `srcset`: "a.png 1x, b.png 2x". */
const addressesIn = (name: string, value: string) =>
  name.endsWith('srcset')
    ? value.split(',').map((part) => part.trim().split(/\s+/)[0] ?? '')
    : name === 'ping'
      ? value.trim().split(/\s+/)
      : [value];

test('nothing on a page is loaded from elsewhere', () => {
  assertEach(pages, ({ document, path }) =>
    loading.flatMap(([elements, name]) =>
      all(document, elements)
        .filter((element) => element.hasAttribute(name))
        .flatMap((element) => addressesIn(name, attribute(element, name)))
        .map((value) => !isOwn(value, path) && `${name}="${value}", expected the site's own`),
    ),
  );
});

test('nothing named in the head is loaded from elsewhere', () => {
  assertEach(pages, ({ document, path }) =>
    all(document, 'link[href]').map((link) => {
      const kinds = attribute(link, 'rel').toLowerCase().split(/\s+/);
      const href = attribute(link, 'href');
      // Canonical and alternate addresses are absolute, but of the site itself.
      const isFollowed = !kinds.every((kind) => notLoaded.has(kind));
      return (
        !isOwn(href, path) &&
        `${show(link)} ${isFollowed ? 'is loaded from' : 'names'} elsewhere, expected the site's own`
      );
    }),
  );
});

test('no style loads anything from elsewhere', () => {
  assertEach(pages, ({ document, path }) =>
    [
      ...all(document, 'style').map((style) => style.textContent),
      ...all(document, '[style]').map((element) => attribute(element, 'style')),
    ]
      .flatMap(addressesInStyle)
      .map((value) => !isOwn(value, path) && `a style loads "${value}", expected the site's own`),
  );
  assertNone(
    [...site.files]
      .filter((file) => file.endsWith('.css') || file.endsWith('.svg'))
      .flatMap((file) =>
        addressesInStyle(site.read(file))
          .filter((value) => !isOwn(value, site.base + file))
          .map((value) => `${file}: loads "${value}", expected the site's own`),
      ),
  );
});

test("the site's own scripts name no other origin", () => {
  const own = [...site.files].filter((file) => /^_assets\/.*\.m?js$/.test(file));
  const inlined = pages.flatMap(({ file, document }) =>
    all(document, 'script:not([src]):not([type="application/ld+json"])').map((script) => ({
      file,
      code: script.textContent,
    })),
  );
  assertNone(own.length === 0 ? ['_assets/: no script, expected that of the search page'] : []);
  assertNone(
    [...own.map((file) => ({ file, code: site.read(file) })), ...inlined].flatMap(
      ({ file, code }) =>
        [...code.replaceAll(drawings, '').matchAll(/(?:https?:|wss?:)?\/\/[a-z\d-]+\.[a-z\d.-]+/gi)]
          .filter(([address]) => !isOwn(address, site.base))
          .map(([address]) => `${file}: a script names ${address}, expected the site's own`),
    ),
  );
});

test('no script but the worker keeps anything except what a reader chose, under one key', () => {
  const files = [...site.files].filter((file) => /\.m?js$/.test(file));
  const codes = [
    ...files.map((file) => ({ file, code: site.read(file) })),
    ...pages.flatMap(({ file, document }) =>
      all(document, 'script').map((script) => ({ file, code: script.textContent })),
    ),
  ];
  assertNone(
    codes
      .filter(({ file }) => !keepers.test(file) && !ofKeepers.has(file))
      .flatMap(({ file, code }) =>
        kept(code.replace(registration, '')).map(
          (word) => `${file}: uses ${word}, expected nothing to be kept`,
        ),
      ),
  );
  const writing = codes.filter(({ code }) => code.includes('setItem')).map(({ file }) => file);
  const ofSettings = pages
    .filter(({ file }) => isSettings(file))
    .flatMap(({ document }) => all(document, 'script[src]'))
    .map((script) => attribute(script, 'src').slice(site.base.length));
  assertNone(
    [...new Set(writing)]
      .filter((file) => !isSettings(file) && !ofSettings.includes(file))
      .map((file) => `${file}: writes, expected only the page of settings to do so`),
  );
});

test('every page reads the colours before it is drawn, with the same script', () => {
  assertEach(pages, ({ document }) => {
    const [first, ...others] = all(document, 'script').filter(isColours);
    return [
      (!first || others.length > 0) && 'expected one script for the colours',
      first?.parentElement?.localName !== 'head' && 'the script for the colours is not in the head',
      first?.hasAttribute('type') && 'the script for the colours is a module, which runs too late',
    ];
  });
});

test('the page of the search says before it is drawn that it was asked, and no other page does', () => {
  assertEach(pages, ({ file, document }) => {
    const asking = all(document, 'script').filter(isAsking);
    const expected = isSearch(file) ? 1 : 0;
    return [
      asking.length !== expected && `${asking.length} such scripts, expected ${expected}`,
      asking.some(({ parentElement }) => parentElement?.localName !== 'head') &&
        'it is not in the head',
    ];
  });
});

test('every page has one script besides, a file that comes after the text, and only search, settings, stored pages and the check of a page have another', () => {
  const files = new Set<string>();
  assertEach(pages, ({ file, document }) => {
    const scripts = all(document, 'script:not([type="application/ld+json"])');
    const [ofEveryPage, ...more] = scripts.filter(isOfEveryPage);
    const others = scripts.filter(
      (script) => !isOfEveryPage(script) && !isColours(script) && !isAsking(script),
    );
    const hasOwn =
      isSettings(file) || /^([a-z]{2}\/)?(search|offline|genuine)\/index\.html$/.test(file);
    files.add(attribute(ofEveryPage, 'src'));
    return [
      (!ofEveryPage || more.length > 0) && 'expected the script of every page, once',
      attribute(ofEveryPage, 'type') !== (isSearch(file) ? 'module' : 'later') &&
        'the script of every page does not wait until the text is drawn, or it does for the search',
      ...others.map((script) => !hasOwn && `${show(script)}, expected no other script`),
      ...others.map(
        (script) => !script.hasAttribute('src') && `${show(script)} stands in the page`,
      ),
      ...all(document, 'link[rel~=modulepreload], link[as=script]').map(
        (link) => `${show(link)}, expected no script`,
      ),
    ];
  });
  assertNone(files.size === 1 ? [] : [`${files.size} scripts of every page, expected one`]);
  const [file = ''] = files;
  const code = site.read(file.slice(site.base.length));
  assertNone(/\bimport\s*["'{*]/.test(code) ? [`${file} loads other files at once`] : []);
});

test('every page has the same script for the colours, with what wakes the rest of the page', () => {
  assertEach(pages, ({ file, document }) => {
    const [script] = all(document, 'script').filter(isColours);
    const sleeps = document.getElementById(later.style) !== null;
    const wakes = isSearch(file) ? '' : sleeps ? laterScript : laterScripts;
    return [script?.textContent !== headScript + wakes && 'another script than expected'];
  });
});

test('a page has its whole style, or what is left of it as a sheet that sleeps until the text is drawn', () => {
  assertEach(pages, ({ document }) => {
    const awake = all(document, 'link[rel=stylesheet]:not([disabled])');
    const asleep = all(document, 'link[rel=stylesheet][disabled]');
    const style = all(document, 'style')
      .map(({ textContent }) => textContent)
      .join('');
    const [sheet] = asleep;
    return style.includes('@page')
      ? [
          asleep.length + awake.length > 0 && 'asks for a sheet that stands in it',
          // What wants more contrast replaces colours of the same layer.
          style.indexOf('prefers-contrast') < style.indexOf('--page:light-dark') &&
            'has the rest of its style before what it adds to',
        ]
      : [
          asleep.length !== 1 && `${asleep.length} sheets sleep, expected one`,
          // Without a script the sheet comes as ever.
          ...awake.map(
            (link) =>
              (link.parentElement?.localName !== 'noscript' ||
                attribute(link, 'href') !== attribute(sheet, 'href')) &&
              `${show(link)} is asked for before the text is drawn`,
          ),
          awake.length !== 1 && 'has no sheet where no script runs',
        ];
  });
});

test('the site names itself with the scheme it is served with', () => {
  const { protocol, host } = new URL(site.origin);
  const wrong = `${protocol === 'https:' ? 'http' : 'https'}://${host}`;
  assertNone(
    [...site.files]
      .filter((file) => /\.(html|xml|txt|js|css|svg)$/.test(file))
      .filter((file) => site.read(file).includes(wrong))
      .map((file) => `${file}: names ${wrong}, expected ${site.origin}`),
  );
});
