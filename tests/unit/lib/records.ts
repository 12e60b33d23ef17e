/** Small records for tests: complete, with only what a test cares about said in it. */
import { fileURLToPath } from 'node:url';

import { createLedger, type Ledger, type Records } from '../../../src/ledger/ledger.ts';
import { readLedger, type LedgerFiles } from '../../../src/ledger/read.ts';
import type {
  Claim,
  Country,
  Explainer,
  Fact,
  Question,
  Source,
  Term,
  Tip,
  Trick,
} from '../../../src/ledger/schemas.ts';

type With<Item> = Partial<Item> & { readonly id: string };

export function fact(given: With<Fact>): Fact {
  return {
    position: 0,
    type: 'event',
    who: ['FR'],
    asOf: '2026-01-06',
    certainty: 'several-reports',
    verified: true,
    sources: ['a-source'],
    words: { en: { statement: `The statement of the fact ${given.id}.` } },
    ...given,
  };
}

export function source(given: With<Source>): Source {
  return {
    position: 0,
    title: `The source ${given.id}`,
    publisher: 'A publisher',
    published: '2026-01-06',
    url: `https://source.example/${given.id}`,
    language: 'en',
    kind: 'news',
    words: { en: {} },
    ...given,
  };
}

export function question(id: string): Question {
  return {
    id,
    position: 0,
    theme: 'money',
    words: { en: { plain: 'Who will pay for this?', variants: [] } },
  };
}

/** A term of the glossary; `forms` are spellings that the stemmer does not find. */
export function term(id: string, name: string, forms?: string[]): Term {
  const definition = `What the words ${name} mean.`;
  return {
    id,
    position: 0,
    names: { fr: 'mot', uk: 'слово' },
    sources: ['a-source'],
    words: { en: { term: name, definition, also: [], ...(forms ? { forms } : {}) } },
  };
}

export function claim(id: string): Claim {
  return {
    id,
    position: 0,
    date: '2026-01',
    verdict: 'false',
    about: ['FR'],
    tricks: [],
    verified: true,
    sources: ['a-source'],
    words: {
      en: {
        question: 'Is it so?',
        claim: 'That it is so.',
        saidBy: 'Somebody',
        truth: 'It is not so at all.',
        why: 'Because the sources say so.',
      },
    },
  };
}

export function tip(id: string): Tip {
  return { id, position: 0, sources: ['a-source'], words: { en: { tip: 'Look for the date.' } } };
}

export function trick(id: string): Trick {
  const words = {
    en: { name: 'It names no source', how: 'Nobody can look up where it comes from.' },
  };
  return { id, position: 0, tip: 'a-tip', words };
}

export function country(given: With<Country>): Country {
  return {
    position: 0,
    kind: 'country',
    member: true,
    who: given.id.toUpperCase(),
    soldiers: null,
    words: { en: { name: given.id, role: 'It takes part.' } },
    ...given,
  };
}

/** The front matter of an article, as the schema gives it. */
export function explainer(given: Partial<Explainer> = {}): Explainer {
  return {
    title: 'Who will pay for it?',
    answer: 'Nobody has said yet who would pay for it, and no sum has been named.',
    theme: 'money',
    answers: [{ question: 'who-pays', section: undefined }],
    keyFacts: [],
    checked: '2026-11-23',
    related: ['other'],
    aliases: [],
    changes: [{ date: '2026-11-23', kind: 'published', text: 'First published.' }],
    ...given,
  };
}

/** A ledger that holds what is given and nothing else. */
export function ledgerOf(records: Partial<Records>): Ledger {
  return createLedger({
    facts: [],
    sources: [],
    questions: [],
    terms: [],
    claims: [],
    countries: [],
    tips: [],
    tricks: [],
    coalition: { fact: 'a-fact', members: ['fr'] },
    explainers: [],
    pictures: [],
    ...records,
  });
}

/** The root of this project. */
export const projectRoot = fileURLToPath(new URL('../../../', import.meta.url));

let real: LedgerFiles | undefined;

/** The ledger of the site, read once. */
export function realLedger(): LedgerFiles {
  real ??= readLedger(projectRoot);
  return real;
}
