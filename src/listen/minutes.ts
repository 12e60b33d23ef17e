/** How long a page takes to hear. */

/**
 * Words a minute at normal speed. The usual voices of devices say 150 to 175 words a minute in
 * English (espeak-ng: 175 without its pauses); readers of audio books, 150 to 160. Figures are said in
 * more words than they are written in, and each sentence ends with a pause, so the lower end it is.
 */
const wordsAMinute = 150;

/** How many words stand in a text: what is between white space and holds a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** About how many minutes it takes to hear so many words at normal speed; at least one. */
export function minutesToHear(words: number): number {
  return Math.max(1, Math.round(words / wordsAMinute));
}
