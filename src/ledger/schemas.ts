/**
 * The content model. Each schema is the documentation of one kind of record: what a field means is
 * said here and nowhere else. Data without language (status, dates, sources) is stored once, in
 * `src/content/ledger/`; words are stored for each language, in `src/content/words/<language>/`.
 * Unknown fields are errors, so that a misspelt name cannot pass in silence.
 */
import { z } from 'astro/zod';

/** A record's name: lower-case Latin letters, digits, hyphens. It is part of an address, so it never changes. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'use lower-case Latin letters, digits and hyphens' });

/**
 * Where a record stands among those of its kind, counted from 0. Given by the reader of the files,
 * never by writers: the order in the files is an editor's decision, and stores forget it.
 */
const position = z.number().int().nonnegative().default(0);

/** A calendar day in UTC, `2026-01-06`. Some YAML readers hand an unquoted day over as a `Date`. */
export const day = z.preprocess(
  (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date({ error: 'write a day as 2026-01-06' }),
);

/** A day, a month or a year: as exact as the source was. */
export const dateAsKnown = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, {
    error: 'write a date as 2026-01-06, 2026-01 or 2026, in quotation marks',
  })
  .refine((date) => date.length < 10 || z.iso.date().safeParse(date).success, {
    error: 'the calendar has no such day',
  });

/**
 * Words in every language: English is complete; an edition that is not open yet may hold a part.
 *
 * @param words the schema of one language's words
 */
function inLanguages<Shape extends z.ZodRawShape>(words: z.ZodObject<Shape>) {
  return z.strictObject({
    en: words,
    fr: words.partial().optional(),
    uk: words.partial().optional(),
  });
}

/** What sort of statement a fact is. Only a `commitment` has a status. */
export const factTypes = ['commitment', 'event', 'rule', 'figure', 'position', 'gap'] as const;

/** How firm a commitment is, firmest first. */
export const statuses = ['agreed', 'promised', 'conditional', 'undecided', 'rejected'] as const;

/** How surely a statement is known. */
export const certainties = ['primary-text-seen', 'several-reports', 'one-report'] as const;

/** Kinds of help in the table of countries, in its order. */
export const helps = [
  'ground',
  'air',
  'sea',
  'training',
  'monitoring',
  'logistics',
  'equipment',
  'money',
] as const;

/**
 * What a country's record is about: a kind of help; `general` (tied to none); `decision` (how the
 * country decides to send soldiers); `citizens` (what touches people who live there).
 */
export const topics = [...helps, 'general', 'decision', 'citizens'] as const;

/** Themes under which explainers and questions are listed, in the order of the index. */
export const themes = [
  'what-is-it',
  'draft',
  'war-risk',
  'nuclear',
  'where-when',
  'law-and-vote',
  'history',
  'money',
  'countries',
  'america',
  'russia',
  'ukraine-people',
  'refugees',
  'words',
  'fakes',
] as const;

/** What the check of a claim came to. */
export const verdicts = ['false', 'misleading', 'missing-context', 'opinion', 'true'] as const;

/** What sort of publication a source is. `claim-only` proves that a claim was made, nothing else. */
export const sourceKinds = [
  'primary',
  'official',
  'news',
  'analysis',
  'reference',
  'fact-check',
  'poll',
  'claim-only',
] as const;

/** Whether a second, independent check found the statement in its sources: all of it, a part of it, or not. */
const verified = z.union([z.boolean(), z.literal('partly')], {
  error: 'use true, false or partly',
});

/** A party a fact is about: an upper-case country code (ISO 3166-1), or a group. */
const party = z.string().regex(/^([A-Z]{2}|cotw|eu|nato|osce|un)$/, {
  error: 'use an upper-case country code such as CA, or one of cotw, eu, nato, osce, un',
});

