/** English read aloud. */
import { monthNames } from '../../i18n/dates.ts';
import { sentencesOf } from '../../prose/sentences.ts';
import type { SpokenLanguage } from './language.ts';

const currencies: Readonly<Record<string, string>> = { '€': 'euro', '£': 'pound', $: 'dollar' };

const number = String.raw`\d(?:[\d,.]*\d)?`;

/** "€90 billion", with the "a" of "a €90 billion loan", where the currency stays singular. */
const sum = new RegExp(
  String.raw`(\ban? )?([€£$])(${number})((?: (?:thousand|million|billion|trillion))?)\b`,
  'giu',
);

/** "5 July", with the "the" of "the 5 July summit". */
const day = new RegExp(
  String.raw`(\bthe )?\b(\d{1,2}) (?=(?:${monthNames('en').join('|')})\b)`,
  'giu',
);

/**
 * Abbreviations that voices would say as a word. The usual ones (EU, UN, US, UK, MPs) they know;
 * letters set apart would only make them halting.
 */
const spelled = /\b(?:IISS|KIIS|LFI|OSCE)\b/gu;

/** The ending of an ordinal number: "1st", "12th", "23rd". */
function ordinal(count: number): string {
  const rule = new Intl.PluralRules('en', { type: 'ordinal' }).select(count);
  return `${count}${{ one: 'st', two: 'nd', few: 'rd' }[rule as string] ?? 'th'}`;
}

/**
 * A sentence as a voice should get it. Never throws; words that need no help stay as they are.
 *
 * "€90 billion" becomes "90 billion euros", "45%" "45 per cent", "Article 42(7)" "Article 42 7",
 * "2014–2019" "2014 to 2019", "5 July 2026" "the 5th of July 2026", "Only if…" "Only if".
 */
export function spoken(sentence: string): string {
  return (
    sentence
      .replace(sum, (_, a: string | undefined, sign: string, figure: string, scale: string) => {
        const isOne = a !== undefined || (figure === '1' && scale === '');
        return `${a ?? ''}${figure}${scale} ${currencies[sign] ?? ''}${isOne ? '' : 's'}`;
      })
      .replace(/(\d) ?%/gu, '$1 per cent')
      // The paragraph of an article of a treaty.
      .replace(/(\d)\((\d+)\)/gu, '$1 $2')
      .replace(/(\d) ?[–—] ?(?=\d)/gu, '$1 to ')
      .replace(/ [–—] /gu, ', ')
      .replace(day, (_, _the: string | undefined, figure: string) => `the ${ordinal(+figure)} of `)
      .replace(spelled, (letters) => letters.split('').join(' '))
      // A status word, and what was left out of a sentence.
      .replace(/…/gu, '')
  );
}

export const english: SpokenLanguage = {
  sentencesOf,
  spoken,
  ordinaryVoices: ['Samantha', 'Daniel', 'Karen', 'Moira', 'Tessa'],
};
