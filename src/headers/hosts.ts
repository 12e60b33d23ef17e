/** The list of headers in the languages of hosts. */
import type { HeaderRule } from './rules.ts';

/** The most rules, and the longest line, that Cloudflare Pages reads. */
const limits = { rules: 100, line: 2000 };

/**
 * The file `_headers` of Netlify and Cloudflare Pages, which the site's own server reads as well.
 *
 * @throws Error where it is more than they read: they would leave out the rest in silence
 */
export function headersFile(rules: readonly HeaderRule[]): string {
  if (rules.length > limits.rules) {
    throw new Error(`There are ${rules.length} rules for headers; hosts read ${limits.rules}.`);
  }
  const lines = rules.flatMap(({ path, headers }) => [
    path,
    ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
  ]);
  const long = lines.find((line) => line.length > limits.line);
  if (long) throw new Error(`This line of _headers is too long for hosts: ${long}`);
  return lines.map((line) => `${line}\n`).join('');
}

/** The list in the language of nginx. */
export interface NginxHeaders {
  /** What chooses each value by the address, for the `http` block. */
  readonly maps: string;
  /**
   * What adds the headers, for the `server` block. It must be the only place that adds any: nginx
   * drops these in every block that has an `add_header` of its own.
   */
  readonly added: string;
}

/**
 * The same for nginx.
 *
 * @param prefix of its variables, so that one nginx can serve several sites: letters, digits and `_`
 * @throws Error where a value would be read as something else
 */
export function nginxHeaders(rules: readonly HeaderRule[], prefix = 'site'): NginxHeaders {
  const names = [...new Set(rules.flatMap(({ headers }) => Object.keys(headers)))];
  const variable = (name: string) => `$${prefix}_${name.toLowerCase().replaceAll('-', '_')}`;
  const all = names.map((name) => {
    const given = rules.flatMap(({ path, headers: { [name]: value } }) =>
      value === undefined ? [] : [{ path, value: quoted(value) }],
    );
    const [only, ...others] = given;
    // What every answer has is not looked up for each.
    if (only?.path === '/*' && others.length === 0) return { name, value: `"${only.value}"` };
    const cases = [...Map.groupBy(given, ({ value }) => value)].map(
      ([value, same]) =>
        `  "~^(?:${same.map(({ path }) => pattern(path)).join('|')})" "${value}";\n`,
    );
    // No header where the value is empty.
    const map = `map $uri ${variable(name)} {\n  default "";\n${cases.join('')}}\n`;
    return { name, value: variable(name), map };
  });
  return {
    maps: all.flatMap(({ map = [] }) => map).join('\n'),
    added: all.map(({ name, value }) => `add_header ${name} ${value} always;\n`).join(''),
  };
}

/**
 * A pattern rather than a plain text, for which nginx would need larger tables. No address fits the
 * patterns of two rules with the same header, so their order says nothing.
 */
function pattern(path: string): string {
  const plain = path.replace(/\*$/, '').replace(/[.+?^${}()|[\]\\*]/g, '\\$&');
  return path.endsWith('*') ? plain : `${plain}$`;
}

function quoted(value: string): string {
  if (/[$\n]/.test(value)) throw new Error(`nginx would read a variable in "${value}".`);
  return value.replace(/["\\]/g, '\\$&');
}
