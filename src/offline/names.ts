/** Names that the worker, its replacement and the page of stored pages share. */

/** The file of the worker, below the base: its place says which addresses it may serve. */
export const workerFile = 'sw.js';

/** The page that lists what is stored, below an edition's folder. */
export const offlinePage = 'offline/';

/** What lists the files of an edition's search; stands beside its lexicon. */
export const searchListFile = 'offline.json';

/** How many visited pages are kept; the least recently used goes. */
export const mostPages = 60;

/** The caches of a version of the worker. */
export interface CacheNames {
  /** Visited pages; they outlive a version. */
  readonly pages: string;
  /** Files whose names change with their content; they outlive a version, as stored pages ask for them. */
  readonly assets: string;
  /** The page of stored pages, and what it needs. */
  readonly shell: string;
  /** The search's files, all of one build. */
  readonly search: string;
}

/**
 * How the caches are called. A number at the end is the form of what is kept: another form, another
 * number, and the old cache is dropped.
 *
 * @param base the path below which the site lies, as several sites may share an origin
 * @param version of the build
 */
export function cacheNames(base: string, version: string): CacheNames {
  return {
    pages: `${base}:pages:1`,
    assets: `${base}:assets:1`,
    shell: `${base}:shell:${version}`,
    search: `${base}:search:${version}`,
  };
}

/** Whether a cache belongs to the site below a path, in whatever version. */
export function isOwnCache(name: string, base: string): boolean {
  return name.startsWith(`${base}:`);
}

/** Whether a cache holds the search of some version of the site. */
export function isSearchCache(name: string, base: string): boolean {
  return name.startsWith(`${base}:search:`);
}

/** What a stored copy carries besides the headers that it came with. */
export const marks = {
  /** When it was stored, in milliseconds since 1970. */
  stored: 'x-stored',
  /** When it was last read. */
  used: 'x-used',
  /** The title of the page, percent-encoded. */
  title: 'x-title',
} as const;
