/** What belongs together stays on one line: "6 January", "€90 billion", "Article 5". */
import type { Language } from '../i18n/languages.ts';
import { monthNames } from '../i18n/dates.ts';

/** Words that follow a figure and words that a figure follows, by language. */
const words: Partial<Record<Language, { readonly after: string; readonly before: string }>> = {
  en: { after: 'million|billion|per cent', before: 'Article|Articles|Part|Parts|point|points' },
};

const patterns = new Map<Language, RegExp>();

/** One pattern for a language: a space between a figure and what it counts or names. */
function patternOf(language: Language): RegExp {
  const known = patterns.get(language);
  if (known) return known;
  const { after = '', before = '' } = words[language] ?? {};
  const following = [...monthNames(language), after].filter(Boolean).join('|');
  const preceding = before === '' ? '' : `|(?<=\\b(?:${before})) (?=\\d)`;
  const pattern = new RegExp(`(?<=\\d) (?=(?:${following})(?!\\p{L}))${preceding}`, 'gu');
  patterns.set(language, pattern);
  return pattern;
}

/** A text with no-break spaces where a line should not end. Nothing else changes. */
export function keepTogether(text: string, language: Language): string {
  return text.replace(patternOf(language), '\u00a0');
}
