/** What a page needs besides its text sleeps until that is drawn. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import vm from 'node:vm';
import { later, laterScript, laterScripts, withSleepingScripts } from '../../src/layouts/later.ts';

const style = `<link id="${later.style}" rel="stylesheet" href="/later.css" disabled>`;
const script = '<script type="module" src="/page.js"></script>';

const head = `<script>${laterScript}</script>`;

describe('a finished page', () => {
  test('has a script that no browser fetches, where its style sleeps', () => {
    assert.equal(
      withSleepingScripts(head + style + script),
      `${head}${style}<script id="${later.script}" type="later" src="/page.js"></script>`,
    );
  });

  test('with its whole style may have scripts of its own, which sleep too', () => {
    const whole = `<script>${laterScripts}</script>`;
    const asleep = '<script type="later" src="/page.js"></script>';
    assert.equal(withSleepingScripts(whole + script + script), whole + asleep + asleep);
  });

  test('is left as it is where nothing wakes', () => {
    assert.equal(withSleepingScripts(script + script), script + script);
  });

  test('with a style that sleeps has no script of its own', () => {
    assert.throws(
      () => withSleepingScripts(head + style + script + script),
      /2 scripts, expected 1/,
    );
    assert.throws(() => withSleepingScripts(head + style), /0 scripts, expected 1/);
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
      const document = {
        onreadystatechange: () => undefined,
        querySelectorAll: () => (adds.type === 'later' ? [adds] : []),
        body: { append: () => sheet.after() },
      };
      const timers: { wake: () => void; delay: number }[] = [];
      vm.runInNewContext(code, {
        document,
        location: { hash },
        [later.style]: sheet,
        [later.script]: adds,
        setTimeout: (wake: () => void, delay: number) => timers.push({ wake, delay }),
      });
      document.onreadystatechange();
      const isAwake = () =>
        (!sheet.disabled || code === laterScripts) && adds.type === 'module' && sheet.moved > 0;
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
