/** What brings texts into the content layer: `src/markdown/loader.ts`. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';

import type { LoaderContext } from 'astro/loaders';

import { markdown } from '../../src/markdown/loader.ts';

describe('texts in the content layer', () => {
  let folder = '';
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'texts-'));
    writeFileSync(join(folder, 'good.md'), 'A text.');
    writeFileSync(join(folder, 'bad.md'), 'A text with a mistake.');
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('are rendered', async () => {
    const { context, entries } = contextOf(folder);
    await markdown({ pattern: 'good.md', base: folder }).load(context);
    assert.deepEqual(entries.get('good'), '<p>A text.</p>');
  });

  it('stop a build with the error of a plugin', async () => {
    const { context } = contextOf(folder);
    await assert.rejects(
      async () => markdown({ pattern: '*.md', base: folder }).load(context),
      /bad\.md.*a mistake is in it/,
    );
  });

  it('tell of the error in development, where the other texts stay', async () => {
    const { context, entries, told } = contextOf(folder, true);
    await markdown({ pattern: '*.md', base: folder }).load(context);
    assert.match(told.join(), /bad\.md.*a mistake is in it/);
    assert.equal(entries.get('good'), '<p>A text.</p>');
  });

  it('are rendered anew, whatever an earlier build has left', async () => {
    const { context, entries } = contextOf(folder);
    entries.set('good', '<p>What it was before the ledger changed.</p>');
    await markdown({ pattern: 'good.md', base: folder }).load(context);
    assert.equal(entries.get('good'), '<p>A text.</p>');
  });
});

/** As much of what Astro hands over as `glob()` asks for. */
function contextOf(folder: string, isWatching = false) {
  const entries = new Map<string, string | undefined>();
  const told: string[] = [];
  const logger = {
    error: (message: string) => told.push(message),
    warn: (message: string) => told.push(message),
    info: () => undefined,
    fork: () => ({ ...logger }),
  };
  const store = {
    keys: () => [...entries.keys()],
    get: (id: string) =>
      entries.has(id) ? { id, digest: 'same', filePath: `${id}.md` } : undefined,
    set: ({ id, rendered }: { id: string; rendered?: { html: string } }) =>
      entries.set(id, rendered?.html),
    delete: (id: string) => entries.delete(id),
    clear: () => {
      entries.clear();
    },
  };
  const entryType = {
    getEntryInfo: ({ contents }: { contents: string }) =>
      Promise.resolve({ body: contents, data: {} }),
    getRenderFunction: () =>
      Promise.resolve(({ body }: { body: string }) => {
        if (body.includes('mistake')) throw new Error('a mistake is in it');
        return Promise.resolve({ html: `<p>${body}</p>` });
      }),
  };
  const watcher = { add: () => undefined, on: () => undefined };
  const context = {
    collection: 'texts',
    config: { root: pathToFileURL(`${folder}/`), srcDir: pathToFileURL(`${folder}/src/`) },
    logger,
    store,
    parseData: ({ data }: { data: unknown }) => Promise.resolve(data),
    generateDigest: () => 'same',
    entryTypes: new Map([['.md', entryType]]),
    watcher: isWatching ? watcher : undefined,
  };
  return { context: context as unknown as LoaderContext, entries, told };
}
