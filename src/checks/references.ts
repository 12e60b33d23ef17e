/**
 * Checks that every reference leads somewhere and that each article has the form readers and
 * addresses rely on. Whatever this finds stops the build.
 */
import { editions, languages, type Language } from '../i18n/languages.ts';
import { answersBy } from '../ledger/answers.ts';
import type {
  CountryPageFile,
  ExplainerFile,
  HomeFile,
  LedgerFiles,
  PictureFile,
} from '../ledger/read.ts';
import { factsOfCountry } from '../countries/stances.ts';
import { linkKinds, UnknownIdError, type Ledger } from '../ledger/ledger.ts';
import type { Problem } from '../ledger/problems.ts';
import {
  outlineOf,
  outlineOfRecord,
  withoutLine,
  type Outline,
  type PlainLink,
  type RecordLink,
} from '../markdown/outline.ts';
import { factsOfPicture } from '../pictures/facts.ts';

const latinId = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Every broken reference and rule of form, over ledger and articles. */
export function checkReferences(files: LedgerFiles): Problem[] {
  return [
    ...checkSources(files),
    ...checkLedgerIds(files),
    ...checkTricks(files),
    ...checkNotes(files),
    ...files.homes.flatMap((home) => checkHome(home, files.ledger)),
    ...files.explainers.flatMap((explainer) => checkExplainer(explainer, files.ledger)),
    ...editions.flatMap((language) => checkAnswers(files, language)),
    ...files.pictures.flatMap((picture) => checkPicture(picture, files)),
    ...files.countryPages.flatMap((page) => checkCountryPage(page, files.ledger)),
    ...editions.flatMap((language) => checkCountries(files, language)),
  ];
}

/** Every source id of facts, terms, claims and tips exists; no fact rests on a `claim-only` source. */
function checkSources({ ledger, locate }: LedgerFiles): Problem[] {
  const collections = ['facts', 'terms', 'claims', 'tips'] as const;
  return collections.flatMap((collection) =>
    ledger[collection].flatMap((record) =>
      record.sources.flatMap((id, index) => {
        const place = locate(collection, record.id, ['sources', index]);
        return unlessFound(place, () => {
          if (ledger.source(id).kind !== 'claim-only' || collection === 'claims') return [];
          return [
            {
              ...place,
              message: `"${record.id}" rests on "${id}", which only shows that a claim was made.`,
              remedy:
                'Use a source that supports the statement; "claim-only" ones stand under claims.',
            },
          ];
        });
      }),
    ),
  );
}

/** Claims name tricks that exist, tricks name tips that exist, and no trick is left unused. */
function checkTricks({ ledger, locate }: LedgerFiles): Problem[] {
  const tips = new Map(ledger.tips.map((tip) => [tip.id, tip]));
  const used = new Set(ledger.claims.flatMap(({ tricks }) => tricks));
  return [
    ...ledger.claims.flatMap(({ id, tricks }) =>
      tricks.flatMap((trick, index) =>
        unlessFound(locate('claims', id, ['tricks', index]), () => {
          ledger.trick(trick);
          return [];
        }),
      ),
    ),
    ...ledger.tricks.flatMap(({ id, tip }): Problem[] => {
      const unknown = tips.has(tip)
        ? []
        : [
            {
              ...locate('tricks', id, ['tip']),
              message: new UnknownIdError('tip', tip, tips.keys(), 'src/content/ledger/tips.yaml')
                .message,
            },
          ];
      if (used.has(id)) return unknown;
      const message = `No claim uses the trick "${id}".`;
      return [...unknown, { ...locate('tricks', id), message, remedy: 'Delete it.' }];
    }),
  ];
}

