/** The file `security.txt` (RFC 9116): whom to tell about a hole in this copy of the site. */

/** Where the file must lie on a host, below the base of the site. */
export const securityFile = '.well-known/security.txt';

/**
 * Until when the file may be relied on. Less than a year ahead, as the standard advises; a test fails
 * 30 days before. Whoever moves it on has first made sure that its address still reaches somebody.
 */
export const expires = '2027-11-20T00:00:00Z';

/**
 * The text of the file.
 *
 * @param contact `mailto:…` or `https://…`
 * @param canonical the address of the file itself
 * @param languages in which a message may be written, as codes
 * @returns undefined where there is nobody to write to: without a contact the standard allows no
 *   file, and says that a contact on the web must be on https
 */
export function securityText(
  contact: string | undefined,
  canonical: string,
  languages: readonly string[],
): string | undefined {
  if (contact === undefined || !/^(?:mailto:|https:)/.test(contact)) return undefined;
  return [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${canonical}`,
  ]
    .map((line) => `${line}\n`)
    .join('');
}
