import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import fc from 'fast-check';

import { begin, rates, step, type Happening, type State } from '../../src/listen/machine.ts';

/** Pieces of three sections: two, three and one. */
const sections = [0, 0, 1, 1, 1, 2];

/** The state after all this has happened, and the last order. */
function after(happenings: readonly Happening[], state: State = begin(sections)) {
  let order = 'nothing';
  for (const happening of happenings) [state, order] = step(state, happening, sections);
  return { ...state, order };
}

/** What the voice reports on what it is saying. */
const report = (
  state: State,
  what: 'ended' | 'silent' | { readonly code: string },
): State & { readonly order: string } => {
  const { turn } = state;
  return after(
    [typeof what === 'string' ? { type: what, turn } : { type: 'failed', turn, code: what.code }],
    state,
  );
};

const playing = after([{ type: 'play' }]);

describe('reading', () => {
  test('begins at the beginning and goes on when a piece has ended', () => {
    assert.partialDeepStrictEqual(playing, { mode: 'playing', place: 0, order: 'say' });
    assert.partialDeepStrictEqual(report(playing, 'ended'), { place: 1, order: 'say' });
  });

  test('is finished after the last piece and begins again from the first', () => {
    let state: State & { order: string } = playing;
    sections.forEach(() => (state = report(state, 'ended')));
    assert.partialDeepStrictEqual(state, { mode: 'finished', place: 0, order: 'nothing' });
    assert.partialDeepStrictEqual(after([{ type: 'play' }], state), { place: 0, order: 'say' });
  });

  test('goes on with the same piece after a pause, and after a stop', () => {
    for (const type of ['pause', 'stop'] as const) {
      const second = report(playing, 'ended');
      const quiet = after([{ type }], second);
      assert.partialDeepStrictEqual(quiet, { place: 1, order: 'hush' });
      assert.partialDeepStrictEqual(after([{ type: 'play' }], quiet), {
        mode: 'playing',
        place: 1,
        order: 'say',
      });
    }
  });

  test('is not disturbed by what is reported on an earlier piece', () => {
    const second = report(playing, 'ended');
    for (const what of ['ended', 'silent', { code: 'interrupted' }, { code: 'network' }] as const) {
      const { turn } = playing;
      const late: Happening =
        typeof what === 'string' ? { type: what, turn } : { type: 'failed', turn, ...what };
      assert.deepEqual(step(second, late, sections), [second, 'nothing']);
    }
  });
});

describe('skipping', () => {
  const places = (type: 'next' | 'previous', from: number): number =>
    after([{ type }], begin(sections, { place: from })).place;

  test('forward leads to the beginning of the next section, from the last one nowhere', () => {
    assert.deepEqual(
      [0, 1, 2, 4, 5].map((from) => places('next', from)),
      [2, 2, 5, 5, 5],
    );
  });

  test('back leads to the beginning of the section, from there to the one before', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4, 5].map((from) => places('previous', from)),
      [0, 0, 0, 2, 2, 2],
    );
  });

  test('says the new place to one who listens and waits for one who has paused', () => {
    assert.partialDeepStrictEqual(after([{ type: 'next' }], playing), { place: 2, order: 'say' });
    const paused = after([{ type: 'pause' }, { type: 'next' }], playing);
    assert.partialDeepStrictEqual(paused, { mode: 'paused', place: 2, order: 'nothing' });
  });
});

describe('a change of speed', () => {
  test('says the piece again at once', () => {
    const faster = after([{ type: 'speed', rate: 1.5 }], playing);
    assert.partialDeepStrictEqual(faster, { rate: 1.5, place: 0, order: 'say' });
  });

  test('waits while nothing is said, and is kept', () => {
    const paused = after([{ type: 'pause' }, { type: 'speed', rate: 2 }], playing);
    assert.partialDeepStrictEqual(paused, { mode: 'paused', rate: 2, order: 'nothing' });
    assert.equal(after([{ type: 'stop' }, { type: 'play' }], paused).rate, 2);
  });
});

describe('a voice that fails', () => {
  test('is asked once more, then the reader is told, and the place stays', () => {
    for (const what of ['silent', { code: 'synthesis-failed' }, { code: 'network' }] as const) {
      const again = report(report(playing, 'ended'), what);
      assert.partialDeepStrictEqual(again, { mode: 'playing', place: 1, order: 'say' });
      assert.partialDeepStrictEqual(report(again, what), {
        mode: 'paused',
        place: 1,
        trouble: 'silent',
        order: 'hush',
      });
    }
  });

  test('is forgiven once it has said something, or when the reader presses play', () => {
    const recovered = report(report(playing, 'silent'), 'ended');
    assert.equal(recovered.failures, 0);
    const given = report(report(playing, 'silent'), 'silent');
    const retried = after([{ type: 'play' }], given);
    assert.partialDeepStrictEqual(retried, { mode: 'playing', failures: 0 });
    assert.equal(retried.trouble, undefined);
  });

  test('is not asked again where that is of no use', () => {
    for (const code of ['not-allowed', 'no-voice'] as const) {
      const state = report(playing, { code });
      assert.partialDeepStrictEqual(state, { mode: 'paused', trouble: code });
    }
  });

  test('pauses in silence when somebody else has taken it', () => {
    for (const code of ['interrupted', 'canceled']) {
      const state = report(playing, { code });
      assert.equal(state.mode, 'paused');
      assert.equal(state.trouble, undefined);
    }
  });
});

describe('a kept place', () => {
  test('is where it begins', () => {
    assert.partialDeepStrictEqual(begin(sections, { place: 4, rate: 1.25 }), {
      place: 4,
      rate: 1.25,
    });
  });

  test('that is none leads to the beginning at normal speed', () => {
    for (const place of [-1, 6, 2.5, Number.NaN, '2', null, undefined, {}]) {
      const state = begin(sections, { place, rate: place });
      assert.partialDeepStrictEqual(state, { place: 0, rate: 1 });
    }
  });
});

test('whatever happens, the place exists and only orders to speak begin a turn', () => {
  const turn = fc.integer({ min: 0, max: 12 });
  const happening: fc.Arbitrary<Happening> = fc.oneof(
    fc.record({ type: fc.constantFrom('play', 'pause', 'stop', 'next', 'previous') }),
    fc.record({ type: fc.constant('speed'), rate: fc.constantFrom(...rates) }),
    fc.record({ type: fc.constantFrom('ended', 'silent'), turn }),
    fc.record({
      type: fc.constant('failed'),
      turn,
      code: fc.constantFrom('interrupted', 'network', 'not-allowed', 'no-voice', 'audio-busy'),
    }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 9 }),
      fc.array(happening, { maxLength: 40 }),
      (counts, happenings) => {
        const all = counts.flatMap((count, section) => Array<number>(count + 1).fill(section));
        let state = begin(all);
        for (const one of happenings) {
          const [next, order] = step(state, one, all);
          assert.ok(all[next.place] !== undefined);
          assert.equal(order === 'say', next.turn === state.turn + 1);
          if (order === 'say') assert.equal(next.mode, 'playing');
          // One who has stopped or paused never hears a voice that nobody asked for.
          if (state.mode !== 'playing' && next.mode === 'playing') assert.equal(one.type, 'play');
          state = next;
        }
      },
    ),
  );
});
