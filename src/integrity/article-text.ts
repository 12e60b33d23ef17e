/** The words of an article as plain text, and the fingerprint by which they are known. */
import sanitize from 'sanitize-html';
import { cleanHtml } from '../share/clean-html.ts';
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
const lines = /<\/(?:h2|h3|p|li|dt|dd|figcaption|caption|tr|blockquote)>|<br ?\/?>/g;

/** The numbers of notes, which are not words of the text. */
const noteNumbers = /<sup>.*?<\/sup>/gs;

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
  const marked = cleanHtml(html, 'https://page.invalid/')
    .replace(/\s+/g, ' ')
    .replace(noteNumbers, '')
    .replace(lines, '$&\n')
    .replace(/<\/t[hd]>/g, '$& ');
  return unescaped(sanitize(marked, { allowedTags: [] })).split('\n');
}

function unescaped(text: string): string {
  const letters: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' };
  return text.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => letters[name] ?? '');
}
