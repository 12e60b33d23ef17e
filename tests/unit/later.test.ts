/** What a page needs besides its text sleeps until that is drawn. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import vm from 'node:vm';
import { later, laterScript, withSleepingScript } from '../../src/layouts/later.ts';

const style = `<link id="${later.style}" rel="stylesheet" href="/later.css" disabled>`;
const script = '<script type="module" src="/page.js"></script>';

describe('a finished page', () => {
  test('has a script that no browser fetches, where its style sleeps', () => {
    assert.equal(
      withSleepingScript(style + script),
      `${style}<script id="${later.script}" type="later" src="/page.js"></script>`,
    );
  });

  test('is left as it is where nothing sleeps', () => {
    assert.equal(withSleepingScript(script + script), script + script);
  });

  test('with a script of its own must say so', () => {
    assert.throws(() => withSleepingScript(style + script + script), /2 scripts, expected 1/);
    assert.throws(() => withSleepingScript(style), /0 scripts, expected 1/);
  });
});

describe('the script that wakes them', () => {
  /** Runs the script on a page; gives what became of the two elements, before and after the timer. */
  function run(hash: string) {
    const sheet = {
      disabled: true as boolean | number,
      moved: 0,
      after: () => (sheet.moved += 1),
    };
    const adds = { type: 'later' };
    const document: { onreadystatechange?: () => void } = {};
    const timers: { wake: () => void; delay: number }[] = [];
    vm.runInNewContext(laterScript, {
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
    assert.doesNotMatch(laterScript, /[<\n]/);
  });
});
