/**
 * Compares what articles say with the records they cite. A cited phrase must not name a figure, a
 * month, a year or a country that the record does not know; a paragraph must not give a figure or a
 * date that none of the records it cites knows. This cannot tell that a sentence is right, but it
 * finds the commonest ways in which one goes wrong: a slip of the pen, and a wrong reference.
 */
import { formatDate, regionName } from '../i18n/dates.ts';
import type { Language } from '../i18n/languages.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Problem } from '../ledger/problems.ts';
import type {
  AllowedWordingsFile,
  ExplainerFile,
  LedgerFiles,
  PictureFile,
} from '../ledger/read.ts';
import type { AllowedWording, Claim, Fact } from '../ledger/schemas.ts';
import { outlineOf, type RecordLink } from '../markdown/outline.ts';
import { textsOfPicture } from '../pictures/facts.ts';
import {
  particularsOf,
  together,
  type Particulars,
  type PartyNames,
} from '../prose/particulars.ts';
import { declarationDate, newestSource } from '../site.ts';
import { partyNamesIn } from './names.ts';

/** What an author wrote about a record, or about several. */
interface Statement {
  readonly text: string;
  readonly line: number;
  readonly records: readonly RecordRef[];
  /** Whether it is a cited phrase or a key fact: then the countries it names are compared too. */
  readonly withParties: boolean;
}

type RecordRef = Pick<RecordLink, 'kind' | 'id'>;

/**
 * Every wording of an article or a picture that does not agree with what it cites, and every allowed
 * one that is not needed.
 */
export function checkEvidence(
  {
    explainers,
    countryPages,
    pictures,
    ledger,
  }: Pick<LedgerFiles, 'explainers' | 'countryPages' | 'pictures' | 'ledger'>,
  allowed: AllowedWordingsFile,
): Problem[] {
  const names = partyNamesIn(ledger);
  const known = createRecordParticulars(ledger, names);
  const used = new Set<AllowedWording>();
  const pages = [
    ...explainers.map((explainer) => ({ ...explainer, statements: statementsOf(explainer) })),
    ...countryPages.map((page) => ({ ...page, statements: statementsOfBody(page) })),
    ...pictures.map((picture) => ({ ...picture, statements: statementsOfPicture(picture) })),
  ];
  const problems = pages.flatMap(({ file, slug, language, statements }) => {
    const permitted = allowed.entries.filter(({ page }) => page === slug);
    return statements.flatMap(({ text, line, records, withParties }): Problem[] => {
      const evidence = together(records.map((record) => known(language, record)));
      const compared = withParties ? text : text.replace(articleNumbers, '');
      const named = particularsOf(withoutCommonDates(compared), names);
      const strange = unknownIn(named, evidence, withParties).filter((particular) => {
        const entry = permitted.find(
          ({ wording, names: list }) => text.includes(wording) && list.includes(particular),
        );
        if (entry) used.add(entry);
        return entry === undefined;
      });
      if (strange.length === 0) return [];
      const cited = records.map(({ kind, id }) => `${kind}:${id}`).join(', ');
      return [
        {
          file,
          line,
          message: `"${shorten(text)}" names ${strange.join(', ')}, but ${cited} ${records.length === 1 ? 'does' : 'do'} not.`,
          remedy: `Mend the words or the reference; where both are right, say why in ${allowed.file}.`,
        },
      ];
    });
  });
  const idle = allowed.entries.flatMap((entry, index): Problem[] =>
    used.has(entry)
      ? []
      : [
          {
            file: allowed.file,
            line: allowed.lineOf([index]),
            message: `The wording "${entry.wording}" on "${entry.page}" is not reported, or not there.`,
            remedy: 'Delete the entry.',
          },
        ],
  );
  return [...problems, ...idle];
}

/** Cited phrases, paragraphs, key facts and the answer, each with the records it rests on. */
function statementsOf({ file, split, data }: ExplainerFile): Statement[] {
  const body = statementsOfBody({ file, split });
  const everything = [
    ...data.keyFacts.map(({ fact }) => ({ kind: 'fact', id: fact }) as const),
    ...body.flatMap(({ records }) => records),
  ];
  const lineOf = (...path: (string | number)[]) => split.frontMatter.lineOf(path);
  return [
    { text: data.answer, line: lineOf('answer'), records: everything, withParties: false },
    ...data.keyFacts.flatMap(({ fact, text }, n): Statement[] =>
      text === undefined
        ? []
        : [
            {
              text,
              line: lineOf('keyFacts', n),
              records: [{ kind: 'fact', id: fact }],
              withParties: true,
            },
          ],
    ),
    ...body,
  ];
}

