/** The configuration of nginx for a built site: as text, from what the build wrote for hosts. */
import { createHash } from 'node:crypto';
import { typesByEnding, typesByName, unknownType } from '../../scripts/lib/content-types.mjs';
import { nginxHeaders } from '../headers/hosts.ts';
import type { HeaderRule } from '../headers/rules.ts';

/** An address that moved, as nginx is to lead on from it. */
export interface HostRedirect {
  readonly from: string;
  readonly to: string;
  readonly status: number;
}

/** What the operator chose. */
export interface NginxChoices {
  /** The names under which the site is asked for; the first is the one it calls itself. */
  readonly names: readonly string[];
  /**
   * The folder that belongs to the address `/`. Below a base path, the site lies in the folder of
   * that name within it.
   */
  readonly root: string;
  /** Files of the certificate and its key; without them the site is served without encryption. */
  readonly tls?: { readonly certificate: string; readonly key: string };
  /** Whether the module that sends `.br` files is there. Without it, nginx would not start. */
  readonly brotli: boolean;
  /** Where to listen instead of on the usual ports: `127.0.0.1:8080`. */
  readonly listen?: string;
}

/** A built site, as its files for hosts describe it. */
export interface HostedSite {
  /** With a slash at both ends. */
  readonly base: string;
  readonly rules: readonly HeaderRule[];
  readonly redirects: readonly HostRedirect[];
}

/**
 * The base of a site, which begins the first rule of its headers.
 *
 * @throws Error where there is no such rule
 */
export function baseOf(rules: readonly HeaderRule[]): string {
  const base = /^(\/(?:.+\/)?)\*$/.exec(rules[0]?.path ?? '')?.[1];
  if (base === undefined) throw new Error('The file _headers does not begin with a rule for all.');
  return base;
}

/**
 * Reads the rules of a file `_redirects`: old address, new address and status on a line.
 *
 * @throws Error where a line is something else
 */
export function parseHostRedirects(text: string): HostRedirect[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, from, to, status] = /^(\/\S*) (\/\S*) (30[1278])$/.exec(line) ?? [];
      if (from === undefined || to === undefined || status === undefined) {
        throw new Error(`_redirects: "${line}" is not an old address, a new one and a status.`);
      }
      return { from, to, status: Number(status) };
    });
}

/**
 * The configuration, to be included in the `http` block of nginx.
 *
 * @throws Error where a choice cannot stand in it
 */
export function nginxConfig(
  { names, root, tls, brotli, listen }: NginxChoices,
  { base, rules, redirects }: HostedSite,
): string {
  const [name = ''] = names;
  if (name === '' || !names.every((one) => /^[A-Za-z\d_-][A-Za-z\d._-]*$/.test(one))) {
    throw new Error(`"${names.join(' ')}" is not a list of names such as example.org.`);
  }
  // Short, because nginx refuses long names of variables; and another for each site that it serves.
  const prefix = `s${createHash('sha256').update(name).update(base).digest('hex').slice(0, 6)}`;
  const { maps, added } = nginxHeaders(rules, prefix);
  const ports = (plain: string, more = '') =>
    (listen === undefined ? [plain, `[::]:${plain}`] : [listen])
      .map((port) => `  listen ${port}${more};\n`)
      .join('');
  const secure =
    tls &&
    `${ports('443', ' ssl http2')}
  ssl_certificate ${text(tls.certificate)};
  ssl_certificate_key ${text(tls.key)};
  ssl_protocols TLSv1.2 TLSv1.3;
  ssl_session_cache shared:${prefix}_tls:10m;
  ssl_session_timeout 1d;
`;
  const elsewhere =
    tls && listen === undefined
      ? `# Whoever comes without encryption is sent on.
server {
${ports('80')}  server_name ${names.join(' ')};
  return 301 https://${name}$request_uri;
}

`
      : '';
  return `# Made by "npm run deploy:nginx" for one build of the site: the headers hold hashes of what its
# pages have written into themselves. Make it anew for the next build, and reload nginx.
# To be included in the http block, as /etc/nginx/conf.d/*.conf is.

${maps}
${elsewhere}server {
${secure ?? ports('80')}  server_name ${names.join(' ')};
  root ${text(root)};
  index index.html;

  # The site promises its readers not to watch them, and a log of visits is a list of readers.
  access_log off;
  log_not_found off;
  server_tokens off;

${indented(added)}
  # What the type of a file is stands here and nowhere else.
  types {
${Object.entries(typesByEnding)
  .map(([ending, type]) => `    ${plain(type)} ${ending.slice(1)};\n`)
  .join('')}  }
  default_type ${unknownType};
  charset utf-8;
  charset_types ${typesWhere((type) => type.includes('charset'))};

  # Forms beside the files ("npm run precompress") are sent as they are; what has none is
  # compressed on the way.
${brotli ? '  brotli_static on;\n' : ''}  gzip_static on;
  gzip on;
  gzip_min_length 500;
  gzip_proxied any;
  gzip_vary on;
  gzip_types ${typesWhere((type) => /^text\/|json|xml/.test(type))};

  sendfile on;
  tcp_nopush on;
  open_file_cache max=5000 inactive=60s;
  open_file_cache_valid 5s;

  # Addresses are led on below the same name, whatever port nginx is reached by.
  absolute_redirect off;
  autoindex off;
  # A folder without a page is not there either.
  error_page 403 404 =404 ${base}404.html;

  # For hosts only; a repository in which somebody keeps the site; unfinished files.
  location = ${base}_headers { return 404; }
  location = ${base}_redirects { return 404; }
  location ~ "/\\.(?!well-known/)|\\.unfinished$" { return 404; }

${Object.entries(typesByName)
  .map(
    ([end, type]) =>
      `  location ~ "${end.replaceAll('.', '\\.')}$" { types { } default_type ${plain(type)}; }\n`,
  )
  .join('')}${base === '/' ? '' : `\n  location = / { return 307 ${base}$is_args$args; }\n`}${
    redirects.length === 0 ? '' : `\n  # Addresses that moved.\n${redirects.map(moved).join('')}`
  }}
`;
}

/** Both forms of an old address, with and without the slash at its end. */
function moved({ from, to, status }: HostRedirect): string {
  const [page = '', fragment] = to.split('#');
  const place = fragment === undefined ? '' : `#${fragment}`;
  return [...new Set([from, from.replace(/(.)\/$/, '$1')])]
    .map(
      (old) =>
        `  location = ${text(old)} { return ${status} "${safe(page)}$is_args$args${safe(place)}"; }\n`,
    )
    .join('');
}

/** Types without their character set, but for that of pages, which nginx adds to each list itself. */
function typesWhere(fits: (type: string) => boolean): string {
  const all = [...Object.values(typesByEnding), ...Object.values(typesByName)];
  return [...new Set(all.filter(fits).map(plain))].filter((type) => type !== 'text/html').join(' ');
}

/** A type without its character set: nginx has another place for that. */
function plain(type: string): string {
  return type.replace(/;.*$/, '');
}

function indented(lines: string): string {
  return lines.replace(/^(?=.)/gm, '  ');
}

/** A word of the configuration. */
function text(word: string): string {
  return /^[\w./:+-]+$/.test(word) ? word : `"${safe(word)}"`;
}

function safe(word: string): string {
  if (/["$\\\n]/.test(word)) throw new Error(`nginx would read "${word}" as something else.`);
  return word;
}
