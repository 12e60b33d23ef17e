// @ts-check
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { addressIntegration, readRedirects } from './src/addresses/integration.ts';
import { movedPages } from './src/addresses/redirects.ts';
import { pageHeaders, sealedPages } from './src/headers/integration.ts';
import { currentLedger, ledgerIntegration } from './src/ledger/integration.ts';
import { licences } from './src/licences/integration.ts';
import { features } from './src/markdown/outline.ts';
import { hastPlugins } from './src/markdown/plugins.ts';
import { fileList, lastGoodSite, textFiles } from './src/integrity/integration.ts';
import { offlineWorker } from './src/offline/integration.ts';
import { searchIndex } from './src/search/integration.ts';
import { previewImages } from './src/share/cards/integration.ts';
import { securityContact } from './src/security/integration.ts';
import { settings } from './src/site.ts';

/** The pages that only lead elsewhere. */
const moved = new Set(
  movedPages(readRedirects(new URL('./', import.meta.url))).map(
    ({ from }) => settings.origin + settings.base + from,
  ),
);

/** What one step of the build finds out for another: each file is read once. */
const inlined = new Map();
const hashes = new Map();

export default defineConfig({
  site: settings.origin,
  base: settings.base,
  trailingSlash: 'always',
  // A line break in a template leaves no space: see docs/decisions/white-space.md.
  compressHTML: 'jsx',
  build: {
    inlineStylesheets: 'always',
    assets: '_assets',
    // While a file is written, the next page is rendered.
    concurrency: 8,
  },
  prerenderConflictBehavior: 'error',
  markdown: {
    processor: satteri({ features, hastPlugins: hastPlugins(currentLedger) }),
    syntaxHighlight: false,
  },
  integrations: [
    ledgerIntegration(),
    mdx(),
    sitemap({ filter: (page) => !/\/(search|offline|leaflet)\/$/.test(page) && !moved.has(page) }),
    addressIntegration(),
    previewImages(),
    licences(),
    securityContact(),
    textFiles(),
    // After whatever changes a page, and before what is made from the whole site.
    sealedPages(inlined),
    searchIndex(),
    pageHeaders(inlined),
    // After the whole site: its version is made from it.
    offlineWorker(settings.keepsPages, hashes),
    // After whatever changes a file.
    fileList(settings.publicKey, hashes),
    // Last: it moves the finished site to its place.
    lastGoodSite(),
  ],
  devToolbar: { enabled: false },
  vite: {
    environments: {
      client: {
        build: {
          rolldownOptions: {
            output: {
              // A page names the file of its script: `page`, and not the place where it was written.
              entryFileNames: ({ name }) =>
                `_assets/${name.split('.')[0]?.toLowerCase()}-[hash].js`,
            },
          },
        },
      },
    },
    build: {
      // Scripts are files, which a browser keeps, and no part of a page, which it asks for again.
      assetsInlineLimit: 0,
    },
  },
});