/** One statement of the ledger: what every sentence of the site rests on. */
export const fact = z
  .strictObject({
    /** Part of the fact's address. Begins with the group or the country, says the matter: `ca-unifier-2029`. */
    id,
    position,
    /** What sort of statement it is. */
    type: z.enum(factTypes),
    /** How firm the commitment is; for commitments only. */
    status: z.enum(statuses).optional(),
    /** Whom it is about. */
    who: z.array(party).min(1),
    /** What a country's record is about; left out for facts that belong to no country's page. */
    topic: z.enum(topics).optional(),
    /** The day on which it was so; `null` where none is known. */
    asOf: day.nullable(),
    /** How surely it is known; `null` where that was not graded. */
    certainty: z.enum(certainties).nullable(),
    /** What a second, independent check could confirm. */
    verified,
    /** Ids of its sources, the best first. */
    sources: z.array(id).min(1),
    words: inLanguages(
      z.strictObject({
        /** The statement, in the project's own words, with its condition and date. */
        statement: z.string().min(20),
        /** Who undertook it, with the office held on that day. */
        saidBy: z.string().optional(),
        /** What a careful reader should know besides: where sources disagree, what was not read. */
        note: z.string().optional(),
        /** For each source, the place in it that says so. */
        where: z.record(id, z.string()).optional(),
      }),
    ),
  })
  .refine((record) => (record.type === 'commitment') === (record.status !== undefined), {
    error: `a commitment has a status (${statuses.join(', ')}), and nothing else has one`,
    path: ['status'],
  });

/** A publication that a statement rests on. One record for each address. */
export const source = z.strictObject({
  id,
  position,
  /** Its title, in its own language. */
  title: z.string().min(1),
  /** Who published it. */
  publisher: z.string().min(1),
  /** When; `null` where the page shows no date (shown as "undated", never guessed). */
  published: dateAsKnown.nullable(),
  /** Where. */
  url: z.url({ protocol: /^https?$/ }),
  /** The language it is written in (BCP 47). */
  language: z.string().regex(/^[a-z]{2}$/),
  kind: z.enum(sourceKinds),
  /** For `claim-only`: what kind of outlet spread the claim. */
  outlet: id.optional(),
  words: z.strictObject({
    en: z.strictObject({
      /** What a reader should know about this source. */
      note: z.string().optional(),
    }),
    fr: z.strictObject({ note: z.string().optional() }).optional(),
    uk: z.strictObject({ note: z.string().optional() }).optional(),
  }),
});

/** Everyday wordings by the editors, for those who do not know the word. For search, never shown. */
const alsoAsked = z.array(z.string()).optional();

/** A question that readers ask; each is answered by an explainer or a section of one. */
export const question = z.strictObject({
  id,
  position,
  theme: z.enum(themes),
  words: inLanguages(
    z.strictObject({
      /** The question in plain words. */
      plain: z.string().min(8),
      /** How readers put it, mistakes included. For search, never shown. */
      variants: z.array(z.string()),
      /** Further everyday wordings, by the editors. For search, never shown. */
      alsoAsked,
    }),
  ),
});

/** A word of art, explained. */
export const term = z.strictObject({
  id,
  position,
  /** What it is called in the other languages of the site. */
  names: z.strictObject({ fr: z.string(), uk: z.string() }),
  /** Ids of the sources of the definition. */
  sources: z.array(id).min(1),
  words: inLanguages(
    z.strictObject({
      term: z.string().min(1),
      /** At most 45 words. */
      definition: z.string().refine((text) => text.split(/\s+/).length <= 45, {
        error: 'a definition has at most 45 words',
      }),
      /** Other names and frequent misspellings. For search, never shown. */
      also: z.array(z.string()),
      alsoAsked,
      /** Forms of the name that the stemmer does not find in a text: "ratified". */
      forms: z.array(z.string()).optional(),
    }),
  ),
});

/** A claim in circulation, checked. */
export const claim = z.strictObject({
  id,
  position,
  /** When it was made. */
  date: dateAsKnown,
  verdict: z.enum(verdicts),
  /** Whom it is about: whose soldiers, money, laws or acts; the one concerned most first. */
  about: z.array(party).min(1).max(4),
  /** Ids of the tricks it uses, where its reasons show any. */
  tricks: z.array(id).max(2).default([]),
  verified,
  /** Ids of the sources; those of kind `claim-only` show where it was said and are never linked. */
  sources: z.array(id).min(1),
  words: inLanguages(
    z.strictObject({
      /** A neutral question: the heading of the page. Never the false claim. */
      question: z.string().endsWith('?'),
      /** The claim, in indirect speech. */
      claim: z.string().min(10),
      /** Who said it, with the office held on that day. */
      saidBy: z.string(),
      /** What is so, without repeating the falsehood. */
      truth: z.string().min(20),
      /** The reasons for the verdict. */
      why: z.string().min(20),
      note: z.string().optional(),
      alsoAsked,
    }),
  ),
});

