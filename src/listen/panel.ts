/** The player as a reader sees it: what is read, the buttons, the speed, and whose voice it is. */
import type { Words } from '../i18n/words.ts';
import { rates, type State } from './machine.ts';

export type Press = 'toggle' | 'stop' | 'next' | 'previous';

export interface Panel {
  readonly element: HTMLElement;
  /** Shows a state. `title` is that of the section, `number` its number from one, `of` how many there are. */
  readonly show: (state: State, section: { title: string; number: number; of: number }) => void;
  /** Puts the focus on the button that plays and pauses. */
  readonly focus: () => void;
}

/** Drawings of 24 by 24. */
const drawings = {
  play: 'M7 4v16l13-8z',
  pause: 'M6 4h4v16H6zM14 4h4v16h-4z',
  previous: 'M5 4h3v16H5zM20 4v16L9 12z',
  next: 'M16 4h3v16h-3zM4 4v16l11-8z',
  stop: 'M5 5h14v14H5z',
} as const;

/** Builds the player; it says what is pressed and decides nothing. */
export function createPanel(
  words: Words['listen'],
  press: (what: Press) => void,
  speed: (rate: number) => void,
): Panel {
  const toggle = button(words.play, 'play', () => {
    press('toggle');
  });
  const at = part('p', 'at');
  const trouble = part('p', 'trouble');
  trouble.setAttribute('role', 'status');
  const about = part('p', 'about', words.voice);
  const keys = part('div', 'keys');
  keys.append(
    button(words.previous, 'previous', () => {
      press('previous');
    }).element,
    toggle.element,
    button(words.next, 'next', () => {
      press('next');
    }).element,
    button(words.stop, 'stop', () => {
      press('stop');
    }).element,
  );
  const choice = document.createElement('select');
  for (const rate of rates) choice.append(new Option(words.times(rate), String(rate)));
  choice.addEventListener('change', () => {
    speed(Number(choice.value));
  });
  const label = document.createElement('label');
  label.append(part('span', 'vh', words.speed), choice);
  keys.append(label);

  const element = part('div', 'player');
  element.setAttribute('role', 'region');
  element.setAttribute('aria-label', words.player);
  element.append(at, keys, trouble, about);
  element.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') press('stop');
  });

  return {
    element,
    show({ mode, rate, trouble: wrong }, { title, number, of }) {
      const isPlaying = mode === 'playing';
      toggle.set(isPlaying ? words.pause : words.play, isPlaying ? 'pause' : 'play');
      say(at, mode === 'finished' ? words.finished : words.at(number, of, title));
      say(trouble, wrong === undefined ? '' : words.troubles[wrong]);
      choice.value = String(rate);
    },
    focus() {
      toggle.element.focus({ preventScroll: true });
    },
  };
}

/** A button with a drawing and, where there is room, its name beside it. */
function button(name: string, drawing: keyof typeof drawings, pressed: () => void) {
  const element = document.createElement('button');
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  const path = document.createElementNS(namespace, 'path');
  const label = document.createElement('span');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.append(path);
  element.type = 'button';
  element.append(svg, label);
  element.addEventListener('click', pressed);
  const set = (text: string, what: keyof typeof drawings): void => {
    say(label, text);
    element.title = text;
    path.setAttribute('d', drawings[what]);
  };
  set(name, drawing);
  return { element, set };
}

function part(tag: string, name: string, text = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}

/** Sets a text where it changes, so that nothing is announced twice. */
function say(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
