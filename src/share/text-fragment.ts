/**
 * A link to words on a page, as browsers find them again: a text fragment.
 * Form and encoding: https://wicg.github.io/scroll-to-text-fragment/#syntax
 */

/** What is looked for: the words, or where they begin and end, and what stands before and after. */
export interface TextFragment {
  readonly prefix?: string;
  readonly textStart: string;
  readonly textEnd?: string;
  readonly suffix?: string;
}

/**
 * What follows the address of the page.
 *
 * @param section the id of the section of the words, where browsers go if the words are gone; or nothing
 */
export function textFragment(
  { prefix, textStart, textEnd, suffix }: TextFragment,
  section = '',
): string {
  const parts = [
    prefix && `${encode(prefix)}-`,
    encode(textStart),
    textEnd && encode(textEnd),
    suffix && `-${encode(suffix)}`,
  ];
  return `#${section}:~:text=${parts.filter(Boolean).join(',')}`;
}

/**
 * The syntax needs `-`, `,` and `&` encoded. So are the other signs that encodeURIComponent leaves as
 * they are: messengers take them at the end of an address for the end of a sentence.
 */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[-!'()*.~_]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