/** A country or institution with a page of its own. */
export const country = z.strictObject({
  /** Lower-case country code, or `nato`, `eu`. Part of the address through its name in the edition. */
  id,
  position,
  kind: z.enum(['country', 'institution']),
  /** Whether it belongs to the Coalition of the Willing; `unclear` where sources differ. */
  member: z.union([z.boolean(), z.literal('unclear')], { error: 'use true, false or unclear' }),
  /** How facts name it in `who`. */
  who: party,
  /** The fact that says where it stands on sending soldiers; `null` where none was found. */
  soldiers: id.nullable(),
  words: inLanguages(
    z.strictObject({
      name: z.string(),
      /** The name as it stands in a sentence, where that differs: "the United States". */
      inText: z.string().optional(),
      /** One sentence: its part in the guarantees. */
      role: z.string(),
      note: z.string().optional(),
    }),
  ),
});

/**
 * What a country's page says in running text: its body is the summary, in which every cited fact is
 * one of the country's own. The file is named for the country's id.
 */
export const countryPage = z.strictObject({
  /** The day on which somebody last compared the summary with its facts. */
  checked: day,
  /** What is not known of this country, besides what the page works out by itself. */
  notKnown: z.array(z.string().min(10).max(200)).default([]),
});

/** How to spot a false story. */
export const tip = z.strictObject({
  id,
  position,
  sources: z.array(id).min(1),
  words: inLanguages(z.strictObject({ tip: z.string() })),
});

/** A trick that false or misleading claims use. */
export const trick = z.strictObject({
  id,
  position,
  /** The tip that helps against it. */
  tip: id,
  words: inLanguages(
    z.strictObject({
      /** What it does, after "The trick:". At most 60 letters. */
      name: z.string().min(5).max(60),
      /** How it works, in one or two sentences. */
      how: z.string().min(20).max(240),
    }),
  ),
});

/** Who belongs to the Coalition of the Willing, as far as a list was found. */
export const coalition = z.strictObject({
  /** The fact the list rests on. */
  fact: id,
  /** Lower-case country codes. */
  members: z.array(z.string().regex(/^[a-z]{2}$/)).min(1),
});

/** A key fact: the id alone (its statement is shown), or the id with a plainer sentence. */
const keyFact = z.union(
  [
    id.transform((fact) => ({ fact, text: undefined })),
    z
      .record(id, z.string().min(10).max(240))
      .refine((entry) => Object.keys(entry).length === 1, { error: 'one fact for each key fact' })
      .transform((entry) => {
        const [[fact, text]] = Object.entries(entry) as [[string, string]];
        return { fact, text };
      }),
  ],
  { error: 'write the id of a fact, or "id: one plain sentence" of 10 to 240 characters' },
);

/** A question that an article answers: its id alone, or the id with the section that answers it. */
const answered = z.union(
  [
    id.transform((question) => ({ question, section: undefined })),
    z
      .record(id, id)
      .refine((entry) => Object.keys(entry).length === 1, {
        error: 'one section for each question',
      })
      .transform((entry) => {
        const [[question, section]] = Object.entries(entry) as [[string, string]];
        return { question, section };
      }),
  ],
  { error: 'write the id of a question, or "question: id of the section that answers it"' },
);

/** An article that answers a reader's question. */
export const explainer = z.strictObject({
  /** The reader's question, as they would ask it. The heading of the page. */
  title: z.string().min(8).max(90),
  /** One to three plain sentences that answer it. Also used for search, sharing and the feed. */
  answer: z.string().min(40).max(320),
  /** Under which theme it is listed. */
  theme: z.enum(themes),
  /**
   * The questions it answers. The one that the title asks stands alone; each other one names the
   * section (`##`) that answers it, so that search and links go straight there.
   */
  answers: z.array(answered).min(1),
  /** The facts that matter most to this reader, the most important first. */
  keyFacts: z.array(keyFact).min(2).max(6),
  /** The day on which somebody last compared the whole page with its sources. */
  checked: day,
  /** Slugs of explainers to read next. */
  related: z.array(id).min(1).max(6),
  /** Other words readers may search for; never shown. */
  aliases: z.array(z.string()).default([]),
  /** What changed, newest first. */
  changes: z
    .array(
      z.strictObject({
        date: day,
        /** `correction` where the page had said something wrong. */
        kind: z.enum(['published', 'update', 'correction']),
        /** One sentence. */
        text: z.string().min(5),
      }),
    )
    .min(1),
  /** Why this page may be harder to read than the limit; only with a reason. */
  readingExemption: z.string().min(20).optional(),
});

