/** What a finished page gets last: the policy of exactly this page, and hashes of its scripts. */
import { hashOf, inlinedIn, metaPolicy } from './policy.ts';

/** After it the policy may stand: what comes before it in a page is under no policy. */
const charset = '<meta charset="utf-8">';

/** Where Astro writes one style after another; a policy needs 51 bytes for each. */
const between = '</style><style>';

/**
 * A page with its policy, for hosts that send no headers, and with the hash of each script that it
 * loads, so that a mirror cannot change one and not the other. Styles that follow each other become one.
 *
 * @param html as Astro writes it
 * @param scriptAt the content of the script at an address
 * @throws Error where there is no place for the policy, or where it is sealed already
 */
export function sealed(html: string, scriptAt: (address: string) => Uint8Array): string {
  const place = html.indexOf(charset);
  if (place < 0 || /<(script|style|link)\b/.test(html.slice(0, place))) {
    throw new Error(`A page does not begin its head with ${charset}.`);
  }
  if (html.includes('http-equiv="content-security-policy"')) {
    throw new Error('A page has a policy already.');
  }
  const joined = html.replaceAll(between, '');
  const hashed = joined.replace(
    /<script\b([^>]*?) src="([^"]+)"/g,
    (_, before: string, address: string) =>
      `<script${before} src="${address}" integrity="${hashOf(scriptAt(address))}"`,
  );
  const head =
    `<meta http-equiv="content-security-policy" content="${metaPolicy(inlinedIn(joined))}">` +
    '<meta name="referrer" content="same-origin">';
  return hashed.replace(charset, charset + head);
}
