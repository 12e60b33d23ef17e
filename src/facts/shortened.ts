/**
 * The beginning of a text, cut between words, with an ellipsis where something is left out.
 *
 * @param most how many characters at most, the ellipsis included
 */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[\s,;:.–-]+$/u, '')}…`;
}