/** What the front page of an edition says and in which order. */
export const home = z.strictObject({
  /** The answer in a few lines: a commitment, and one plain sentence on it. */
  answer: z
    .array(z.strictObject({ fact: id, text: z.string().max(160) }))
    .min(4)
    .max(6),
  /** Ids of the questions that are asked most. */
  askedMost: z.array(id).min(4),
  /** What is still not known: a fact that says so, and one plain sentence. */
  notKnown: z.array(z.strictObject({ fact: id, text: z.string().max(200) })).min(2),
});

/** What a picture says of a fact, in one plain sentence or less. */
const pictured = z.strictObject({ fact: id, text: z.string().min(3).max(200) });

/** What every picture has. */
const pictureHead = {
  /** What it shows; stands above it. */
  title: z.string().min(5).max(90),
  /** One or two sentences that say what there is to see. */
  summary: z.string().min(20).max(320),
};

/**
 * A picture or table, drawn at build time from facts. An article shows it where a paragraph holds
 * nothing but a link to it: `[What starts when](picture:what-starts-when)`.
 */
export const picture = z.discriminatedUnion('kind', [
  /** What comes after what: stages, each with what it brings. */
  z.strictObject({
    kind: z.literal('steps'),
    ...pictureHead,
    stages: z
      .array(z.strictObject({ when: z.string().min(3).max(90), items: z.array(pictured).min(1) }))
      .min(2),
  }),
  /** Commitments under one another, the firmest first; the line gets shorter on the way down. */
  z.strictObject({ kind: z.literal('ladder'), ...pictureHead, rungs: z.array(pictured).min(2) }),
  /** Results of polls as bars: those for it, those against, and the rest. */
  z.strictObject({
    kind: z.literal('bars'),
    ...pictureHead,
    bars: z
      .array(
        z.strictObject({
          /** The fact that gives the figures. */
          fact: id,
          /** Who was asked: "Canada". */
          place: z.string().min(2),
          /** Pollster and days of the fieldwork, as exact as known. */
          poll: z.string().min(5),
          /** What was asked, in indirect words. */
          question: z.string().min(10),
          /** Per cent of those asked. */
          yes: z.number().min(0).max(100),
          no: z.number().min(0).max(100),
        }),
      )
      .min(1),
  }),
  /** A comparison: what is compared stands in the columns. */
  z.strictObject({
    kind: z.literal('table'),
    ...pictureHead,
    columns: z.array(z.string().min(2)).min(2),
    rows: z
      .array(
        z.strictObject({
          name: z.string().min(2),
          /** One for each column; a fact may be left out only where a cell says that nothing was found. */
          cells: z.array(z.strictObject({ text: z.string().min(1).max(200), fact: id.optional() })),
        }),
      )
      .min(1),
  }),
]);

/**
 * A wording that names what the cited record does not, and is right all the same: the check of
 * wordings against records leaves it alone.
 */
export const allowedWording = z.strictObject({
  /** Slug of the article, or of the picture. */
  page: id,
  /** The words, exactly as they stand on the page. */
  wording: z.string().min(3),
  /** What may be named there, as the check reports it: `12`, `March`, `France`. */
  names: z.array(z.coerce.string()).min(1),
  /** Why it is right. */
  reason: z.string().min(20),
});

export type AllowedWording = z.infer<typeof allowedWording>;
export type Picture = z.infer<typeof picture>;
export type Home = z.infer<typeof home>;
export type Fact = z.infer<typeof fact>;
export type FactType = Fact['type'];
export type Status = NonNullable<Fact['status']>;
export type Certainty = NonNullable<Fact['certainty']>;
export type Topic = NonNullable<Fact['topic']>;
export type Help = (typeof helps)[number];
export type Source = z.infer<typeof source>;
export type Question = z.infer<typeof question>;
export type Theme = Question['theme'];
export type Term = z.infer<typeof term>;
export type Claim = z.infer<typeof claim>;
export type Verdict = Claim['verdict'];
export type Country = z.infer<typeof country>;
export type CountryPage = z.infer<typeof countryPage>;
export type Tip = z.infer<typeof tip>;
export type Trick = z.infer<typeof trick>;
export type Coalition = z.infer<typeof coalition>;
export type Explainer = z.infer<typeof explainer>;
