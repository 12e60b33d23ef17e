/** Where the links of a site lead. Used for the site itself and for a copy below a path. */
import { all, attribute, type Page, type Site } from './site.ts';

/** Attributes that hold an address. */
const addressAttributes = ['href', 'src', 'action', 'formaction', 'poster', 'data'] as const;

/** Attributes that name elements of the same page by their ids. */
const idAttributes = [
  'for',
  'list',
  'form',
  'headers',
  'popovertarget',
  'commandfor',
  'aria-activedescendant',
  'aria-controls',
  'aria-describedby',
  'aria-details',
  'aria-errormessage',
  'aria-flowto',
  'aria-labelledby',
  'aria-owns',
] as const;

/** Elements that a label can stand for. */
const labelable = 'button, input:not([type=hidden]), meter, output, progress, select, textarea';

/** Only what RFC 3986 allows in an address as it stands; anything else must be percent-encoded. */
const encodedAddress = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\dA-Fa-f]{2})*$/;

/** An address on a page. */
export interface Address {
  readonly page: Page;
  readonly element: Element;
  /** As it is written. */
  readonly value: string;
}

/** Every address on every page. */
export function addressesOn(site: Site): Address[] {
  return site.pages.flatMap((page) =>
    addressAttributes.flatMap((name) =>
      all(page.document, `[${name}]`).map((element) => ({
        page,
        element,
        value: attribute(element, name),
      })),
    ),
  );
}

/** Whether an address leads to the site itself, whatever its form. */
export function isInternal(value: string, site: Site): boolean {
  return !/^[a-z][a-z\d+.-]*:|^\/\//i.test(value) || value.startsWith(`${site.origin}/`);
}

/** Every address that leads nowhere, or is not written as it should be: `file: what, expected`. */
export function brokenAddresses(site: Site): string[] {
  const ids = new Map(site.pages.map((page) => [page.file, idsOf(page)]));

  const redirects = new Set(site.redirects.map(({ file }) => file));

  const problemWith = ({ page, value }: Address): string | undefined => {
    if (!encodedAddress.test(value)) return 'has characters that must be percent-encoded';
    if (!isInternal(value, site)) {
      return /^(https?:\/\/[^/]|mailto:)/.test(value) && URL.canParse(value)
        ? undefined
        : 'is neither http(s) nor mailto';
    }
    const local = value.startsWith(site.origin) ? value.slice(site.origin.length) : value;
    if (local.startsWith('#')) {
      return ids.get(page.file)?.has(decodeURIComponent(local.slice(1)))
        ? undefined
        : 'leads to an id that the page does not have';
    }
    if (!local.startsWith('/')) return 'is relative, expected an address from the root';
    if (!local.startsWith(site.base)) return `lacks the base, expected ${site.base}…`;

    const { pathname, hash } = new URL(local, site.origin);
    const path = decodeURIComponent(pathname).slice(site.base.length);
    const isFile = /\.[a-z\d]+$/i.test(path);
    if (!isFile && path !== '' && !path.endsWith('/')) return 'has no slash at its end';
    const file = isFile ? path : `${path}index.html`;
    if (!site.files.has(file)) return `leads to no file, expected ${file}`;
    if (redirects.has(file)) return 'leads to a page that has moved, expected its new address';
    if (hash === '') return undefined;
    return ids.get(file)?.has(decodeURIComponent(hash.slice(1)))
      ? undefined
      : `leads to an id that ${file} does not have`;
  };

  return addressesOn(site).flatMap((address) => {
    const problem = problemWith(address);
    const { page, element, value } = address;
    return problem === undefined
      ? []
      : [`${page.file}: <${element.localName}> "${value}" ${problem}`];
  });
}

/** Every attribute that names an element which is not there, or is not of the kind it must be. */
export function brokenIdReferences(site: Site): string[] {
  return site.pages.flatMap((page) => {
    const byId = new Map(all(page.document, '[id]').map((element) => [element.id, element]));
    return idAttributes.flatMap((name) =>
      all(page.document, `[${name}]`).flatMap((element) => {
        const given = attribute(element, name).split(/\s+/).filter(Boolean);
        const problems = given.flatMap((id) => {
          const target = byId.get(id);
          if (!target) return [`${name}="${id}" names an id that the page does not have`];
          if (name === 'popovertarget' && !target.hasAttribute('popover')) {
            return [`${name}="${id}" names an element without popover`];
          }
          if (name === 'for' && element.localName === 'label' && !target.matches(labelable)) {
            return [`${name}="${id}" names <${target.localName}>, expected a field`];
          }
          return [];
        });
        if (given.length === 0) problems.push(`${name} is empty, expected an id`);
        return problems.map((problem) => `${page.file}: <${element.localName}> ${problem}`);
      }),
    );
  });
}

function idsOf({ document }: Page): ReadonlySet<string> {
  return new Set(all(document, '[id]').map(({ id }) => id));
}
