import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, mock, test } from 'node:test';

import { chooseVoice, createSpeaker, type Report } from '../../src/listen/voice.ts';

const voice = (
  name: string,
  lang: string,
  more: { localService?: boolean; default?: boolean } = {},
) => ({
  name,
  lang,
  voiceURI: name,
  localService: true,
  default: false,
  ...more,
});

describe('the voice that reads', () => {
  const nameOf = (
    voices: ReturnType<typeof voice>[],
    preferred: string[] = [],
    ordinary: string[] = [],
  ): string | undefined => chooseVoice(voices, 'en', preferred, ordinary)?.name;

  test('speaks the language of the page, however the device writes it', () => {
    assert.equal(nameOf([voice('a', 'fr-FR'), voice('b', 'en_GB')]), 'b');
    assert.equal(nameOf([voice('a', 'EN-us')]), 'a');
    assert.equal(nameOf([voice('a', 'enm'), voice('b', 'de')]), undefined);
  });

  test('never sends the text away', () => {
    assert.equal(
      nameOf([voice('far', 'en-GB', { localService: false, default: true })]),
      undefined,
    );
  });

  test("is the device's default, else one for the reader's country, else an ordinary one", () => {
    const voices = [
      voice('Albert', 'en-US'),
      voice('Samantha', 'en-US'),
      voice('Karen', 'en-AU'),
      voice('default', 'en-IE', { default: true }),
    ];
    const others = voices.slice(0, 3);
    assert.equal(nameOf(voices, ['en-AU'], ['Samantha']), 'default');
    assert.equal(nameOf(others, ['fr', 'en-AU', 'en-US'], ['Samantha']), 'Karen');
    assert.equal(nameOf(others, ['uk'], ['Samantha']), 'Samantha');
    assert.equal(nameOf(others), 'Albert');
  });
});

/** What is handed to the engine; the reports of a real one are called by hand. */
class Utterance {
  text: string;
  voice: unknown = null;
  lang = '';
  rate = 1;
  onstart?: () => void;
  onboundary?: () => void;
  onend?: () => void;
  onerror?: (event: { error: string }) => void;
  constructor(text: string) {
    this.text = text;
  }
}

describe('a speaker', () => {
  let spoken: Utterance[] = [];
  let cancelled = 0;
  let reports: Report[] = [];
  const engine = {
    speaking: true,
    pending: false,
    cancel: () => (cancelled += 1),
    resume: () => undefined,
    speak: (utterance: Utterance) => spoken.push(utterance),
  };
  const voices = [voice('a', 'en-GB')];
  const speaker = createSpeaker(engine as unknown as SpeechSynthesis, 'en', () => voices[0]);
  const say = (text = 'Twenty letters long.'): Utterance => {
    speaker.say(text, 1, (report) => reports.push(report));
    const last = spoken.at(-1);
    assert.ok(last);
    return last;
  };

  beforeEach(() => {
    mock.timers.enable({ apis: ['setInterval'] });
    Object.assign(globalThis, { SpeechSynthesisUtterance: Utterance });
    spoken = [];
    reports = [];
    cancelled = 0;
    engine.speaking = true;
  });
  afterEach(() => {
    speaker.hush();
    mock.timers.reset();
  });

  test('hands over text, voice and speed, and reports the end once', () => {
    const utterance = say();
    assert.partialDeepStrictEqual(utterance, {
      text: 'Twenty letters long.',
      lang: 'en-GB',
      rate: 1,
    });
    utterance.onstart?.();
    utterance.onend?.();
    utterance.onend?.();
    utterance.onerror?.({ error: 'network' });
    assert.deepEqual(reports, ['ended']);
  });

  test('reports an error by its code', () => {
    say().onerror?.({ error: 'not-allowed' });
    assert.deepEqual(reports, [{ code: 'not-allowed' }]);
  });

  test('cancels what is being said before it says something else, and hears no more of it', () => {
    const first = say();
    say();
    first.onerror?.({ error: 'interrupted' });
    first.onend?.();
    assert.deepEqual(reports, []);
    assert.equal(cancelled, 2);
  });

  test('reports a voice that never begins as silent', () => {
    say();
    mock.timers.tick(7000);
    assert.deepEqual(reports, []);
    mock.timers.tick(1000);
    assert.deepEqual(reports, ['silent']);
  });

  test('reports a voice that falls silent in the middle, but not while it gives signs of life', () => {
    const utterance = say();
    utterance.onstart?.();
    for (let word = 0; word < 5; word += 1) {
      mock.timers.tick(8000);
      utterance.onboundary?.();
    }
    assert.deepEqual(reports, []);
    mock.timers.tick(9000);
    assert.deepEqual(reports, ['silent']);
  });

  test('takes a piece as ended when the engine is done and did not report it', () => {
    say().onstart?.();
    engine.speaking = false;
    mock.timers.tick(1000);
    assert.deepEqual(reports, []);
    mock.timers.tick(1000);
    assert.deepEqual(reports, ['ended']);
  });

  test('reports nothing after it was hushed', () => {
    const utterance = say();
    speaker.hush();
    utterance.onend?.();
    mock.timers.tick(60_000);
    assert.deepEqual(reports, []);
  });

  test('says so when no voice is there any more', () => {
    const gone = createSpeaker(engine as unknown as SpeechSynthesis, 'en', () => undefined);
    gone.say('Text.', 1, (report) => reports.push(report));
    assert.deepEqual(reports, [{ code: 'no-voice' }]);
    assert.deepEqual(spoken, []);
  });
});
