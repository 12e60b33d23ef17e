/** What the search of an edition knows before it asks Pagefind. */
import type { APIRoute } from 'astro';
import type { Edition } from '../../../i18n/languages.ts';
import { editionPaths } from '../../../i18n/paths.ts';
import { languageOfSearch } from '../../../search/languages/languages.ts';
import { askedElsewhere } from '../../../search/languages/elsewhere.ts';
import { ordinaryWords } from '../../../search/languages/ordinary.ts';
import { createLexicon } from '../../../search/lexicon.ts';
import { placesOf } from '../../../search/places.ts';

export const getStaticPaths = editionPaths;

export const GET: APIRoute<{ language: Edition }> = ({ props: { language } }) => {
  const lexicon = createLexicon(placesOf(language), languageOfSearch(language), {
    common: ordinaryWords(language),
    elsewhere: askedElsewhere(language),
  });
  return new Response(JSON.stringify(lexicon), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
};
