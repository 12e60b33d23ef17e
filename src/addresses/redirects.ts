/** Addresses that moved: the rules of `src/redirects.yaml`, and what hosts and pages make of them. */
import { ContentError, type Problem } from '../ledger/problems.ts';
import { parseYaml } from '../ledger/yaml.ts';

/** Where the rules stand, as it is shown to writers. */
export const redirectsFile = 'src/redirects.yaml';

/** An address of the site without its base: `explainers/is-it-nato/#who`. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
  /** The line of the rule. */
  readonly line: number;
}

/** A page (`terms/backstop/`, nothing for the home page), and a place on it. */
const address = /^(?:[a-z0-9-]+\/)*(?:#[A-Za-z0-9_-]+)?$/;

/** The page of an address, and the place on it. */
export function splitAddress(of: string): { page: string; fragment: string | undefined } {
  const [page = '', fragment] = of.split('#');
  return { page, fragment };
}

/**
 * Reads the rules.
 *
 * @throws ContentError where the file is no YAML, an address is badly written, or a rule leads to
 *   an address that moved itself: so there is neither a loop nor a chain
 */
export function parseRedirects(text: string): Redirect[] {
  const yaml = parseYaml(text, redirectsFile);
  const lineOf = (from: string) => yaml.lineOf([from]);
  if (typeof (yaml.value ?? {}) !== 'object' || Array.isArray(yaml.value)) {
    throw new ContentError([
      {
        file: redirectsFile,
        line: 1,
        message: 'The file holds no rules.',
        remedy: 'Write old: new.',
      },
    ]);
  }
  const rules = Object.entries((yaml.value ?? {}) as Record<string, unknown>).map(([from, to]) => ({
    from,
    to: typeof to === 'string' ? to : '',
    line: lineOf(from),
  }));
  const moved = new Set(rules.map(({ from }) => from));
  const problems = rules.flatMap(({ from, to, line }): Problem[] => {
    const problem = (message: string, remedy: string) => ({
      file: redirectsFile,
      line,
      message,
      remedy,
    });
    const misspelt = [from, to].find((one) => one === '' || !address.test(one));
    if (misspelt !== undefined) {
      return [
        problem(
          `"${misspelt}" is not an address of a page.`,
          'Write it as terms/backstop/ or terms/backstop/#sources.',
        ),
      ];
    }
    const { page } = splitAddress(to);
    const again = [to, page].find((one) => one !== '' && moved.has(one));
    if (again !== undefined) {
      return [
        problem(
          `"${from}" leads to "${to}", but "${again}" has moved itself.`,
          'Let each old address lead straight to one that exists.',
        ),
      ];
    }
    return [];
  });
  if (problems.length > 0) throw new ContentError(problems);
  return rules;
}

/** The rules for whole pages. */
export function movedPages(rules: readonly Redirect[]): Redirect[] {
  return rules.filter(({ from }) => splitAddress(from).fragment === undefined);
}

/** The places of a page that moved, each with the old id and the new address. */
export function movedFrom(rules: readonly Redirect[], page: string): { id: string; to: string }[] {
  return rules.flatMap(({ from, to }) => {
    const { page: old, fragment } = splitAddress(from);
    return old === page && fragment !== undefined ? [{ id: fragment, to }] : [];
  });
}

/**
 * The rules for hosts that read `_redirects` (Netlify, Cloudflare Pages). Places on pages are not
 * among them: a browser keeps them to itself.
 *
 * @param base `/` or `/guarantees/`
 */
export function redirectsForHosts(rules: readonly Redirect[], base: string): string {
  return movedPages(rules)
    .map(({ from, to }) => `${base}${from} ${base}${to} 301\n`)
    .join('');
}

/**
 * Rules that do not fit the site: those that lead nowhere, and those whose old address is still there.
 *
 * @param has whether the site has an address, redirects not counted
 */
export function misfits(rules: readonly Redirect[], has: (address: string) => boolean): Problem[] {
  return rules.flatMap(({ from, to, line }): Problem[] => [
    ...(has(to)
      ? []
      : [
          {
            file: redirectsFile,
            line,
            message: `"${from}" leads to "${to}", which the site does not have.`,
            remedy: 'Name an address that exists.',
          },
        ]),
    ...(has(from)
      ? [
          {
            file: redirectsFile,
            line,
            message: `"${from}" is said to have moved, but the site still has it.`,
            remedy: 'Remove the rule or the page.',
          },
        ]
      : []),
  ]);
}
