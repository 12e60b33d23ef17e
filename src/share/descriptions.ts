/** Descriptions as search engines and messengers show them: whole, not cut off by them. */
import { shortened } from '../facts/shortened.ts';
import type { Language } from '../i18n/languages.ts';
import { sentencesOf } from '../prose/sentences.ts';

/** What search engines and messengers show of a description, in characters. */
export const descriptionRoom = 200;

/**
 * As many whole sentences of a text as there is room for. Only where they would say next to nothing
 * does the one after them begin too, and end between words with an ellipsis.
 *
 * @param most how many characters at most
 */
export function shortDescription(
  language: Language,
  text: string,
  most: number = descriptionRoom,
): string {
  let found = '';
  for (const sentence of sentencesIn(language, text)) {
    const longer = found === '' ? sentence : `${found} ${sentence}`;
    if (longer.length > most) return found.length < most / 3 ? endingLate(longer, most) : found;
    found = longer;
  }
  return found;
}

/** The beginning of a text: up to the end of a clause where one comes late, else up to a word. */
function endingLate(text: string, most: number): string {
  const cut = shortened(text, most);
  const clause = Math.max(...[', ', '; ', ': ', ' – '].map((sign) => cut.lastIndexOf(sign)));
  return clause > most * 0.75 ? `${cut.slice(0, clause)}…` : cut;
}

/** The sentences of a text, trimmed. */
export function sentencesIn(language: Language, text: string): string[] {
  if (language === 'en') return sentencesOf(text);
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return [...segmenter.segment(text)].map(({ segment }) => segment.trim()).filter(Boolean);
}
