/** What the search knows of the languages whose editions follow. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';

import { french } from '../../src/search/languages/french.ts';
import type { SearchLanguage } from '../../src/search/languages/language.ts';
import { ukrainian } from '../../src/search/languages/ukrainian.ts';
import { stemsIn, wordsIn } from '../../src/search/words.ts';

/** Every form of a word has the stem of the first. */
const share = (language: SearchLanguage, ...forms: string[]) => {
  const [first] = forms;
  for (const form of forms)
    assert.deepEqual(stemsIn(form, language), stemsIn(first ?? '', language), form);
};

describe('French', () => {
  test('elisions are taken off, with every apostrophe that readers type', () => {
    for (const text of ['l’asile', "l'asile", 'lʼasile', 'L‘Asile', "d'asile", "qu'asile"])
      assert.deepEqual(wordsIn(text, french), ['asile'], text);
    assert.deepEqual(wordsIn("s'il n'y a qu'un", french), ['il', 'y', 'a', 'un']);
    assert.deepEqual(wordsIn("jusqu'à l'armistice", french), ['a', 'armistice']);
  });

  test('an apostrophe that belongs to the word takes nothing off', () => {
    assert.deepEqual(wordsIn("Aujourd'hui, Côte d’Ivoire", french), [
      'aujourdhui',
      'cote',
      'ivoire',
    ]);
  });

  test('accents and forms make no difference', () => {
    share(french, 'réfugiés', 'refugies', 'réfugié', 'RÉFUGIÉ');
    share(french, 'garantie', 'garanties', 'garantir');
    share(french, 'soldat', 'soldats');
    share(french, 'l’impôt', 'impots', 'des impôts');
  });

  test('words that say nothing are left out', () => {
    assert.equal(stemsIn('est-ce que mon fils va être envoyé en Ukraine ?', french).length, 3);
  });
});

describe('Ukrainian', () => {
  test('the three apostrophes, and none, make no difference', () => {
    share(ukrainian, 'п’ять', "п'ять", 'пʼять', 'пять');
    share(ukrainian, 'перемир’я', 'перемиря');
  });

  test('й and ї stay letters of their own', () => {
    assert.deepEqual(wordsIn('Чий Київ?', ukrainian), ['чий', 'київ']);
    assert.deepEqual(wordsIn('Київ'.normalize('NFD'), ukrainian), ['київ']);
  });

  test('cases and numbers of a word share a stem', () => {
    share(ukrainian, 'гарантія', 'гарантії', 'гарантій', 'гарантіями', 'гарантію');
    share(ukrainian, 'пенсія', 'пенсією', 'пенсій', 'пенсії');
    share(ukrainian, 'мобілізація', 'мобілізації', 'мобілізацію');
    share(ukrainian, 'повістка', 'повістки', 'повісток');
    share(ukrainian, 'біженці', 'біженців', 'біженцям');
    share(ukrainian, 'притулок', 'притулку');
    share(ukrainian, 'вогонь', 'вогню');
    share(ukrainian, 'безпека', 'безпеки', 'безпекою');
    share(ukrainian, 'солдат', 'солдати', 'солдатів');
    share(ukrainian, 'війна', 'війни', 'війною');
    share(ukrainian, 'військо', 'війська', 'військ');
    share(ukrainian, 'діти', 'дітей', 'дитина', 'дитини');
  });

  test('words that differ keep apart', () => {
    const stems = ['мир', 'міна', 'мова', 'війна', 'військо', 'гарант', 'вогонь'].map((word) =>
      ukrainian.stem(word),
    );
    assert.equal(new Set(stems).size, stems.length);
  });

  test('words that say nothing are left out', () => {
    assert.equal(stemsIn('чи заберуть мого сина в армію', ukrainian).length, 3);
  });
});
