/** What a page needs besides its text sleeps until that is drawn. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import vm from 'node:vm';
import { later, laterScript, laterScripts, withSleepingScripts } from '../../src/layouts/later.ts';

const style = `<link id="${later.style}" rel="stylesheet" href="/later.css" disabled>`;
const script = '<script type="module" src="/page.js"></script>';

describe('a finished page', () => {
  test('has a script that no browser fetches, where its style sleeps', () => {
    assert.equal(
      withSleepingScripts(style + script),
      `${style}<script id="${later.script}" type="later" src="/page.js"></script>`,
    );
  });

  test('is left as it is where nothing sleeps', () => {
    assert.equal(withSleepingScripts(script + script), script + script);
  });

  test('may have scripts of its own, which sleep too', () => {
    const head = `<script>${laterScripts}</script>`;
    const asleep = '<script type="later" src="/page.js"></script>';
    assert.equal(
      withSleepingScripts(head + style + script + script),
      head + style + asleep + asleep,
    );
    assert.throws(
      () => withSleepingScripts(head + style + script),
      /1 scripts, expected 2 or more/,
    );
  });

  test('with a script of its own must say so', () => {
    assert.throws(() => withSleepingScripts(style + script + script), /2 scripts, expected 1:/);
    assert.throws(() => withSleepingScripts(style), /0 scripts, expected 1:/);
  });
});

for (const code of [laterScript, laterScripts]) {
  describe(`the script that wakes ${code === laterScript ? 'the two' : 'all'}`, () => {
    /** Runs the script on a page; gives when the two elements were awake, and the timers. */
    function run(hash: string) {
      const sheet = {
        disabled: true as boolean | number,
        moved: 0,
        after: () => (sheet.moved += 1),
      };
      const adds = { type: 'later' };
      const document: { onreadystatechange?: () => void; querySelectorAll: () => object[] } = {
        querySelectorAll: () => (adds.type === 'later' ? [adds] : []),
      };
      const timers: { wake: () => void; delay: number }[] = [];
      vm.runInNewContext(code, {
        document,
        location: { hash },
        [later.style]: sheet,
        [later.script]: adds,
        setTimeout: (wake: () => void, delay: number) => timers.push({ wake, delay }),
      });
      document.onreadystatechange?.();
      const isAwake = () => !sheet.disabled && adds.type === 'module' && sheet.moved > 0;
      const atOnce = isAwake();
      for (const { wake } of timers) wake();
      return { atOnce, later: isAwake(), delays: timers.map(({ delay }) => delay) };
    }

    test('waits until the text is drawn', () => {
      assert.deepEqual(run(''), { atOnce: false, later: true, delays: [99] });
    });

    test('does not wait where the address names a place, which the style would move', () => {
      assert.deepEqual(run('#n3'), { atOnce: true, later: true, delays: [] });
    });

    test('has no markup that could end its element', () => {
      assert.doesNotMatch(code, /[<\n]/);
    });
  });
}
