/** The device's own voices: which one reads, and what it reports. */

type Described = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default' | 'name'>;

/**
 * The voice that reads: one that works on the device itself, because any other sends the text away.
 * The device's default comes first, then a voice for the country of one of the reader's languages,
 * then an ordinary one by name.
 *
 * @param language `en`
 * @param preferred the reader's languages, best first: `['en-GB', 'fr']`
 * @param ordinary names of ordinary voices
 */
export function chooseVoice<Voice extends Described>(
  voices: readonly Voice[],
  language: string,
  preferred: readonly string[],
  ordinary: readonly string[],
): Voice | undefined {
  // Android writes "en_GB".
  const tag = ({ lang }: Described): string => lang.toLowerCase().replaceAll('_', '-');
  const fitting = voices.filter(
    (voice) => voice.localService && tag(voice).split('-')[0] === language,
  );
  const regions = preferred.map((one) => one.toLowerCase()).filter((one) => one.includes('-'));
  const score = (voice: Voice): number => {
    const region = regions.indexOf(tag(voice));
    // Each of the three outweighs all that come after it.
    return (
      (voice.default ? 1000 : 0) +
      (region < 0 ? 0 : 2 * Math.max(1, 100 - region)) +
      (ordinary.includes(voice.name) ? 1 : 0)
    );
  };
  return fitting.toSorted((one, other) => score(other) - score(one))[0];
}

/** What the voice reports on what it was given; an error, by its code. */
export type Report = 'ended' | 'silent' | { readonly code: string };

export interface Speaker {
  /** Says a text in place of whatever is being said; reports once how it came out. */
  readonly say: (text: string, rate: number, report: (report: Report) => void) => void;
  /** Is quiet at once. */
  readonly hush: () => void;
}

/** How often one looks whether the voice is still there, in milliseconds. */
const tick = 1000;

/** After how many looks a voice that has not begun counts as silent. */
const beginsWithin = 8;

/**
 * After how many looks a voice that has begun and says nothing more counts as silent: three times as
 * long as a slow voice needs for the whole text.
 */
const endsWithin = (text: string, rate: number): number => 5 + text.length / (5 * rate);

/**
 * A speaker over an engine for speech. Engines forget to report an end, fall silent in the middle and
 * pause for ever, so one looks after them: pausing is hushing, and a voice that is not heard of in
 * time is reported as silent.
 *
 * @param engine the browser's `speechSynthesis`
 * @param voiceNow the voice to use, asked for each time because voices come and go
 */
export function createSpeaker(
  engine: SpeechSynthesis,
  language: string,
  voiceNow: () => SpeechSynthesisVoice | undefined,
): Speaker {
  let timer: ReturnType<typeof setInterval> | undefined;
  // Held here, because an engine may lose what nobody holds, and its reports with it.
  let current: SpeechSynthesisUtterance | undefined;

  const hush = (): void => {
    clearInterval(timer);
    current = undefined;
    engine.cancel();
  };

  const say: Speaker['say'] = (text, rate, report) => {
    hush();
    const voice = voiceNow();
    if (!voice) {
      report({ code: 'no-voice' });
      return;
    }
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang || language;
    utterance.rate = rate;
    current = utterance;

    let hasBegun = false;
    let looks = 0;
    let quiet = 0;
    const close = (result: Report): void => {
      if (current !== utterance) return;
      clearInterval(timer);
      current = undefined;
      report(result);
    };
    const sign = (): void => {
      hasBegun = true;
      looks = 0;
    };
    utterance.onstart = sign;
    utterance.onboundary = sign;
    utterance.onend = () => {
      close('ended');
    };
    utterance.onerror = ({ error }) => {
      close({ code: error });
    };
    timer = setInterval(() => {
      looks += 1;
      quiet = engine.speaking || engine.pending ? 0 : quiet + 1;
      if (hasBegun && quiet >= 2) close('ended');
      else if (looks >= (hasBegun ? endsWithin(text, rate) : beginsWithin)) close('silent');
    }, tick);
    // An engine that somebody paused would only put it in the queue.
    engine.resume();
    engine.speak(utterance);
  };
  return { say, hush };
}
