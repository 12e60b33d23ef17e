/** Words of sharing in English. In a file of their own, as the browser loads them. */
export const share = {
  copy: 'Copy link',
  sheet: 'Share…',
  copyText: 'Copy link to this text',
  copied: 'Link copied.',
  copiedSection: (title: string) => `Link to “${title}” copied.`,
  copiedText: 'Link to this text copied.',
  notCopied: (address: string) => `Your browser did not copy it. The link is ${address}`,
};
