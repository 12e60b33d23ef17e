/** Words of the page of settings, and of the links to what a reader set. */
export const settings = {
  title: 'Settings',
  lead: 'Choose colours, say where you live, or switch off a key. All are up to you: without them nothing is missing.',
  description:
    'Choose light or dark colours, let the site show you your own country first, or switch off a key.',
  withoutScript:
    'Without JavaScript nothing can be set here. Colours follow your device, and the countries are listed below.',
  colours: 'Colours',
  themes: { '': 'As on my device', light: 'Light', dark: 'Dark' },
  country: 'Where do you live?',
  countryUse: 'Explainers then lead you to what they say about your country.',
  noCountry: 'I do not say',
  keys: 'Keys',
  slash: 'The key / leads to the search box',
  slashUse:
    'Switch it off if you speak to your device and the key is pressed by mistake. Control+K, or Command+K on a Mac, still leads there.',
  slashOff: 'the key / is off',
  kept: 'Kept on this device:',
  nothing: 'No choice is kept on this device.',
  refused:
    'Your browser does not let this site keep anything. Your choice holds until you leave this page.',
  promise: (key: string) =>
    `What you choose is kept in this browser only, under the name “${key}”. It is sent to nobody.`,
  forget: 'Forget my choices',
  pages: 'The page of your country',
  remember: 'Remember my country',
  aboutCountry: (name: string) => `What ${name} promised`,
  onThisPage: (name: string) => `${name} on this page`,
};
