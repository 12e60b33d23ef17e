/**
 * The player of an article: connects what the reader presses, the states, the voice and the page. It
 * is loaded at the first press of the button "Listen" and takes the button over.
 *
 * The place is kept while the page is, and in this entry of the tab's history, so that going away
 * and coming back, or loading the page anew, goes on where it was. Nothing is stored beyond the tab.
 */
import type { Edition } from '../i18n/languages.ts';
import { wordsOf } from '../i18n/words.ts';
import styles from '../styles/listen.css?inline';
import { spokenLanguage } from './languages/languages.ts';
import { begin, step, type Happening, type State } from './machine.ts';
import { createMarks } from './marks.ts';
import { createPanel } from './panel.ts';
import { scriptOf } from './script.ts';
import { chooseVoice, createSpeaker } from './voice.ts';

interface Kept {
  readonly listen?: { readonly place?: unknown; readonly rate?: unknown; readonly of?: unknown };
}

const button = document.querySelector<HTMLButtonElement>('.listen');
const article = button?.closest('article');
if (button && article) start(button, article);

function start(button: HTMLButtonElement, article: Element): void {
  const root = document.documentElement;
  const language = root.lang as Edition;
  const spoken = spokenLanguage(language);
  const { pieces, sections } = scriptOf(article, spoken);
  const order = pieces.map(({ section }) => section);
  const kept = (history.state as Kept | null)?.listen;
  // A page that was changed meanwhile has other pieces: its places mean nothing here.
  let state: State = begin(order, kept?.of === pieces.length ? kept : { rate: kept?.rate });

  const engine = window.speechSynthesis;
  const speaker = createSpeaker(engine, language, () =>
    chooseVoice(engine.getVoices(), language, navigator.languages, spoken.ordinaryVoices),
  );
  const panel = createPanel(
    wordsOf(language).listen,
    (what) => {
      happen({ type: what === 'toggle' ? (isPlaying() ? 'pause' : 'play') : what }, true);
    },
    (rate) => {
      happen({ type: 'speed', rate }, true);
    },
  );
  const marks = createMarks(() => panel.element.offsetHeight);
  const isPlaying = (): boolean => state.mode === 'playing';

  const happen = (happening: Happening, isPress = false): void => {
    const before = state;
    const [after, what] = step(state, happening, order);
    state = after;
    if (what === 'hush') speaker.hush();
    const piece = pieces[state.place];
    if (state.mode === 'stopped') close();
    else {
      if (!panel.element.isConnected) open();
      panel.show(state, {
        title: sections[piece?.section ?? 0] ?? '',
        number: (piece?.section ?? 0) + 1,
        of: sections.length,
      });
      if (state.mode === 'finished') marks.clear();
      else if (piece && (isPress || state.place !== before.place)) marks.show(piece.parts, isPress);
    }
    keep();
    tellDevice(state.mode);
    if (what === 'say' && piece) {
      const { turn } = state;
      speaker.say(piece.said, state.rate, (report) => {
        happen(
          typeof report === 'string'
            ? { type: report, turn }
            : { type: 'failed', turn, code: report.code },
        );
      });
    }
  };

  const open = (): void => {
    // Before the button, so that it stays the neighbour of what follows it.
    button.before(panel.element);
    measured.observe(panel.element);
    panel.focus();
  };

  const close = (): void => {
    if (!panel.element.isConnected) return;
    const hadFocus = panel.element.contains(document.activeElement);
    measured.disconnect();
    panel.element.remove();
    marks.clear();
    room(0);
    // The page stays where it is: that is where the reader stopped.
    if (hadFocus) button.focus({ preventScroll: true });
  };

  /** Room at the end of the page, and for what gets the focus, as much as the player covers. */
  const room = (pixels: number): void => {
    document.body.style.paddingBlockEnd = pixels > 0 ? `${pixels}px` : '';
    root.style.scrollPaddingBlockEnd = pixels > 0 ? `${pixels + 16}px` : '';
  };
  const measured = new ResizeObserver(() => {
    room(panel.element.offsetHeight);
  });

  const keep = (): void => {
    const { place, rate } = state;
    const now = (history.state as Kept | null) ?? {};
    if (now.listen?.place === place && now.listen.rate === rate) return;
    history.replaceState({ ...now, listen: { place, rate, of: pieces.length } }, '');
  };

  /** Media keys, where the browser hands them to a page that speaks. */
  const session = 'mediaSession' in navigator ? navigator.mediaSession : undefined;
  const actions = {
    play: 'play',
    pause: 'pause',
    stop: 'stop',
    nexttrack: 'next',
    previoustrack: 'previous',
  } as const;
  const tellDevice = (mode: State['mode']): void => {
    if (!session) return;
    const isOpen = mode !== 'stopped';
    session.playbackState = isOpen ? (mode === 'playing' ? 'playing' : 'paused') : 'none';
    session.metadata = isOpen ? new MediaMetadata({ title: document.title }) : null;
    for (const [action, type] of Object.entries(actions)) {
      const handler = (): void => {
        happen({ type }, true);
      };
      session.setActionHandler(action as MediaSessionAction, isOpen ? handler : null);
    }
  };

  /** The same keys where the browser hands them over as keys. */
  const keys: Readonly<Record<string, Happening['type'] | 'toggle' | undefined>> = {
    MediaPlayPause: 'toggle',
    MediaPlay: 'play',
    MediaPause: 'pause',
    MediaStop: 'stop',
    MediaTrackNext: 'next',
    MediaTrackPrevious: 'previous',
  };
  addEventListener('keydown', ({ key }) => {
    const wanted = keys[key];
    if (wanted === undefined || !panel.element.isConnected) return;
    const type = wanted === 'toggle' ? (isPlaying() ? 'pause' : 'play') : wanted;
    happen({ type } as Happening, true);
  });

  // Speech would go on after the page.
  addEventListener('pagehide', () => {
    if (isPlaying()) happen({ type: 'pause' });
  });

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);

  const listen = (): void => {
    happen({ type: 'play' }, true);
    panel.focus();
  };
  button.onclick = listen;
  listen();
}
