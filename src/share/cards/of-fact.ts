/** What a preview image and a title say of a record of the ledger. */
import { shortened } from '../../facts/shortened.ts';
import { formatDate } from '../../i18n/dates.ts';
import type { Language } from '../../i18n/languages.ts';
import type { Words } from '../../i18n/words.ts';
import type { Fact } from '../../ledger/schemas.ts';
import type { Card } from './card.ts';

type Told = Pick<Fact, 'status' | 'type' | 'asOf' | 'verified'>;

/**
 * What stands around the statement of a fact: the status with its line, or what it is where it is
 * no commitment; the date; and, where a second check did not confirm it, that it did not.
 */
export function factCard(
  language: Language,
  words: Words,
  { status, type, asOf, verified }: Told,
): Omit<Card, 'name' | 'text'> {
  return {
    title: undefined,
    leaders: status && [{ word: words.statuses[status].word, status }],
    kind: status ? undefined : words.factTypes[type],
    end: asOf === null ? undefined : formatDate(language, asOf),
    caution: cautionOf(words, verified),
  };
}

/**
 * The title of a fact's page where there is room for a line only: its beginning could leave out an
 * "if", or that nobody confirmed it, so that is said before it.
 *
 * @param most how many characters at most
 */
export function factTitle(
  words: Words,
  { status, verified }: Pick<Fact, 'status' | 'verified'>,
  statement: string,
  most: number,
): string {
  const before = [
    status && words.statuses[status].word.replace(/…$/, ''),
    verified === false && words.facts.notConfirmed,
  ].filter((word) => typeof word === 'string');
  const prefix = before.map((word) => `${word}: `).join('');
  return prefix + shortened(statement, most - prefix.length);
}

function cautionOf(words: Words, verified: Fact['verified']): string | undefined {
  if (verified === true) return undefined;
  return verified === 'partly' ? words.facts.partlyConfirmed : words.verified.none;
}
