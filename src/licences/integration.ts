/** Stops a build that would publish somebody's work without naming them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { en } from '../i18n/en.ts';
import { licencesFile, licencesText, packageOf } from './licences.ts';
import { readLicences } from './read.ts';
import { shipped } from './shipped.ts';

/**
 * Writes the file of licences into the build.
 *
 * @throws Error where a script for readers holds a package that `shipped.ts` does not name
 */
export function licences(): AstroIntegration {
  const bundled = new Set<string>();
  let root = '';
  return {
    name: 'licences',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        root = fileURLToPath(config.root);
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'bundled-packages',
                applyToEnvironment: ({ name }) => name === 'client',
                generateBundle(_, bundle) {
                  for (const chunk of Object.values(bundle)) {
                    const modules = chunk.type === 'chunk' ? chunk.moduleIds : [];
                    for (const name of modules.map(packageOf)) if (name) bundled.add(name);
                  }
                },
              },
            ],
          },
        });
      },
      'astro:build:done': ({ dir }) => {
        const named = new Set(shipped.map(({ name }) => name));
        const missing = [...bundled].filter((name) => !named.has(name));
        if (missing.length > 0) {
          throw new Error(
            `The scripts for readers hold ${missing.join(', ')}; name it in src/licences/shipped.ts.`,
          );
        }
        const { packages, published } = readLicences(root);
        const text = licencesText(en.site.footer.licence, published, packages);
        writeFileSync(join(fileURLToPath(dir), licencesFile), text);
      },
    },
  };
}
