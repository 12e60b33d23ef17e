/** The places of an edition in a ledger, for the file that the search loads. Knows no Astro, so benches use it. */
import { factsOfCountry } from '../countries/stances.ts';
import { addressesOf, countrySlug } from '../i18n/addresses.ts';
import { formatDate } from '../i18n/dates.ts';
import type { Edition } from '../i18n/languages.ts';
import { wordsOf } from '../i18n/words.ts';
import type { ExplainerRecord, Ledger } from '../ledger/ledger.ts';
import type { Country, Fact } from '../ledger/schemas.ts';
import { outlineOfRecord, type Outline } from '../markdown/outline.ts';
import { sentencesOf } from '../prose/sentences.ts';
import { siteChecked } from '../site.ts';
import { languageOfSearch } from './languages/languages.ts';
import type { PlaceWithText } from './lexicon.ts';
import { wordsIn } from './words.ts';

/** How much of a section is shown as its answer at most, in characters. A sentence is not cut. */
const longestLead = 160;

/** Sections that say what nobody can answer. */
const notAnswering: ReadonlySet<string> = new Set(['not-known']);

/** Every place of an edition that answers something. */
export function placesIn(ledger: Ledger, language: Edition): PlaceWithText[] {
  const to = addressesOf(language);
  const { countries, site } = wordsOf(language);
  const checked = formatDate(language, siteChecked);
  return [
    ...ledger.explainers
      .filter((explainer) => explainer.language === language)
      .flatMap((explainer) => explainerPlaces(ledger, language, explainer)),
    ...ledger.terms.map(({ id, words }) => ({
      kind: 'term' as const,
      url: to.record('terms', id),
      title: words[language].term,
      wordings: [
        words[language].term,
        ...words[language].also,
        ...(words[language].alsoAsked ?? []),
      ],
      lead: words[language].definition,
      text: '',
      checked,
    })),
    ...ledger.claims.map(({ id, words }) => ({
      kind: 'claim' as const,
      url: to.record('claims', id),
      title: words[language].question,
      wordings: [words[language].question, ...(words[language].alsoAsked ?? [])],
      lead: words[language].truth,
      text: `${words[language].claim} ${words[language].why}`,
    })),
    ...ledger.countries
      .filter(({ kind }) => kind === 'country')
      .map((country) => ({
        kind: 'country' as const,
        url: to.record('countries', countrySlug(country.words.en.name)),
        title: country.words[language].name,
        wordings: [
          country.words[language].name,
          ...namesOf(language, country.words[language].name),
          ...countries.askedAs(country.words[language].name),
        ],
        lead: country.words[language].role,
        text: statementsOf(ledger, country)
          .map(({ words }) => words[language].statement)
          .join(' '),
      })),
    {
      kind: 'page',
      url: to.page('about'),
      title: wordsOf(language).sections.about,
      wordings: wordsOf(language).about.askedAs,
      lead: site.description,
      text: '',
    },
  ];
}

/** Every fact on a country's page. */
function statementsOf(ledger: Ledger, country: Country): Fact[] {
  const { commitments, others, decision, citizens } = factsOfCountry(country, ledger.facts);
  return [...commitments, ...others, ...decision, ...citizens];
}

/** What else readers call a country, its people and its leaders. */
function namesOf(language: Edition, name: string): readonly string[] {
  const { families } = languageOfSearch(language);
  const plain = wordsIn(name, languageOfSearch(language)).join(' ');
  return families.find((family) => family.includes(plain)) ?? [];
}

/** An article as a whole, and each of its sections that answers a question of its own. */
function explainerPlaces(
  ledger: Ledger,
  language: Edition,
  explainer: ExplainerRecord,
): PlaceWithText[] {
  const { slug, data } = explainer;
  const url = addressesOf(language).record('explainers', slug);
  const outline = outlineOfRecord(explainer);
  const wordingsOf = (section: string | undefined) =>
    data.answers
      .filter((answer) => answer.section === section)
      .map(({ question }) => ledger.question(question).words[language])
      .flatMap(({ plain, variants, alsoAsked = [] }) => [plain, ...variants, ...alsoAsked]);
  const place = {
    kind: 'explainer' as const,
    title: data.title,
    checked: formatDate(language, data.checked),
  };
  return [
    {
      ...place,
      url,
      wordings: [data.title, ...wordingsOf(undefined), ...data.aliases],
      lead: data.answer,
      text: [...data.keyFacts.map(({ text = '' }) => text), textOf(outline, undefined)].join(' '),
    },
    ...outline.headings
      .filter(({ depth, id }) => depth === 2 && id !== undefined && !notAnswering.has(id))
      .map(({ id, text }) => ({
        ...place,
        url: `${url}#${id}`,
        section: text,
        wordings: [text, ...wordingsOf(id)],
        lead: beginningOf(textOf(outline, id)),
        text: textOf(outline, id),
      })),
  ];
}

function textOf({ blocks }: Outline, section: string | undefined): string {
  return blocks
    .filter((block) => block.section === section)
    .map(({ text }) => text)
    .join(' ');
}

/** The first sentences of a text. */
function beginningOf(text: string): string {
  let beginning = '';
  for (const sentence of sentencesOf(text)) {
    if (beginning !== '' && beginning.length + sentence.length > longestLead) break;
    beginning += `${beginning === '' ? '' : ' '}${sentence}`;
  }
  return beginning;
}
