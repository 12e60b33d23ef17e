import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import { decodeQr } from '../lib/qr.ts';
import { qrCode } from '../../src/share/qr.ts';

describe('QR codes', () => {
  test('a decoder reads the address that was drawn', async () => {
    for (const url of [
      'https://a.example/',
      'https://guarantees.example/explainers/will-my-child-be-drafted/',
      `https://a.example/${'long/'.repeat(60)}`,
    ]) {
      assert.equal(await decodeQr(qrCode(url)), url);
    }
  });

  test('whatever the path is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.webPath(), async (path) => {
        const url = `https://a.example${path}`;
        assert.equal(await decodeQr(qrCode(url)), url);
      }),
      { numRuns: 20 },
    );
  });

  test('four white modules stand around it', () => {
    const svg = qrCode('https://a.example/');
    const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
    const runs = [...svg.matchAll(/M(\d+) (\d+)h(\d+)v1/g)].map((run) => run.slice(1).map(Number));
    assert.ok(runs.length > 50);
    for (const [x = 0, y = 0, length = 0] of runs) {
      assert.ok(x >= 4 && y >= 4 && x + length <= size - 4 && y < size - 4);
    }
  });

  test('a text that is too long is refused', () => {
    assert.throws(() => qrCode('x'.repeat(4000)));
  });
});
