/** The file that says by whom the site's parts are, and under which licences. */
import { licenceWords as words } from '../i18n/en-licences.ts';
import type { Shipped } from './shipped.ts';

/** Where the file lies, below the base. */
export const licencesFile = 'licences.txt';

/** A package as the lock file has it. */
export interface Locked {
  readonly name: string;
  readonly version: string;
  /** As its authors write it: an SPDX expression. */
  readonly licence: string;
}

/** A package of which something is published, with the text that must go with it. */
export interface Noticed extends Locked {
  readonly use: string;
  readonly text: string;
}

/** The part of package-lock.json that is read. */
export interface LockFile {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string;
        readonly license?: string;
        readonly dependencies?: Readonly<Record<string, string>>;
        readonly devDependencies?: Readonly<Record<string, string>>;
      }
    >
  >;
}

/**
 * The packages that the project itself asks for, sorted by name.
 *
 * @throws Error where one has no version or no licence
 */
export function askedFor({ packages }: LockFile): Locked[] {
  const { dependencies = {}, devDependencies = {} } = packages[''] ?? {};
  return Object.keys({ ...dependencies, ...devDependencies })
    .toSorted()
    .map((name) => {
      const { version, license } = packages[`node_modules/${name}`] ?? {};
      if (!version || !license) throw new Error(`package-lock.json has no licence of "${name}".`);
      return { name, version, licence: license };
    });
}

/**
 * The packages of which something is published, with their notices.
 *
 * @param read the text of a file of a package
 * @throws Error where the project does not ask for one, or where its notice is missing
 */
export function withNotices(
  packages: readonly Locked[],
  shipped: readonly Shipped[],
  read: (name: string, file: string) => string,
): Noticed[] {
  return shipped.map(({ name, use, notice }) => {
    const found = packages.find((one) => one.name === name);
    if (!found) throw new Error(`"${name}" is published, but package.json does not ask for it.`);
    const text = read(name, notice).replaceAll('\r\n', '\n').trim();
    if (text === '') throw new Error(`The notice of "${name}", ${notice}, is empty.`);
    return { ...found, use, text };
  });
}

const title = ({ name, version, licence }: Locked) => `${name} ${version} (${licence})`;

const line = '-'.repeat(72);

/**
 * The file as a text.
 *
 * @param own what the licence of the site itself is, in one line
 */
export function licencesText(
  own: string,
  published: readonly Noticed[],
  packages: readonly Locked[],
): string {
  const names = new Set(published.map(({ name }) => name));
  const tools = packages.filter(({ name }) => !names.has(name));
  return [
    words.title,
    own,
    words.published,
    ...published.map((one) => `${line}\n${title(one)}\n${one.use}\n\n${one.text}`),
    `${line}\n${words.tools}`,
    tools.map((one) => `  ${title(one)}`).join('\n'),
  ]
    .map((part) => `${part}\n`)
    .join('\n');
}

/** The package that a module of a bundle belongs to; undefined for the project's own. */
export function packageOf(module: string): string | undefined {
  const [, name] =
    /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(module.replaceAll('\\', '/')) ?? [];
  return name;
}
