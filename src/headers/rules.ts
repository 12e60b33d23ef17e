/**
 * The response headers of the whole site, as one list. Every rule that fits an address adds its
 * headers to the answer, and no two rules that fit one address name the same header: hosts disagree
 * on what happens then (one takes the more specific rule, another sends both).
 */
import { manifestFile, signatureFile } from '../integrity/manifest.ts';
import { workerFile } from '../offline/names.ts';
import {
  closedPolicy,
  offlineWorkerPolicy,
  pagePolicy,
  searchWorkerPolicy,
  together,
  type Inlined,
} from './policy.ts';

/** Headers for some addresses. */
export interface HeaderRule {
  /** An address with the base, or with `*` at its end all that begin so: `/facts/*`. */
  readonly path: string;
  /** By name, as it is usually written. */
  readonly headers: Readonly<Record<string, string>>;
}

/** A built site, as far as its headers depend on it. */
export interface BuiltFiles {
  /** The path below which the site lies, with a slash at both ends. */
  readonly base: string;
  /** Every file, with `/` between folders. */
  readonly files: readonly string[];
  /** What a page has written into itself. */
  readonly inlined: (file: string) => Inlined;
}

/**
 * What a page could ask a device for. The site asks for nothing but to copy and to share, when a
 * reader presses a button for it. Only names that browsers agree on: they complain about others.
 */
const denied = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'compute-pressure',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'sync-xhr',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** What every answer has. */
const everywhere = {
  'Strict-Transport-Security': 'max-age=63072000',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy': denied.map((feature) => `${feature}=()`).join(', '),
};

/** How long an answer may be used again without asking. */
const cache = {
  /** Kept, but asked for at every use: what a reader sees is never older than the site. */
  ask: 'no-cache',
  /** Preview images, which others show: they may be a day old. */
  day: 'public, max-age=86400',
  /** Files whose names change with their content. */
  forever: 'public, max-age=31536000, immutable',
};

const searchWorker = 'pagefind/pagefind-worker.js';

/** Names that change with the content, in the folder of the search. */
const hashedInSearch = /^pagefind\/(?:fragment|index)\/|_[\da-f]{6,}\.pf_meta$/;

/**
 * The headers of a site: one rule for all, then one for each file and folder of the top level, and
 * for each of the search. A folder's pages share a policy, which names what any of them has written
 * into itself; the `<meta>` of each page narrows it to that page.
 */
export function headerRules({ base, files, inlined }: BuiltFiles): HeaderRule[] {
  // Written when everything else is there, this list included.
  const all = [...new Set([...files, workerFile, manifestFile, signatureFile])].toSorted();
  const rule = (path: string, policy: string, cacheControl: string): HeaderRule => ({
    path: base + path,
    headers: { 'Content-Security-Policy': policy, 'Cache-Control': cacheControl },
  });
  const policyOf = (within: readonly string[]) => {
    const pages = within.filter((file) => file.endsWith('.html'));
    if (pages.length === 0) return closedPolicy;
    return pagePolicy(together(pages.map(inlined)));
  };
  const places = Map.groupBy(
    all.filter((file) => !isForHosts(file)),
    placeOf,
  );
  return [
    { path: `${base}*`, headers: everywhere },
    ...[...places].flatMap(([place, within]) => {
      const [first = ''] = within;
      if (place === 'index.html') {
        return ['', place].map((path) => rule(path, policyOf(within), cache.ask));
      }
      if (place === searchWorker) return [rule(place, searchWorkerPolicy, cache.ask)];
      if (place === workerFile) return [rule(place, offlineWorkerPolicy, cache.ask)];
      const isForever = place.startsWith('_assets/') || hashedInSearch.test(first);
      const keep = isForever ? cache.forever : place.startsWith('cards/') ? cache.day : cache.ask;
      return [rule(place, policyOf(within), keep)];
    }),
  ];
}

/** The rule that a file falls under: itself, or the folder it is in. */
function placeOf(file: string): string {
  const parts = file.split('/');
  const depth = parts[0] === 'pagefind' ? 2 : 1;
  return parts.length > depth ? `${parts.slice(0, depth).join('/')}/*` : file;
}

/** Whether a file is read by hosts and served by none. */
function isForHosts(file: string): boolean {
  return file === '_headers' || file === '_redirects';
}