/** Places in sources name sources of the same fact. */
function checkNotes({ ledger, locate }: LedgerFiles): Problem[] {
  return ledger.facts.flatMap((fact) =>
    languages.flatMap((language) =>
      Object.keys(fact.words[language]?.where ?? {})
        .filter((id) => !fact.sources.includes(id))
        .map((id) => ({
          ...locate('facts', fact.id, ['words', language, 'where', id]),
          message: `"${fact.id}" gives a place in "${id}", which is not one of its sources.`,
          remedy: `Its sources are ${fact.sources.join(', ')}.`,
        })),
    ),
  );
}

/** Countries and the coalition name facts that exist. */
function checkLedgerIds({ ledger, locate }: LedgerFiles): Problem[] {
  const coalition = { file: 'src/content/ledger/coalition.yaml', line: 1 };
  return [
    ...ledger.countries.flatMap(({ id, soldiers }) =>
      soldiers === null
        ? []
        : unlessFound(locate('countries', id, ['soldiers']), () => {
            ledger.fact(soldiers);
            return [];
          }),
    ),
    ...unlessFound(coalition, () => {
      ledger.fact(ledger.coalition.fact);
      return [];
    }),
  ];
}

/** The front page names facts and articles that exist; what stands under a line is a commitment. */
function checkHome({ data, locate }: HomeFile, ledger: Ledger): Problem[] {
  return [
    ...data.answer.flatMap(({ fact }, index) => {
      const place = locate(['answer', index, 'fact']);
      return unlessFound(place, () => {
        if (ledger.fact(fact).status !== undefined) return [];
        const message = `"${fact}" is no commitment, so it has no line.`;
        return [{ ...place, message, remedy: 'Answer with commitments.' }];
      });
    }),
    ...data.notKnown.flatMap(({ fact }, index) =>
      unlessFound(locate(['notKnown', index, 'fact']), () => {
        ledger.fact(fact);
        return [];
      }),
    ),
    ...data.askedMost.flatMap((question, index) =>
      unlessFound(locate(['askedMost', index]), () => {
        ledger.question(question);
        return [];
      }),
    ),
  ];
}

/** A picture rests on facts that exist, its table is complete, and an article shows it. */
function checkPicture(picture: PictureFile, { ledger, explainers }: LedgerFiles): Problem[] {
  const { data, slug, language, file, locate } = picture;
  const place = locate([]);
  const unknown = factsOfPicture(data).flatMap((fact) =>
    unlessFound({ ...place, line: lineNaming(fact) }, () => {
      ledger.fact(fact);
      return [];
    }),
  );
  const ragged =
    data.kind === 'table'
      ? data.rows.flatMap(({ name, cells }, row): Problem[] => {
          if (cells.length === data.columns.length) return [];
          const message = `The row "${name}" has ${cells.length} cells, but there are ${data.columns.length} columns.`;
          return [{ ...locate(['rows', row]), message, remedy: 'Give one cell for each column.' }];
        })
      : [];
  const isShown = explainers.some(
    (explainer) =>
      explainer.language === language &&
      outlineOfRecord(explainer).links.some(({ kind, id }) => kind === 'picture' && id === slug),
  );
  const message = `No article shows the picture "${slug}".`;
  const remedy = `Give it a paragraph of its own: [${data.title}](picture:${slug}).`;
  return [...unknown, ...ragged, ...(isShown ? [] : [{ file, message, remedy }])];

  /** The first line of a text that names a fact; the picture's first where it cannot be told. */
  function lineNaming(fact: string): number {
    const path = pathTo(data, fact);
    return path ? locate(path).line : place.line;
  }
}

/** The path to the first value in a record that equals a text. */
function pathTo(value: unknown, wanted: string): (string | number)[] | undefined {
  if (value === wanted) return [];
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const path = pathTo(inner, wanted);
    if (path) return [Array.isArray(value) ? Number(key) : key, ...path];
  }
  return undefined;
}

