/** Text for BibTeX: what TeX reads as a command is escaped, letters with marks become commands. */

/** Signs that mean something to TeX, or that an old BibTeX does not know. */
const signs: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '“': '``',
  '”': "''",
  '‘': '\\textquoteleft{}',
  '’': '\\textquoteright{}',
  '–': '--',
  '—': '---',
  '…': '\\ldots{}',
  '\u00a0': '~',
  '€': '\\texteuro{}',
  '£': '\\textsterling{}',
};

/** Letters that are no Latin letter with a mark. */
const letters: Readonly<Record<string, string>> = {
  ß: '\\ss',
  æ: '\\ae',
  Æ: '\\AE',
  œ: '\\oe',
  Œ: '\\OE',
  ø: '\\o',
  Ø: '\\O',
  ł: '\\l',
  Ł: '\\L',
  ı: '\\i',
};

/** Marks above and below letters, by their combining character. */
const marks: Readonly<Record<string, string>> = {
  '\u0300': '\\`',
  '\u0301': "\\'",
  '\u0302': '\\^',
  '\u0303': '\\~',
  '\u0304': '\\=',
  '\u0306': '\\u',
  '\u0307': '\\.',
  '\u0308': '\\"',
  '\u030a': '\\r',
  '\u030b': '\\H',
  '\u030c': '\\v',
  '\u0327': '\\c',
  '\u0328': '\\k',
};

/**
 * A text as it may stand between the braces of a BibTeX field.
 *
 * Other alphabets stay as they are, in UTF-8: TeX has no commands for them that every set of fonts
 * knows.
 */
export function latexOf(text: string): string {
  return Array.from(text.normalize('NFC'), (sign) => signs[sign] ?? letterOf(sign)).join('');
}

function letterOf(sign: string): string {
  const letter = letters[sign];
  if (letter !== undefined) return `{${letter}}`;
  const [base = '', mark = '', ...more] = Array.from(sign.normalize('NFD'));
  const command = marks[mark];
  return command === undefined || more.length > 0 || !/[A-Za-z]/.test(base)
    ? sign
    : `{${command}{${base}}}`;
}
