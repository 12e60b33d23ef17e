/** Words on genuine copies in English. In a file of their own, as the browser loads a part of them. */

/** What the script of the page says. */
export const pageChecks = {
  checking: 'Checking…',
  pages: {
    same: 'This page is as the list of this copy says.',
    differs:
      'This page is not as the list says. It was changed after the list was made, or on its way to you.',
    unlisted: 'This page is not on the list, so it is not part of the site.',
    gone: 'This page is on the list, but the server does not have it.',
    elsewhere: 'This is not an address of this copy. Only its own pages can be checked here.',
    unreachable: 'The server cannot be reached. Nothing was checked.',
    unknown: 'The page could not be checked.',
  },
  lists: {
    signed: (on: string) => `The list is signed with the key below (${on}).`,
    wrong: 'The signature of the list is wrong. Do not trust this copy.',
    unsigned: 'The list is not signed. Whoever changes a page can change the list too.',
    'no-key': 'The list is signed, but this copy names no key to check it with.',
    'no-ed25519':
      'Your browser cannot check the signature of the list: it lacks Ed25519. A newer one can.',
    missing: 'This copy has no list. It is not whole.',
    broken: 'The list or its signature is broken. Do not trust this copy.',
    insecure: 'Browsers check only on a safe connection: an address that begins with https.',
  },
  ofList: 'Fingerprint of the list:',
  ofText: 'Fingerprint of the explainer:',
  caution:
    'A forged copy can also forge this check. Compare the key or the fingerprints elsewhere.',
};

/** The rest of that page. */
export const genuine = {
  title: 'Is this copy genuine?',
  check: 'Check a page',
  address: 'Address of a page of this site',
  button: 'Check',
  means:
    'Your browser gets the page and the list of all files, and compares them. What you check is told to nobody else.',
  withoutScript: 'This check needs JavaScript. Without it, use the commands below.',
  key: 'The key of this copy',
  signed:
    'The list of this copy is meant to be signed with this key. The check above tells whether it is.',
  compare:
    'Compare these characters with the key on another device, at an address you know, or on paper. If they differ, one of the copies is not from this publisher.',
  unsigned:
    'This copy is not signed: its publisher has set no key. So nothing on it can prove that it is genuine.',
  commands: 'Check it by commands',
  list: 'The list of all files',
  commandsMean:
    'These commands use no code of ours. The first checks each file of a downloaded copy, the second the signature of its list. The last works out the fingerprint of one explainer: it is the first 16 characters.',
  /** What stands for a part that a reader must fill in. */
  noKey: 'THE-KEY',
};
