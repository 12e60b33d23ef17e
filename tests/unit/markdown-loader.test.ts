/** What brings texts into the content layer: `src/markdown/loader.ts`. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';

import type { LoaderContext } from 'astro/loaders';

import { markdown } from '../../src/markdown/loader.ts';
import { textOf } from '../../src/markdown/text.ts';

type DataEntry = Parameters<LoaderContext['store']['set']>[0];

describe('texts in the content layer', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'texts-'));
    writeFileSync(join(folder, 'a.md'), 'A text.');
    writeFileSync(join(folder, 'b.mdx'), 'A text with components.');
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('are neither kept nor rendered, and are no modules of the bundler', async () => {
    const entry = (await load(folder)).get('a');
    assert.equal(entry?.filePath, 'a.md');
    assert.equal(entry.body, undefined);
    assert.equal(entry.rendered, undefined);
    assert.ok(!entry.deferredRender);
  });

  it('are read when they are asked for, without their front matter', () => {
    const filePath = join(folder, 'c.md');
    writeFileSync(filePath, '---\ntitle: A\n---\n\nA text.\n');
    assert.deepEqual(textOf({ id: 'c', filePath }), {
      yaml: 'title: A',
      body: '\nA text.\n',
      bodyLine: 4,
    });
    assert.equal(textOf({ id: 'a', filePath: join(folder, 'a.md') }).body, 'A text.');
    assert.throws(() => textOf({ id: 'd' }), /"d" comes from no file/);
  });

  it('are left to Astro where they are MDX', async () => {
    assert.ok((await load(folder)).get('b')?.deferredRender);
  });
});

/** Loads a folder, with as much of what Astro hands over as `glob()` asks for. */
async function load(folder: string): Promise<ReadonlyMap<string, DataEntry>> {
  const entries = new Map<string, DataEntry>();
  const entryType = {
    getEntryInfo: ({ contents }: { contents: string }) =>
      Promise.resolve({ body: contents, data: {} }),
    getRenderFunction: () => Promise.reject(new Error('It is rendered.')),
  };
  const context = {
    collection: 'texts',
    config: { root: pathToFileURL(`${folder}/`), srcDir: pathToFileURL(`${folder}/src/`) },
    store: {
      keys: () => [...entries.keys()],
      get: (id: string) => entries.get(id),
      set: (entry: DataEntry) => entries.set(entry.id, entry),
      delete: (id: string) => entries.delete(id),
    },
    parseData: ({ data }: { data: unknown }) => Promise.resolve(data),
    generateDigest: () => 'same',
    entryTypes: new Map(['.md', '.mdx'].map((ending) => [ending, entryType])),
  };
  await markdown({ pattern: '*.{md,mdx}', base: folder }).load(context as unknown as LoaderContext);
  return entries;
}
