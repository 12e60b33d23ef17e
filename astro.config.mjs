// @ts-check
import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { currentLedger, ledgerIntegration } from './src/ledger/integration.ts';
import { features } from './src/markdown/outline.ts';
import { hastPlugins } from './src/markdown/plugins.ts';
import { searchIndex } from './src/search/integration.ts';
import { settings } from './src/site.ts';

export default defineConfig({
  site: settings.origin,
  base: settings.base,
  trailingSlash: 'always',
  // The default glues words on two lines together; this is prose.
  compressHTML: true,
  build: { inlineStylesheets: 'always', assets: '_assets' },
  prerenderConflictBehavior: 'error',
  markdown: {
    processor: satteri({ features, hastPlugins: hastPlugins(currentLedger) }),
    syntaxHighlight: false,
  },
  integrations: [ledgerIntegration(), mdx(), sitemap(), searchIndex()],
  devToolbar: { enabled: false },
});
