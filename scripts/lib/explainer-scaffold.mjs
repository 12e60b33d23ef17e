// @ts-check
/** The text of an article that is yet to be written. */
import { stringify } from 'yaml';

/**
 * Writes the front matter and the sections every article has. The ids that only its writer can
 * know are stand-ins which the checks report as unknown, so that it cannot go out half written.
 *
 * @param {object} article
 * @param {string} article.title the reader's question
 * @param {string} article.theme
 * @param {string} article.today `2026-11-23`
 * @param {{ id: string, plain: string }[]} article.answers the questions it answers; where there are
 *   several, the first is the one the title asks
 * @param {string[]} article.related slugs of other articles
 * @param {string} article.newest the day of the newest source, in words
 * @returns {string} the whole file
 */
export function explainerScaffold({ title, theme, today, answers, related, newest }) {
  const [first, ...others] = answers;
  const answered = [...(first ? [first.id] : []), ...others.map(({ id }) => ({ [id]: id }))];
  const sections = others.length > 0 ? answers : [{ id: 'why', plain: 'Why is that so?' }];
  return `---
title: ${value(title)}
# One to three plain sentences, 40 to 320 characters. Begin with the yes, the no, or "no such plan was found".
answer: Write the answer here, in one to three plain sentences.
theme: ${value(theme)}
# The question the title asks, then "question: id of its section" for each further one.
answers: ${list(answered)}
# Three to five ids from src/content/ledger/facts/, the most important for this reader first.
# "id: one plain sentence" where the fact's own statement is hard to read.
keyFacts:
  - write-first-fact-id
  - write-second-fact-id
  - write-third-fact-id
checked: ${today}
related: ${list(related.length > 0 ? related : ['write-slug-of-another-article'])}
# Other words a reader may search for; misspellings are welcome.
aliases: []
changes:
  - date: ${today}
    kind: published
    text: First published.
---

${sections
  .map(
    ({ id, plain }) =>
      `## ${plain} {#${id}}\n\n<!-- Write the answer first, then the reasons. -->\n`,
  )
  .join('\n')}
## What does it mean for you? {#for-you}

<!-- Write what changes for the reader, and on what condition. -->
<!-- Cite the phrase, not the paragraph: [phrase](fact:id). -->

## What is not known yet {#not-known}

- <!-- Write what is undecided, or what you looked for and did not find. -->
- Anything that happened after ${newest}, the date of our newest source.
`;
}

/**
 * @param {string} text
 * @returns {string} as a YAML value, in quotation marks where it needs them
 */
function value(text) {
  return stringify(text, { lineWidth: 0 }).trimEnd();
}

/**
 * @param {(string | Record<string, string>)[]} entries
 * @returns {string} as a YAML list on one line
 */
function list(entries) {
  return stringify(entries, {
    collectionStyle: 'flow',
    flowCollectionPadding: false,
    lineWidth: 0,
  }).trimEnd();
}