/** A country's summary is named for a country and cites only what stands on the same page. */
function checkCountryPage(page: CountryPageFile, ledger: Ledger): Problem[] {
  const { file, slug, language, split } = page;
  return unlessFound({ file, line: 1 }, () => {
    const country = ledger.country(slug);
    const own = new Set(Object.values(factsOfCountry(country, ledger.facts)).flat());
    const { links, headings, plainLinks } = outlineOf(split.body, 'md', split.bodyLine);
    return [
      ...links.flatMap(({ kind, id, line }) =>
        unlessFound({ file, line }, () => {
          if (kind !== 'fact') {
            if (kind === 'explainer' || kind === 'picture') ledger[kind](language, id);
            else ledger[kind](id);
            return [];
          }
          if (own.has(ledger.fact(id))) return [];
          const message = `"${id}" does not stand on the page of ${country.words.en.name}.`;
          const remedy = `Cite facts that have a topic and whose first "who" is ${country.who}.`;
          return [{ file, line, message, remedy }];
        }),
      ),
      ...headings.map(({ line, text }) => ({
        file,
        line,
        message: `The summary has the heading "${text}".`,
        remedy: 'The page gives its sections; write paragraphs only.',
      })),
      ...plainLinks.map((link) => linkPastLedger(file, link)),
    ];
  });
}

/** In each edition every country's page has its summary. */
function checkCountries(
  { ledger, countryPages, locate }: LedgerFiles,
  language: Language,
): Problem[] {
  return ledger.countries.flatMap(({ id }): Problem[] => {
    if (countryPages.some((page) => page.language === language && page.slug === id)) return [];
    const message = `The page of "${id}" has no summary.`;
    const remedy = `Write src/content/countries/${language}/${id}.md.`;
    return [{ ...locate('countries', id), message, remedy }];
  });
}

function checkExplainer(explainer: ExplainerFile, ledger: Ledger): Problem[] {
  const { file, split, data, language, slug } = explainer;
  const format = file.endsWith('.mdx') ? 'mdx' : 'md';
  const outline = outlineOf(split.body, format, split.bodyLine);
  const at = (...path: (string | number)[]) => ({ file, line: split.frontMatter.lineOf(path) });
  const exists = (place: { file: string; line: number }, look: () => unknown) =>
    unlessFound(place, () => {
      look();
      return [];
    });

  return [
    ...data.answers.flatMap(({ question }, n) =>
      exists(at('answers', n), () => ledger.question(question)),
    ),
    ...checkSections(explainer, outline),
    ...data.keyFacts.flatMap(({ fact }, n) => exists(at('keyFacts', n), () => ledger.fact(fact))),
    ...data.related.flatMap((related, n) =>
      related === slug
        ? [
            {
              ...at('related', n),
              message: `"${slug}" is related to itself.`,
              remedy: 'Leave it out.',
            },
          ]
        : exists(at('related', n), () => ledger.explainer(language, related)),
    ),
    ...outline.links.flatMap(({ kind, id, line }) =>
      exists({ file, line }, () =>
        kind === 'explainer' || kind === 'picture' ? ledger[kind](language, id) : ledger[kind](id),
      ),
    ),
    ...checkForm(file, outline),
    ...outline.links.flatMap((link) => checkTitle(file, link)),
  ];
}

/** What stands in quotation marks behind an id says one thing only: that the phrase has no line. */
function checkTitle(file: string, { kind, title, line }: RecordLink): Problem[] {
  if (title === undefined || (title === withoutLine && kind === 'fact')) return [];
  const message = `"${title}" behind a link means nothing.`;
  return [
    { file, line, message, remedy: `Only "${withoutLine}" behind a fact does; leave it out.` },
  ];
}

