/**
 * What the player does next: a table of states that knows neither the page nor the voice. Every
 * report of the voice carries the number of the turn it belongs to, because engines report late, and
 * on what was cancelled too.
 */

/** What went wrong, as the reader is told. */
export type Trouble = 'silent' | 'not-allowed' | 'no-voice';

export interface State {
  readonly mode: 'stopped' | 'paused' | 'playing' | 'finished';
  /** The number of the piece that is read, or that comes next. */
  readonly place: number;
  /** Counts what was given to the voice. */
  readonly turn: number;
  readonly rate: number;
  /** How often in a row the voice failed. */
  readonly failures: number;
  readonly trouble?: Trouble;
}

export type Happening =
  /** What the reader wants. */
  | { readonly type: 'play' | 'pause' | 'stop' | 'next' | 'previous' }
  | { readonly type: 'speed'; readonly rate: number }
  /** What the voice reports. */
  | { readonly type: 'ended' | 'silent'; readonly turn: number }
  | { readonly type: 'failed'; readonly turn: number; readonly code: string };

/** What is to be done: say a piece (in place of whatever is being said), or be quiet. */
export type Order = 'say' | 'hush' | 'nothing';

/** For each piece, the number of its section. */
export type Sections = readonly number[];

/** Failures in a row after which the voice is given up. */
const patience = 2;

/** The speeds offered, as parts of the voice's normal one. */
export const rates = [0.75, 1, 1.25, 1.5, 2] as const;

/** Where a player begins: at a place that was kept, or at the beginning where there is none such. */
export function begin(sections: Sections, kept: { place?: unknown; rate?: unknown } = {}): State {
  const { place, rate } = kept;
  const isPlace = Number.isInteger(place) && sections[place as number] !== undefined;
  return {
    mode: 'stopped',
    place: isPlace ? (place as number) : 0,
    turn: 0,
    rate: rates.find((known) => known === rate) ?? 1,
    failures: 0,
  };
}

/** The state after something happened, and what is to be done. Reports of an earlier turn change nothing. */
export function step(
  state: State,
  happening: Happening,
  sections: Sections,
): readonly [State, Order] {
  if ('turn' in happening && (happening.turn !== state.turn || state.mode !== 'playing')) {
    return [state, 'nothing'];
  }
  switch (happening.type) {
    case 'play':
      return state.mode === 'playing' ? [state, 'nothing'] : say(calm(state), state.place);
    case 'pause':
      return state.mode === 'playing' ? [{ ...state, mode: 'paused' }, 'hush'] : [state, 'nothing'];
    case 'stop':
      return [{ ...calm(state), mode: 'stopped' }, 'hush'];
    case 'next':
      return skip(state, nextSection(state.place, sections));
    case 'previous':
      return skip(state, previousSection(state.place, sections));
    case 'speed': {
      const changed = { ...state, rate: happening.rate };
      return state.mode === 'playing' ? say(changed, state.place) : [changed, 'nothing'];
    }
    case 'ended':
      return state.place + 1 < sections.length
        ? say(calm(state), state.place + 1)
        : [{ ...calm(state), mode: 'finished', place: 0 }, 'nothing'];
    case 'silent':
      return again(state);
    case 'failed':
      switch (happening.code) {
        // Somebody else took the voice: another page, or a screen reader.
        case 'interrupted':
        case 'canceled':
          return [{ ...state, mode: 'paused' }, 'nothing'];
        case 'not-allowed':
        case 'no-voice':
          return [{ ...state, mode: 'paused', trouble: happening.code }, 'hush'];
        default:
          return again(state);
      }
  }
}

function say(state: State, place: number): readonly [State, Order] {
  return [{ ...state, mode: 'playing', place, turn: state.turn + 1 }, 'say'];
}

/** The same piece once more, unless that has been tried. */
function again(state: State): readonly [State, Order] {
  const failures = state.failures + 1;
  return failures < patience
    ? say({ ...state, failures }, state.place)
    : [{ ...state, mode: 'paused', failures, trouble: 'silent' }, 'hush'];
}

/** Goes on reading elsewhere; one who has paused stays paused there. */
function skip(state: State, place: number): readonly [State, Order] {
  if (state.mode === 'playing') return say(calm(state), place);
  const mode = state.mode === 'finished' ? 'paused' : state.mode;
  return [{ ...calm(state), mode, place }, 'nothing'];
}

/** The beginning of the next section; in the last one, where the reader is. */
function nextSection(place: number, sections: Sections): number {
  const next = sections.findIndex((section) => section > (sections[place] ?? 0));
  return next < 0 ? place : next;
}

/** The beginning of the section; for one who is there already, of the one before. */
function previousSection(place: number, sections: Sections): number {
  const here = sections[place] ?? 0;
  const start = sections.indexOf(here);
  return start < place ? start : Math.max(0, sections.indexOf(here - 1));
}

/** Without what went wrong before. */
function calm({ mode, place, turn, rate }: State): State {
  return { mode, place, turn, rate, failures: 0 };
}
