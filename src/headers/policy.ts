/**
 * Content security policies, as short as they can be: the header of a page and the `<meta>` in it.
 * Nothing is allowed that is not named here, and what is written into a page itself runs only by its
 * hash. Why there are two: docs/decisions/headers.md.
 */
import { createHash } from 'node:crypto';

/** What a page has written into itself, as sources of a policy: `'sha256-…'`, each once, sorted. */
export interface Inlined {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/** Types of `<script>` that hold data: browsers run nothing of them, so no policy concerns them. */
const data = /\btype="application\/(?:ld\+)?json"/;

const element = /<(script|style)\b([^>]*)>([^]*?)<\/\1>/g;

/**
 * The source of a policy that allows one text, and no other.
 *
 * @param text between the tags, exactly as it stands there
 */
export function hashOf(text: string | Uint8Array): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** What a page has written into itself. @param html as Astro writes it: names in small letters */
export function inlinedIn(html: string): Inlined {
  const sources = (tag: string) =>
    [...html.matchAll(element)]
      .filter(([, name, attributes = '']) => name === tag && !/\bsrc=/.test(attributes))
      .filter(([, , attributes = '']) => !data.test(attributes))
      .map(([, , , text = '']) => `'${hashOf(text)}'`);
  return { scripts: unique(sources('script')), styles: unique(sources('style')) };
}

/** What several pages have written into themselves, taken together. */
export function together(pages: readonly Inlined[]): Inlined {
  return {
    scripts: unique(pages.flatMap(({ scripts }) => scripts)),
    styles: unique(pages.flatMap(({ styles }) => styles)),
  };
}

/** What holds for every page, in its header and in its `<meta>`. */
const page = ({ scripts, styles }: Inlined) => [
  "default-src 'none'",
  ['script-src', "'self'", ...scripts].join(' '),
  ['style-src', "'self'", ...styles].join(' '),
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
];

/** What nobody may put into a frame. A `<meta>` cannot say it. */
const noFrames = "frame-ancestors 'none'";

/** The policy of a page in its header; workers are let through by `script-src`. */
export function pagePolicy(inlined: Inlined): string {
  return [...page(inlined), noFrames].join('; ');
}

/** The policy of a page in a `<meta>`, for hosts that send no headers; spaces are left out. */
export function metaPolicy(inlined: Inlined): string {
  return page(inlined).join(';');
}

/** The policy of what is no page: a browser that opens it loads and runs nothing. */
export const closedPolicy = `default-src 'none'; ${noFrames}`;

/**
 * The policy of the search's worker, which alone may compile WebAssembly. A worker is under the
 * policy of its own response, not under that of the page that starts it.
 */
export const searchWorkerPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

/**
 * The policy of the worker that keeps pages: it fetches, and loads no code. WebKit holds what it passes
 * on to `worker-src` where a page asks for the script of a worker; without it the search fails there.
 */
export const offlineWorkerPolicy =
  "default-src 'none'; connect-src 'self'; worker-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].toSorted();
}
