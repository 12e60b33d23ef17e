/**
 * An engine for speech that a test drives: it reports what a real one reports, when it is told to.
 * Real ones differ in what they forget to report, so a test says which one this is.
 */
import { expect, type Page } from 'playwright/test';

export interface FakeVoice {
  readonly name: string;
  readonly lang: string;
  readonly localService: boolean;
  readonly default?: boolean;
}

export const english: FakeVoice = { name: 'Daniel', lang: 'en-GB', localService: true };
export const french: FakeVoice = { name: 'Thomas', lang: 'fr-FR', localService: true };

/** What a test asks of the engine in the page. */
interface FakeEngine {
  said: { text: string; rate: number; voice: string }[];
  cancelled: number;
  setVoices(voices: readonly FakeVoice[]): void;
  report(type: 'start' | 'boundary' | 'end' | 'error', code?: string): void;
  stopSpeaking(): void;
}

declare global {
  interface Window {
    fakeEngine: FakeEngine;
  }
}

/** Puts the engine in place of the browser's, before the page is opened. */
export async function fakeSpeech(
  page: Page,
  voices: readonly FakeVoice[] = [english],
  { starts = true } = {},
): Promise<void> {
  await page.addInitScript(
    ({ voices: first, starts: doesStart }) => {
      class Utterance extends EventTarget {
        text: string;
        lang = '';
        volume = 1;
        rate = 1;
        voice: FakeVoice | null = null;
        constructor(text = '') {
          super();
          this.text = text;
        }
      }
      const fire = (target: EventTarget, type: string, more = {}): void => {
        const event = Object.assign(new Event(type), more);
        target.dispatchEvent(event);
        const handler: unknown = Reflect.get(target, `on${type}`);
        if (typeof handler === 'function') Reflect.apply(handler, target, [event]);
      };
      let known = first;
      let queue: Utterance[] = [];
      let dead = false;
      const begin = (): void => {
        const [utterance] = queue;
        if (!utterance || !doesStart) return;
        setTimeout(() => {
          if (queue[0] === utterance) fire(utterance, 'start');
        });
      };
      const engine: FakeEngine = {
        said: [],
        cancelled: 0,
        setVoices(next) {
          known = [...next];
          fire(speech, 'voiceschanged');
        },
        report(type, code) {
          const [utterance] = queue;
          if (!utterance) throw new Error(`Nothing is being said that could report "${type}".`);
          if (type === 'end' || type === 'error') queue = queue.slice(1);
          fire(utterance, type, { error: code });
          begin();
        },
        stopSpeaking() {
          dead = true;
          queue = [];
        },
      };
      const speech = Object.assign(new EventTarget(), {
        onvoiceschanged: null,
        paused: false,
        getVoices: () => known,
        speak(utterance: Utterance) {
          if (utterance.text === '') throw new Error('An empty text makes engines hang.');
          if (utterance.volume > 0) {
            const { text, rate, voice } = utterance;
            engine.said.push({ text, rate, voice: voice?.name ?? '' });
          }
          if (dead) return;
          queue.push(utterance);
          if (queue.length === 1) begin();
        },
        cancel() {
          const cancelled = queue;
          queue = [];
          engine.cancelled += 1;
          // Engines report it later, when something else is being said already.
          setTimeout(() => {
            for (const utterance of cancelled) fire(utterance, 'error', { error: 'interrupted' });
          });
        },
        pause: () => undefined,
        resume: () => undefined,
      });
      Object.defineProperty(speech, 'speaking', { get: () => queue.length > 0 });
      Object.defineProperty(speech, 'pending', { get: () => queue.length > 1 });
      Object.defineProperty(window, 'speechSynthesis', { value: speech, configurable: true });
      Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
      window.fakeEngine = engine;
    },
    { voices, starts },
  );
}

/** What the voice was given so far. */
export const said = (page: Page): Promise<FakeEngine['said']> =>
  page.evaluate(() => window.fakeEngine.said);

/** What the voice was given last; waits until there are so many. */
export async function lastSaid(page: Page, count: number): Promise<string> {
  await expect.poll(async () => (await said(page)).length).toBe(count);
  return (await said(page)).at(-1)?.text ?? '';
}

/** The engine reports something on what it is saying. */
export const report = (
  page: Page,
  type: 'start' | 'boundary' | 'end' | 'error',
  code?: string,
): Promise<void> =>
  page.evaluate(
    ([what, why]) => {
      window.fakeEngine.report(what, why);
    },
    [type, code] as const,
  );

/** The text that is marked on the page as being read, without the numbers of notes. */
export const marked = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...(CSS.highlights.get('heard') ?? [])].map((range) => (range as Range).toString()).join(''),
  );
