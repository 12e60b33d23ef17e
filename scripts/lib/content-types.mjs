// @ts-check
/**
 * What each kind of file of the site is sent as: for the site's own server, for nginx, and for the
 * command that compresses. One list, so that they agree.
 */
import { extname } from 'node:path';

/** By ending; whatever is not here (Pagefind's files) is plain bytes. */
export const typesByEnding = {
  '.bib': 'application/x-bibtex; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.minisig': 'text/plain; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.sha256': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.zip': 'application/zip',
};

/** By the end of the whole path, where the ending says too little. */
export const typesByName = {
  '/cite.json': 'application/vnd.citationstyles.csl+json',
  '/feed.json': 'application/feed+json',
  '/feed.xml': 'application/rss+xml; charset=utf-8',
  '/opensearch.xml': 'application/opensearchdescription+xml; charset=utf-8',
  '.schema.json': 'application/schema+json',
};

export const unknownType = 'application/octet-stream';

/**
 * The content type of a file.
 *
 * @param {string} path with `/` between folders
 * @returns {string}
 */
export function contentType(path) {
  const whole = `/${path}`;
  const named = Object.entries(typesByName).find(([end]) => whole.endsWith(end));
  /** @type {Readonly<Record<string, string>>} */
  const types = typesByEnding;
  return named?.[1] ?? types[extname(path)] ?? unknownType;
}

/**
 * Whether a host makes a file smaller by compressing it. What is unknown is left alone: the search's
 * files are packed already.
 *
 * @param {string} path
 */
export function isCompressible(path) {
  return /^(text\/|image\/(svg|x-icon)|application\/(?!octet|zip|wasm))/.test(contentType(path));
}
