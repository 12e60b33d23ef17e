/** Ukrainian for the search: what its edition needs besides its words. */
import { stemmer } from '@orama/stemmers/ukrainian';
import { listed, type SearchLanguage } from './language.ts';

/** Words whose forms have no beginning in common, or that look like forms of a verb. */
const irregular: Readonly<Record<string, string>> = {
  дитина: 'діти',
  дитини: 'діти',
  дитині: 'діти',
  дитину: 'діти',
  дитиною: 'діти',
  люди: 'людина',
  людей: 'людина',
  людям: 'людина',
  солдати: 'солдат',
};

/** What the library leaves of endings after `і`: гаранті|ї, пенсі|єю. */
const leftOver = /(?<=.{3})[іїєєийя]+$/u;

/** A vowel that comes and goes: вогонь and вогню, притулок and притулку, повісток and повістки. */
const fleeting = /(?<=.{2}[бвгґджзклмнпрстфхцчшщ])[ое](?=[бвгґджзклмнпрстфхцчшщ]$)/u;

export const ukrainian: SearchLanguage = {
  // `й` and `ї` are letters of their own, so no marks are taken off.
  plain: (text) => text.normalize('NFC'),
  stem: (word) =>
    stemmer(irregular[word] ?? word)
      .replace(leftOver, '')
      .replace(fleeting, ''),
  // Readers type `п’ять`, `п'ять` and `пять`.
  withoutElision: (word) => word.replaceAll("'", ''),
  regularForms: () => [],
  stopWords: new Set(
    listed(`
      а або адже але б без би бо був буде будемо будете будуть була були було бути в вам вас вже ви від він
      вона вони воно все всі всіх втім вас ваш для до є ж за з зі із й його її їх їхній і інша інші к коли
      кого ли лише м ма має мають мене мені ми мій моя мої моєї мого на над нам нас наш не нею ним них ні ну
      о об от отже по при про саме свій своя себе слід собі так такий така такі там те ти тим тих то тобі той
      тому ту тут у уже хіба хто хотів це цей ця ці цього цьому че чи чим чого чому що щоб щодо щось як яка
      який які якщо я
    `),
  ),
  families: [],
};
