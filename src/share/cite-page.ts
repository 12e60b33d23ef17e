/** The citation of a record's page, with the words of its edition and the publisher of this copy. */
import { absolute, addressesOf } from '../i18n/addresses.ts';
import { formatDate } from '../i18n/dates.ts';
import { wordsOf } from '../i18n/words.ts';
import { settings } from '../site.ts';
import type { Citation } from './citation.ts';
import type { RecordPage } from './records.ts';

/** Everything that a citation of a page says. */
export function citationOf(record: RecordPage): Citation {
  const { language, section, slug, title, changed, checked } = record;
  const { site, explainers } = wordsOf(language);
  return {
    id: `${section}-${slug}`,
    title,
    site: site.name,
    publisher: settings.publisher,
    url: absolute(addressesOf(language).record(section, slug)),
    language,
    changed,
    note: explainers.checkedOn(formatDate(language, checked)),
  };
}
