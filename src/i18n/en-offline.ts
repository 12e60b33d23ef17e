/** Words on stored pages in English. In a file of their own, as the browser loads them. */

/** What the worker says in a page that comes from the store. */
export const notices = {
  youAreOffline: 'You are offline.',
  /** There is a line, but the site does not answer. */
  cannotBeReached: 'The site cannot be reached at the moment.',
  /** Before the day. */
  copy: 'This is the copy stored on',
  all: 'All stored pages',
  notStored: 'The page you want is not stored on this device. The stored ones are listed below.',
};

/** What the script of the page of stored pages says. */
export const storedPages = {
  storedOn: 'stored on',
  none: 'No page is stored yet.',
  forgotten: 'Nothing is stored any more.',
  failed: 'Your browser does not let this page see what is stored.',
};

/** The rest of that page. */
export const offline = {
  title: 'Stored pages',
  lead: 'Pages you open are stored on your device. You can read them without a connection.',
  description: 'The pages that are stored on your device, to read without a connection.',
  list: 'On this device',
  howTitle: 'What is stored',
  how: (most: number) =>
    `The last ${most} pages you opened. After you have used the search, also its files. All of it stays on your device; nobody else learns of it. While you are online, you get the newest page.`,
  forgetTitle: 'Forget it',
  forget: 'Forget stored pages',
  forgetMeans:
    'Takes what is stored off this device. Pages you open later are stored again. Your browser’s own history stays as it is.',
  withoutScript: 'Pages are stored only where JavaScript is on. So nothing is stored here.',
  off: 'This copy of the site stores no pages on your device.',
};
