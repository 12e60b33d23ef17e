/** The words of an article as plain text, and the fingerprint by which they are known. */
import type { Properties } from 'hast';
import { htmlToHast, type HastNode } from 'satteri';
import { hashOf } from './folder.ts';
import { shortFingerprint } from './manifest.ts';

/** What an article says, ready for readers. */
export interface ArticleParts {
  readonly title: string;
  readonly answer: string;
  /** "Checked on 26 November 2026." */
  readonly checked: string;
  readonly keyFactsTitle: string;
  readonly keyFacts: readonly string[];
  /** The text as it stands on the page. */
  readonly html: string;
}

/** Elements after which a line ends. */
const lines = new Set('h2 h3 p li dt dd figcaption caption tr blockquote br'.split(' '));

/** Elements after which a word ends. */
const cells = new Set(['td', 'th']);

/** Elements of which no word is a word of the text: drawings, forms, and the numbers of notes. */
const wordless = new Set('script style template svg form nav sup'.split(' '));

/**
 * The text of an article: a line for each paragraph, heading and item, and no mark-up. Its address
 * is not in it, so that the same words have the same fingerprint on every mirror.
 */
export function articleText(parts: ArticleParts): string {
  const { title, answer, checked, keyFactsTitle, keyFacts, html } = parts;
  return [title, answer, checked, keyFactsTitle, ...keyFacts, ...linesOf(html)]
    .map((line) => `${line.replace(/\s+/g, ' ').trim()}\n`)
    .filter((line) => line !== '\n')
    .join('');
}

/** The fingerprint of an article: the beginning of the SHA-256 of its text. */
export function fingerprintOf(text: string): string {
  return shortFingerprint(hashOf(Buffer.from(text)));
}

function linesOf(html: string): string[] {
  return wordsOf(htmlToHast(html, { fragment: true })).split('\n');
}

function wordsOf(node: HastNode): string {
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ');
  if (!('children' in node)) return '';
  const words = node.children.map(wordsOf).join('');
  if (node.type !== 'element') return words;
  const { tagName, properties } = node;
  if (wordless.has(tagName) || isForOthers(properties)) return '';
  return words + (lines.has(tagName) ? '\n' : cells.has(tagName) ? ' ' : '');
}

/** Explanations of words, and what only a screen reader is told. */
function isForOthers({ popover, className }: Properties): boolean {
  return popover !== undefined || (Array.isArray(className) && className.includes('vh'));
}
