/**
 * A Starlight site with the same articles, to measure beside this one: made in a throw-away folder,
 * with Starlight as it comes. Of each article it has the title, the answer and the text; links to
 * records of the ledger lead to the site's own pages.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { ExplainerRecord } from '../../src/ledger/ledger.ts';
import { root as project } from '../lib/project.mjs';

/** What the throw-away folder holds besides what npm brings. */
export const starlightPackages = {
  '@astrojs/markdown-remark': '7.3.0',
  '@astrojs/starlight': '0.42.4',
  astro: '7.3.4',
  sharp: '0.35.5',
} as const;

const config = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({
  site: 'https://guarantees.example',
  integrations: [starlight({ title: 'Guarantees Explained', sidebar: [{ label: 'Explainers', items: [{ autogenerate: { directory: 'explainers' } }] }] })],
});
`;

const collections = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

/** Writes the sources of the site. */
export function writeStarlight(root: string, articles: readonly ExplainerRecord[]): void {
  const docs = join(root, 'src/content/docs');
  mkdirSync(join(docs, 'explainers'), { recursive: true });
  // Its own template brings an icon too.
  mkdirSync(join(root, 'public'), { recursive: true });
  cpSync(join(project, 'public/favicon.svg'), join(root, 'public/favicon.svg'));
  writeFileSync(join(root, 'astro.config.mjs'), config);
  writeFileSync(join(root, 'src/content.config.ts'), collections);
  const list = articles.map(({ slug, data }) => `- [${data.title}](/explainers/${slug}/)`);
  writeFileSync(
    join(docs, 'index.md'),
    page('Guarantees Explained', 'What the guarantees mean for you.', list.join('\n')),
  );
  for (const { slug, data, body } of articles) {
    writeFileSync(
      join(docs, 'explainers', `${slug}.md`),
      page(data.title, data.answer, `${data.answer}\n\n${plainMarkdown(body)}`),
    );
  }
}

function page(title: string, description: string, text: string): string {
  return `---\n${stringify({ title, description })}---\n\n${text}\n`;
}

/** Markdown without what only this site reads: ids of headings, and links to records. */
function plainMarkdown(body: string): string {
  return body
    .replace(/^(#+ .*?)\s*\{#[^}]*\}\s*$/gm, '$1')
    .replace(/\]\(([a-z]+):([^)\s]+)(?: "[^"]*")?\)/g, (link, kind: string, id: string) =>
      kind.startsWith('http') ? link : `](/${kind}s/${id}/)`,
    );
}
