import { languageName } from '../i18n/dates.ts';
import type { Edition } from '../i18n/languages.ts';
import { wordsOf } from '../i18n/words.ts';
import type { Source } from '../ledger/schemas.ts';
import { hostOf } from './host.ts';

/**
 * What stands in brackets behind a source: where its link leads, and its language where it is another
 * than the page's. Empty where neither is to be said.
 */
export function sourceAside(language: Edition, source: Source): string {
  return [
    ...(source.kind === 'claim-only' ? [] : [hostOf(source.url)]),
    ...(source.language === language
      ? []
      : [wordsOf(language).notes.inLanguage(languageName(language, source.language))]),
  ].join(', ');
}
