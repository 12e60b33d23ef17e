/**
 * What an operator sets, and what the site says of itself. The one place for addresses, names and
 * dates that belong to the site as a whole.
 */
import { parsePublicKey } from './integrity/signature.ts';

/** The environment variables an operator may set, each with its default. */
const defaults = {
  /** The public address, without a path. */
  SITE_URL: 'https://guarantees.example',
  /** The path below which the site lies, with a slash at both ends. */
  BASE_PATH: '/',
  /** Who publishes this copy. */
  PUBLISHER: 'the Guarantees Explained project',
  /** `yes` where the publisher is not a government, a party or a company. Asked only if PUBLISHER is set. */
  INDEPENDENT: '',
  /** Where to write about a mistake: an e-mail address or a web address. Empty where there is none. */
  CONTACT: '',
  /** Where the source of the site is kept. Empty where it is not public. */
  REPOSITORY: '',
  /** `off` ends the keeping of pages on readers' devices: see docs/offline.md. */
  OFFLINE: 'on',
  /** The public key with which this copy is signed: see docs/integrity.md. Empty where it is not. */
  PUBLIC_KEY: '',
};

/** Settings of this copy of the site, validated. */
export interface SiteSettings {
  /** `https://guarantees.example`, without a slash at the end. */
  readonly origin: string;
  /** `/` or `/guarantees/`. */
  readonly base: string;
  readonly publisher: string;
  /** Whether the site may say that it is not the site of a government, a party or a company. */
  readonly independent: boolean;
  /** An address for links: `mailto:…` or `https://…`; undefined where none is set. */
  readonly contact: string | undefined;
  readonly repository: string | undefined;
  /** Whether visited pages are kept on readers' devices. */
  readonly keepsPages: boolean;
  /** The key to check this copy with; undefined where nobody signs it. */
  readonly publicKey: string | undefined;
}

/**
 * Reads the settings from environment variables.
 *
 * @throws Error in one sentence, where a value cannot be used
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): SiteSettings {
  const value = (name: keyof typeof defaults) => env[name]?.trim() || defaults[name];
  const address = value('SITE_URL');
  if (!URL.canParse(address) || !/^https?:/.test(address)) {
    throw new Error(`SITE_URL must be an address such as ${defaults.SITE_URL}, not "${address}".`);
  }
  const url = new URL(address);
  if (url.search !== '' || url.hash !== '') {
    throw new Error(`SITE_URL must be an address without "?" and "#", not "${address}".`);
  }
  if (url.pathname !== '/') {
    throw new Error(`SITE_URL must have no path; put "${url.pathname}" into BASE_PATH.`);
  }
  const base = `/${value('BASE_PATH')}/`.replace(/\/{2,}/g, '/');
  if (!/^\/((?!\.{1,2}\/)[\w.~-]+\/)*$/.test(base)) {
    throw new Error(`BASE_PATH must be a path such as /guarantees/, not "${base}".`);
  }
  const offline = value('OFFLINE');
  if (offline !== 'on' && offline !== 'off') {
    throw new Error(`OFFLINE must be "on" or "off", not "${offline}".`);
  }
  const contact = value('CONTACT');
  const publicKey = value('PUBLIC_KEY');
  return {
    origin: url.origin,
    base,
    publisher: value('PUBLISHER'),
    independent: value('PUBLISHER') === defaults.PUBLISHER || value('INDEPENDENT') === 'yes',
    contact: contact === '' ? undefined : contactAddress(contact),
    repository: value('REPOSITORY') || undefined,
    keepsPages: offline === 'on',
    publicKey: publicKey === '' ? undefined : keyOrThrow(publicKey),
  };
}

function contactAddress(contact: string): string {
  if (/^(https?:|mailto:)/.test(contact)) return contact;
  if (/^[^\s@/]+@[^\s@/]+$/.test(contact)) return `mailto:${contact}`;
  throw new Error(`CONTACT must be an e-mail address or a web address, not "${contact}".`);
}

function keyOrThrow(text: string): string {
  try {
    return parsePublicKey(text).text;
  } catch (cause) {
    throw new Error(`PUBLIC_KEY cannot be used: ${(cause as Error).message}`, { cause });
  }
}

export const settings = readSettings(process.env);

/** The day of the Paris Declaration and of the Declaration of Intent. */
export const declarationDate = '2026-01-06';

/** The date of the newest source: the site knows of nothing later. */
export const newestSource = '2026-07-05';

/** The day on which words and facts of the whole site were last compared. */
export const siteChecked = '2026-11-26';
