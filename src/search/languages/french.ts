/** French for the search: what its edition needs besides its words. */
import { stemmer } from '@orama/stemmers/french';
import { listed, withoutMarks, type SearchLanguage } from './language.ts';

/** Articles, pronouns and conjunctions that lose their vowel before another: `l’asile`, `qu’on`. */
const elided = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu)'/;

/** Words in which the apostrophe is part of the word. */
const whole: ReadonlySet<string> = new Set(["aujourd'hui", "presqu'ile"]);

export const french: SearchLanguage = {
  plain: withoutMarks,
  // Readers leave accents out, so stems are taken of words without them.
  stem: (word) => stemmer(word),
  withoutElision: (word) => {
    if (whole.has(word)) return word.replaceAll("'", '');
    let rest = word;
    // `qu’est-ce` and `s’il n’y a` elide more than once, and what is left alone says nothing.
    while (elided.test(rest)) rest = rest.replace(elided, '');
    return rest.replaceAll("'", '');
  },
  regularForms: () => [],
  stopWords: new Set(
    listed(`
      a ai as au aura aurait aussi autre aux avec avez avoir avons bien c ca car ce cela celui ces cet
      cette ceux chez comme comment d dans de des dois doit doivent donc du elle elles en encore es est
      et etait etes etre eu eux faire fait faut font ici il ils j je l la le les leur leurs lui m ma mais
      me mes moi mon n ne ni nos notre nous on ont ou par pas peut peuvent peux plus plutot pour pourquoi
      puis qu quand que quel quelle quelles quels qui quoi s sa sans se sera serait ses si soit son sont
      suis sur t ta te tes toi ton tous tout toute toutes tres tu un une va vais vas veut vont vos votre
      vous y
    `),
  ),
  families: [],
};
