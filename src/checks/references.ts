/**
 * Checks that every reference leads somewhere and that each article has the form readers and
 * addresses rely on. Whatever this finds stops the build.
 */
import { languages } from '../i18n/languages.ts';
import type { ExplainerFile, HomeFile, LedgerFiles } from '../ledger/read.ts';
import { UnknownIdError, type Ledger } from '../ledger/ledger.ts';
import type { Problem } from '../ledger/problems.ts';
import { outlineOf, type Outline } from '../markdown/outline.ts';

const latinId = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Every broken reference and rule of form, over ledger and articles. */
export function checkReferences(files: LedgerFiles): Problem[] {
  return [
    ...checkSources(files),
    ...checkLedgerIds(files),
    ...checkNotes(files),
    ...files.homes.flatMap((home) => checkHome(home, files.ledger)),
    ...files.explainers.flatMap((explainer) => checkExplainer(explainer, files.ledger)),
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
function checkHome({ data, language, locate }: HomeFile, ledger: Ledger): Problem[] {
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
    ...data.askedMost.flatMap((slug, index) =>
      unlessFound(locate(['askedMost', index]), () => {
        ledger.explainer(language, slug);
        return [];
      }),
    ),
  ];
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
    ...data.answers.flatMap((id, n) => exists(at('answers', n), () => ledger.question(id))),
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
        kind === 'explainer' ? ledger.explainer(language, id) : ledger[kind](id),
      ),
    ),
    ...checkForm(file, outline),
  ];
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
  for (const { url, line } of plainLinks) {
    const message = `The link "${url}" leads past the ledger.`;
    const remedy = 'Use fact:, term:, claim:, country: or explainer: and an id.';
    problems.push({ file, line, message, remedy });
  }
  return problems;
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