/** Each question but the one that the title asks has a section of its own, which exists. */
function checkSections({ file, split, data }: ExplainerFile, { headings }: Outline): Problem[] {
  const sections = headings.filter(({ depth }) => depth === 2).flatMap(({ id }) => id ?? []);
  const seen = new Set<string>();
  let whole: string | undefined;
  return data.answers.flatMap(({ question, section }, n): Problem[] => {
    const place = { file, line: split.frontMatter.lineOf(['answers', n]) };
    if (section === undefined) {
      if (whole === undefined) {
        whole = question;
        return [];
      }
      const message = `"${question}" names no section, and "${whole}" is answered by the whole page already.`;
      return [{ ...place, message, remedy: `Write "${question}: id-of-its-section".` }];
    }
    const isSecond = seen.has(section);
    seen.add(section);
    if (isSecond) {
      const message = `The section "${section}" answers two questions.`;
      return [{ ...place, message, remedy: `Give "${question}" a section of its own.` }];
    }
    if (sections.includes(section)) return [];
    const message = `"${question}" is answered by a section "${section}", which the page does not have.`;
    return [{ ...place, message, remedy: `Its sections are ${sections.join(', ')}.` }];
  });
}

/** In each edition every question is answered, and in one place. */
function checkAnswers({ ledger, locate, explainers }: LedgerFiles, language: Language): Problem[] {
  const answers = answersBy(explainers);
  return ledger.questions.flatMap(({ id, words }): Problem[] => {
    const [first, ...others] = answers(language, id);
    if (!first) {
      const message = `No explainer answers "${id}" (${words.en.plain}).`;
      const remedy = `Add it to the "answers" of a file in src/content/explainers/${language}/.`;
      return [{ ...locate('questions', id), message, remedy }];
    }
    return others.map(({ explainer: { file, split, data } }) => ({
      file,
      line: split.frontMatter.lineOf([
        'answers',
        data.answers.findIndex(({ question }) => question === id),
      ]),
      message: `"${id}" is answered by "${first.explainer.slug}" already.`,
      remedy: `Leave it out, and link there with [text](question:${id}).`,
    }));
  });
}

/** Headings have ids of their own, the last section says what is not known, links are known ones. */
function checkForm(file: string, { headings, plainLinks }: Outline): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, number>();
  for (const { depth, id, text, line } of headings) {
    if (depth === 1) {
      const message = `"# ${text}" is a first-level heading; the title of the page is one already.`;
      problems.push({ file, line, message, remedy: 'Begin with "##".' });
    }
    if (depth === 2 && (id === undefined || !latinId.test(id))) {
      const given = id === undefined ? 'has no id' : `has the id "${id}"`;
      const message = `The heading "${text}" ${given}.`;
      const remedy =
        'Give it a short Latin id: "## Heading {#short-id}". It is part of shared links.';
      problems.push({ file, line, message, remedy });
    }
    if (id === undefined) continue;
    const earlier = seen.get(id);
    if (earlier !== undefined) {
      const message = `The id "${id}" stands twice on the page (line ${earlier}).`;
      problems.push({ file, line, message, remedy: 'Choose another.' });
    }
    seen.set(id, line);
  }
  const last = headings.filter(({ depth }) => depth === 2).at(-1);
  if (last?.id !== 'not-known') {
    problems.push({
      file,
      line: last?.line,
      message: 'The last section does not say what is not known.',
      remedy: 'End with "## What is not known yet {#not-known}" and a list.',
    });
  }
  return [...problems, ...plainLinks.map((link) => linkPastLedger(file, link))];
}

function linkPastLedger(file: string, { url, line }: PlainLink): Problem {
  const message = `The link "${url}" leads past the ledger.`;
  const remedy = `Use ${linkKinds.map((kind) => `${kind}:`).join(', ')} and an id.`;
  return { file, line, message, remedy };
}

/** What a look-up finds wrong: its own problems, or the unknown id with the nearest that exist. */
function unlessFound(place: { file: string; line: number }, look: () => Problem[]): Problem[] {
  try {
    return look();
  } catch (error) {
    if (error instanceof UnknownIdError) return [{ ...place, message: error.message }];
    throw error;
  }
}
