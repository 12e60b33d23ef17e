/** Where countries stand: the figures behind the map, the lists and the table. Pure functions. */
import {
  helps,
  statuses,
  type Country,
  type Fact,
  type Help,
  type Status,
} from '../ledger/schemas.ts';

/** A country's stand on sending soldiers; `none` where no statement was found. */
export type Stance = Status | 'none';

export const stances: readonly Stance[] = [...statuses, 'none'];

/**
 * A country's stand on sending soldiers: the status of the one fact that its record names.
 *
 * @throws UnknownIdError where the record names a fact that does not exist
 */
export function stanceOf(
  country: Pick<Country, 'soldiers'>,
  fact: (id: string) => Pick<Fact, 'status'>,
): Stance {
  return country.soldiers === null ? 'none' : (fact(country.soldiers).status ?? 'none');
}

/** Countries under each stand, in the order of firmness; stands without a country are left out. */
export function groupByStance<Item extends Pick<Country, 'soldiers'>>(
  countries: readonly Item[],
  fact: (id: string) => Pick<Fact, 'status'>,
): { stance: Stance; countries: Item[] }[] {
  return stances
    .map((stance) => ({
      stance,
      countries: countries.filter((country) => stanceOf(country, fact) === stance),
    }))
    .filter((group) => group.countries.length > 0);
}

/** A row of the table: a kind of help, and for each status the countries with such a commitment. */
export interface HelpRow<Item> {
  readonly help: Help;
  readonly cells: { readonly status: Status; readonly countries: Item[] }[];
}

/**
 * The table of countries: kinds of help by status. In the row on soldiers a country stands once,
 * where its record places it; in the other rows wherever it has a commitment of that status.
 */
export function helpTable<Item extends Pick<Country, 'who' | 'soldiers'>>(
  countries: readonly Item[],
  facts: readonly Fact[],
  fact: (id: string) => Pick<Fact, 'status'>,
): HelpRow<Item>[] {
  return helps.map((help) => ({
    help,
    cells: statuses.map((status) => ({
      status,
      countries: countries.filter((country) =>
        help === 'ground'
          ? stanceOf(country, fact) === status
          : facts.some((record) => isCommitment(record, country.who, help, status)),
      ),
    })),
  }));
}

function isCommitment(fact: Fact, who: string, help: Help, status: Status): boolean {
  return fact.topic === help && fact.status === status && fact.who[0] === who;
}

/** Facts of a country, sorted into what its page says of it. */
export interface CountryFacts {
  /** Commitments, firmest first, the newest first within a status. */
  readonly commitments: Fact[];
  /** What it said or did besides: positions, events, figures. */
  readonly others: Fact[];
  /** How it decides to send soldiers. */
  readonly decision: Fact[];
  /** What touches its citizens, in the order of the ledger: what matters most to them first. */
  readonly citizens: Fact[];
}

/** @param facts every fact of the ledger */
export function factsOfCountry(
  country: Pick<Country, 'who'>,
  facts: readonly Fact[],
): CountryFacts {
  const own = facts.filter((fact) => fact.topic !== undefined && fact.who[0] === country.who);
  const byTopic = (topic: Fact['topic']) => own.filter((fact) => fact.topic === topic);
  const rest = own.filter(({ topic }) => topic !== 'decision' && topic !== 'citizens');
  const newestFirst = (a: Fact, b: Fact) => (b.asOf ?? '').localeCompare(a.asOf ?? '');
  return {
    commitments: rest
      .filter(({ status }) => status !== undefined)
      .toSorted(
        (a, b) =>
          statuses.indexOf(a.status ?? 'agreed') - statuses.indexOf(b.status ?? 'agreed') ||
          newestFirst(a, b),
      ),
    others: rest.filter(({ status }) => status === undefined).toSorted(newestFirst),
    decision: byTopic('decision'),
    citizens: byTopic('citizens'),
  };
}
