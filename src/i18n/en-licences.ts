/** The words of the file of licences, which is one for the whole site: English, as licences are. */
export const licenceWords = {
  title: 'LICENCES',
  published: 'Parts of this site are by others. What of theirs is in it, and on what terms:',
  tools: 'Used to build and test the site. Nothing of these is in it:',
  uses: {
    letters: 'Its letters are drawn in the preview images (cards/).',
    search: 'The index of the search, and the program that reads it (pagefind/).',
    stems: 'Stems of English words, in the script of the search.',
    ordinary:
      'Ordinary words, which the search does not take for misspelt ones (search/lexicon.json). They come from SCOWL.',
  },
} as const;
