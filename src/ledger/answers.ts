/** Which article, and which of its sections, answers a question. */
import type { Language } from '../i18n/languages.ts';
import type { Explainer } from './schemas.ts';

interface Answering {
  readonly language: Language;
  readonly data: Pick<Explainer, 'answers'>;
}

/** Where a question is answered. */
export interface Answer<Entry> {
  readonly explainer: Entry;
  /** The id of the section; undefined where the article as a whole answers. */
  readonly section: string | undefined;
}

/**
 * A look-up from a question's id to every place that answers it in a language; built in one pass.
 * There should be one place; `src/checks/references.ts` reports none and several.
 */
export function answersBy<Entry extends Answering>(
  explainers: readonly Entry[],
): (language: Language, question: string) => readonly Answer<Entry>[] {
  const found = new Map<string, Answer<Entry>[]>();
  for (const explainer of explainers) {
    for (const { question, section } of explainer.data.answers) {
      const key = `${explainer.language}/${question}`;
      found.set(key, [...(found.get(key) ?? []), { explainer, section }]);
    }
  }
  return (language, question) => found.get(`${language}/${question}`) ?? [];
}
