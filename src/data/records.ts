/**
 * What is published of the ledger as data. Left out: the order of the files and wordings for the
 * search, which are for editors; notes, which quote sources; sources that only show that a claim was
 * made, on which no fact rests and which the site does not spread.
 */
import { factsOfCountry } from '../countries/stances.ts';
import { sourcesByRank } from '../facts/best-source.ts';
import { absolute, addressesOf } from '../i18n/addresses.ts';
import type { Language } from '../i18n/languages.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Fact } from '../ledger/schemas.ts';
import type { PublishedFact, PublishedPromise, PublishedSource } from './schemas.ts';

type LedgerPart<Keys extends keyof Ledger> = Pick<Ledger, Keys>;

/** Every fact, in the order of the ledger; its sources, the best first. */
export function publishedFacts(
  ledger: LedgerPart<'facts' | 'source'>,
  language: Language,
): PublishedFact[] {
  const to = addressesOf(language);
  return ledger.facts.map((fact): PublishedFact => {
    const { statement, saidBy, where } = wordsIn(fact, language);
    return {
      id: fact.id,
      url: absolute(to.record('facts', fact.id)),
      type: fact.type,
      status: fact.status ?? null,
      who: fact.who,
      topic: fact.topic ?? null,
      asOf: fact.asOf,
      certainty: fact.certainty,
      verified: verifiedOf(fact),
      statement,
      saidBy: saidBy ?? null,
      sources: sourcesByRank(fact, ledger.source).map(({ id }) => ({
        id,
        where: where?.[id] ?? null,
      })),
    };
  });
}

/** Every source that a statement may rest on, in the order of the ledger. */
export function publishedSources({ sources }: LedgerPart<'sources'>): PublishedSource[] {
  return sources.flatMap(({ id, url, title, publisher, published, language, kind }) =>
    kind === 'claim-only'
      ? []
      : [{ id, url: encoded(url), title, publisher, published, language, kind }],
  );
}

/** What each country and institution undertook, left open or refused: what its page lists, row by row. */
export function publishedPromises(
  ledger: LedgerPart<'facts' | 'source' | 'countries'>,
  language: Language,
): PublishedPromise[] {
  const to = addressesOf(language);
  return ledger.countries.flatMap((country) =>
    factsOfCountry(country, ledger.facts).commitments.flatMap((fact): PublishedPromise[] => {
      const { topic: kind } = fact;
      if (fact.status === undefined || kind === undefined) return [];
      if (kind === 'decision' || kind === 'citizens') return [];
      const { statement, saidBy } = wordsIn(fact, language);
      return [
        {
          country: country.who,
          country_name: country.words[language]?.name ?? country.words.en.name,
          kind,
          status: fact.status,
          as_of: fact.asOf ?? '',
          statement,
          said_by: saidBy ?? '',
          verified: verifiedOf(fact),
          fact: fact.id,
          fact_url: absolute(to.record('facts', fact.id)),
          sources: sourcesByRank(fact, ledger.source)
            .map(({ url }) => encoded(url))
            .join(' '),
        },
      ];
    }),
  );
}

/** A fact's words in a language, in English where they are not translated yet. */
function wordsIn({ words }: Fact, language: Language): Fact['words']['en'] {
  const { statement = words.en.statement, ...others } = words[language] ?? {};
  return { ...words.en, ...others, statement };
}

function verifiedOf({ verified }: Fact): PublishedFact['verified'] {
  return verified === true ? 'yes' : verified === 'partly' ? 'partly' : 'no';
}

/** An address as RFC 3986 wants it; the ledger may hold one with letters of any script. */
function encoded(url: string): string {
  return new URL(url).href;
}