/** Cited phrases and paragraphs of a text. */
function statementsOfBody({ file, split }: Pick<ExplainerFile, 'file' | 'split'>): Statement[] {
  const format = file.endsWith('.mdx') ? 'mdx' : 'md';
  const { blocks } = outlineOf(split.body, format, split.bodyLine);
  const cites = ({ kind }: RecordRef) => kind === 'fact' || kind === 'claim';
  // A definition supports the sentence that links it, though a phrase is not measured by it.
  const supports = (record: RecordRef) => cites(record) || record.kind === 'term';
  return blocks.flatMap(({ text, line, links }): Statement[] => {
    const cited = links.filter(cites);
    if (cited.length === 0) return [];
    return [
      ...cited.map((link) => ({ text: link.text, line, records: [link], withParties: true })),
      { text, line, records: links.filter(supports), withParties: false },
    ];
  });
}

/** What a picture says of each fact. */
function statementsOfPicture({ data, locate }: PictureFile): Statement[] {
  return textsOfPicture(data).flatMap(({ text, fact }) =>
    fact === undefined
      ? []
      : [
          {
            text,
            line: locate([]).line,
            records: [{ kind: 'fact', id: fact } as const],
            withParties: false,
          },
        ],
  );
}

/** The particulars of each record, worked out once. */
function createRecordParticulars(ledger: Ledger, names: PartyNames) {
  const found = new Map<string, Particulars>();
  return (language: Language, { kind, id }: RecordRef): Particulars => {
    const key = `${language}/${kind}:${id}`;
    const known = found.get(key) ?? particularsOfRecord(kind, id, language);
    found.set(key, known);
    return known;
  };

  function particularsOfRecord(kind: string, id: string, language: Language): Particulars {
    if (kind === 'claim') return particularsOf(textOfClaim(ledger.claim(id), language), names);
    if (kind === 'term') {
      const { words } = ledger.term(id);
      const { definition = words.en.definition } = words[language] ?? {};
      return particularsOf(definition, names);
    }
    const fact = ledger.fact(id);
    const named = particularsOf(textOfFact(fact, language), names);
    return { ...named, parties: new Set([...named.parties, ...fact.who]) };
  }
}

function textOfFact({ asOf, words }: Fact, language: Language): string {
  const { statement, saidBy = '', note = '' } = { ...words.en, ...words[language] };
  return [statement, saidBy, note, asOf ? formatDate('en', asOf) : ''].join(' ');
}

function textOfClaim({ date, words }: Claim, language: Language): string {
  const { question, claim, saidBy, truth, why, note = '' } = { ...words.en, ...words[language] };
  return [question, claim, saidBy, truth, why, note, formatDate('en', date)].join(' ');
}

/** "Article 5" is a name; only in a cited phrase must its number stand in the record. */
const articleNumbers = /\bArticles? \d+(?:\(\d+\))?(?:(?:, | and | or )\d+(?:\(\d+\))?)*/g;

const newest = formatDate('en', newestSource);
const commonDates = [
  new RegExp(`of ${formatDate('en', declarationDate)}`, 'g'),
  new RegExp(newest, 'g'),
  new RegExp(`(?<=\\b(by|until|up to) )${newest.replace(/^\d+ /, '')}`, 'g'),
];

/** Every page may say which declaration is meant, by its date, and how new the newest source is. */
function withoutCommonDates(text: string): string {
  return commonDates.reduce((rest, date) => rest.replace(date, ''), text);
}

/** What a text names and the evidence does not, as it is told to the writer. */
function unknownIn(text: Particulars, evidence: Particulars, withParties: boolean): string[] {
  const strange = (part: 'figures' | 'months') =>
    [...text[part]].filter((name) => !evidence[part].has(name));
  const parties = withParties
    ? [...text.parties].filter((party) => !evidence.parties.has(party))
    : [];
  return [
    ...strange('figures'),
    ...strange('months').map((month) => month.charAt(0).toUpperCase() + month.slice(1)),
    ...parties.map((party) =>
      party.length === 2 && /[A-Z]/.test(party) ? regionName('en', party) : party,
    ),
  ];
}

function shorten(text: string): string {
  return text.length <= 70 ? text : `${text.slice(0, 70)}…`;
}
