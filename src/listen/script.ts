/**
 * What of an article is read aloud, and in which pieces. Looks at the page and changes nothing, so it
 * works on any document.
 *
 * Read are the question, the short answer, the key facts with their statuses, the text by its
 * sections, and what is not known. Not read are numbers of notes, explanations that open elsewhere,
 * the list of contents, forms, sources, changes and what is for sharing.
 */
import type { SpokenLanguage } from './languages/language.ts';

/** A part of a text node. */
export interface Part {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/** What is said in one go: a sentence, or a part of a long one. */
export interface Piece {
  /** What the voice is given. */
  readonly said: string;
  /** Where that stands on the page. */
  readonly parts: readonly Part[];
  /** The number of its section, from nought. */
  readonly section: number;
}

export interface Script {
  /** Titles of the sections, to skip by. */
  readonly sections: readonly string[];
  readonly pieces: readonly Piece[];
}

/** The parts of an article that are read, in their order. */
const read = 'h1, .lead, section[aria-labelledby=key-facts], .prose';

/** What stands inside these and is for the eye, for the finger or for another moment. */
const notRead =
  'sup, svg, thead, form, nav, .vh, .menu, .bars-key, .provenance, figcaption > a, [popover], [hidden], [aria-hidden=true]';

/** Elements that stand in a line with the text around them. */
const inline = new Set(
  'A ABBR B BDI BDO BUTTON CITE CODE DATA DFN EM I MARK Q S SMALL SPAN STRONG SUB TIME U'.split(
    ' ',
  ),
);

/**
 * The most letters of a piece. Some engines fall silent after about fifteen seconds of one piece, and
 * pausing goes back to its beginning.
 */
const longest = 220;

/** A letter to be read, and where it stands; one that only the voice gets stands nowhere. */
interface Letter {
  readonly letter: string;
  readonly node?: Text;
  readonly at?: number;
}

interface Block {
  readonly letters: Letter[];
  /** The heading of a section, where it begins one. */
  readonly opens?: string;
}

/**
 * Everything of an article that is read aloud.
 *
 * @param article the element that holds the whole article
 */
export function scriptOf(article: Element, language: SpokenLanguage): Script {
  const sections: string[] = [];
  const pieces: Piece[] = [];
  for (const root of article.querySelectorAll(read)) {
    for (const [index, { letters, opens }] of blocksOf(root).entries()) {
      const text = letters.map(({ letter }) => letter).join('');
      if (!/[\p{L}\p{N}]/u.test(text)) continue;
      // What stands before the first heading of the text is about the question itself.
      const title = opens ?? (index === 0 && root.matches('.prose') ? sections[0] : undefined);
      if (title !== undefined || sections.length === 0) sections.push(title ?? text);
      let from = 0;
      for (const sentence of language.sentencesOf(text)) {
        const start = Math.max(from, text.indexOf(sentence, from));
        for (const [begin, end] of cutsOf(sentence)) {
          const said = language.spoken(sentence.slice(begin, end).trim());
          const parts = partsOf(letters.slice(start + begin, start + end));
          pieces.push({ said, parts, section: sections.length - 1 });
        }
        from = start + sentence.length;
      }
    }
  }
  return { sections, pieces };
}

/** The blocks of text below an element: what stands in lines of its own. */
function blocksOf(root: Element): Block[] {
  const blocks: Block[] = [];
  let letters: Letter[] = [];

  const close = (opens?: string): void => {
    while (letters.at(-1)?.letter === ' ') letters.pop();
    if (letters.length > 0) blocks.push({ letters, ...(opens === undefined ? {} : { opens }) });
    letters = [];
  };
  const add = (letter: Letter): void => {
    if (letter.letter !== ' ' || (letters.at(-1)?.letter ?? ' ') !== ' ') letters.push(letter);
  };
  const addWords = (words: string): void => {
    for (const letter of words) add({ letter });
  };
  const visit = (node: Node): void => {
    if (node.nodeType === 3) {
      const text = node as Text;
      // By units of the text and not by signs, because ranges count so.
      for (let at = 0; at < text.data.length; at += 1) {
        add({ letter: text.data.charAt(at).replace(/\s/u, ' '), node: text, at });
      }
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as Element;
    if (element.matches(notRead)) return;
    const name = element.tagName.toUpperCase();
    if (!inline.has(name)) close();
    // In a table each cell says its column; the row of headings is not read.
    const column = element.getAttribute('data-column');
    if (column !== null) addWords(`${column}: `);
    for (const child of element.childNodes) visit(child);
    // A status word or a label, before the date or the words it stands over.
    if (name === 'B' && /[\p{L}\p{N}…]/u.test(letters.at(-1)?.letter ?? '')) addWords(':');
    if (!inline.has(name)) close(name === 'H1' || name === 'H2' ? titleOf(element) : undefined);
  };
  visit(root);
  return blocks;
}

function titleOf(heading: Element): string {
  return heading.textContent.replace(/\s+/gu, ' ').trim();
}

/**
 * Where a sentence is cut so that no piece is too long: behind a mark if there is one, else at a
 * space; a word that is longer than a piece stays whole.
 */
export function cutsOf(sentence: string): [begin: number, end: number][] {
  const cuts: [number, number][] = [];
  let begin = 0;
  while (sentence.length - begin > longest) {
    const window = sentence.slice(begin, begin + longest);
    const mark = /^.*[;:,–—)] /su.exec(window)?.[0].length ?? 0;
    const space = window.lastIndexOf(' ') + 1;
    const next = sentence.indexOf(' ', begin + longest) + 1;
    // A mark near the beginning would leave a stump.
    const end = begin + (mark > longest / 3 ? mark : space || (next || sentence.length) - begin);
    cuts.push([begin, end]);
    begin = end;
  }
  if (begin < sentence.length) cuts.push([begin, sentence.length]);
  return cuts;
}

/** The places of letters, joined where they follow each other. */
function partsOf(letters: readonly Letter[]): Part[] {
  const parts: { node: Text; start: number; end: number }[] = [];
  for (const { node, at } of letters) {
    if (node === undefined || at === undefined) continue;
    const last = parts.at(-1);
    // Of a run of white space only the first is a letter.
    if (last?.node === node) last.end = at + 1;
    else parts.push({ node, start: at, end: at + 1 });
  }
  return parts;
}
