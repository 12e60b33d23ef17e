/**
 * English for the search. The families are an editor's list of everyday words: what people say, and
 * what these pages say. Names of terms, and wordings of questions, are not repeated here.
 */
import { stemmer } from 'stemmer';
import { listed, withoutMarks, type SearchLanguage } from './language.ts';

/** Forms that no rule of spelling leads back to the word. */
const irregular: Readonly<Record<string, string>> = {
  children: 'child',
  died: 'die',
  dying: 'die',
  fought: 'fight',
  given: 'give',
  gave: 'give',
  kept: 'keep',
  led: 'lead',
  left: 'leave',
  lost: 'lose',
  men: 'man',
  paid: 'pay',
  people: 'person',
  said: 'say',
  sent: 'send',
  signed: 'sign',
  spent: 'spend',
  spoke: 'speak',
  taken: 'take',
  took: 'take',
  women: 'woman',
  written: 'write',
};

export const english: SearchLanguage = {
  plain: withoutMarks,
  stem: (word) => stemmer(irregular[word] ?? word),
  withoutElision: (word) => word.replace(/'(s|re|ve|ll|d|m)$/, '').replaceAll("'", ''),
  regularForms: (word) => {
    const root = word.replace(/e$/, '');
    return [`${word}s`, `${root}ed`, `${root}ing`];
  },
  stopWords: new Set(
    listed(`
      a about actually after again all also am an and any anybody anyone anything are arent as at be
      because been before being but by can cannot cant could couldnt did didnt do does doesnt doing
      done dont else ever every exactly for from get gets getting go goes going gonna got had has have
      having he her here hers him his how i id if im in into is isnt it its ive just know let lets like
      lot made make makes may maybe me mean meaning means might mine more most much must my need
      needs no not now of off ok on one or other our ours out over own please put quite really said
      same say says she should shouldnt so some somebody someone something still such sure tell than
      that thats the their theirs them themselves then there these they thing things think this those
      though through to too true us use used very want wants was wasnt we well were what whatever
      whats when where whether which while who whom whos whose why will with without wont would
      wouldnt yes yet you your yours yourself
    `),
  ),
  families: [
    ['soldiers', 'troops', 'army', 'military', 'forces', 'boots on the ground', 'servicemen'],
    ['conscription', 'draft', 'conscript', 'call up', 'called up', 'national service', 'mobilised'],
    ['son', 'boy', 'lad', 'daughter', 'girl', 'kid', 'child', 'teenager', 'grandson'],
    ['husband', 'brother', 'father', 'dad', 'boyfriend', 'man'],
    ['guarantee', 'guarantor', 'assurance', 'promise', 'pledge'],
    ['ceasefire', 'truce', 'armistice', 'end of fighting'],
    ['pay', 'cost', 'money', 'price', 'bill', 'fund', 'spend', 'expensive', 'cash', 'afford'],
    ['tax', 'taxes', 'taxpayer', 'levy'],
    ['frozen', 'seized', 'confiscate', 'immobilised'],
    ['assets', 'money', 'funds', 'reserves'],
    ['parliament', 'congress', 'mps', 'lawmakers', 'politicians', 'bundestag', 'senate'],
    ['vote', 'referendum', 'ballot', 'poll'],
    ['poll', 'survey', 'opinion'],
    ['refugees', 'displaced', 'fled', 'asylum'],
    ['home', 'return', 'back'],
    ['nuclear', 'nukes', 'atomic', 'bomb'],
    ['usa', 'america', 'american', 'united states', 'washington', 'trump', 'us'],
    ['russia', 'russian', 'putin', 'moscow', 'kremlin'],
    ['ukraine', 'ukrainian', 'kyiv', 'kiev'],
    [
      'britain',
      'british',
      'uk',
      'united kingdom',
      'england',
      'london',
      'scotland',
      'wales',
      'english',
    ],
    ['france', 'french', 'macron'],
    ['germany', 'german', 'merz'],
    ['poland', 'polish', 'poles'],
    ['italy', 'italian', 'meloni'],
    ['spain', 'spanish'],
    ['belgium', 'belgian'],
    ['netherlands', 'dutch', 'holland'],
    ['denmark', 'danish', 'danes'],
    ['sweden', 'swedish'],
    ['norway', 'norwegian'],
    ['finland', 'finnish', 'finns'],
    ['estonia', 'estonian'],
    ['latvia', 'latvian'],
    ['lithuania', 'lithuanian'],
    ['czechia', 'czech', 'czech republic'],
    ['romania', 'romanian'],
    ['bulgaria', 'bulgarian'],
    ['greece', 'greek'],
    ['portugal', 'portuguese'],
    ['ireland', 'irish'],
    ['croatia', 'croatian'],
    ['austria', 'austrian'],
    ['slovenia', 'slovenian'],
    ['iceland', 'icelandic'],
    ['luxembourg', 'luxembourgish'],
    ['turkiye', 'turkey', 'turkish', 'turks'],
    ['canada', 'canadian', 'carney'],
    ['australia', 'australian', 'aussie'],
    ['new zealand', 'kiwi'],
    ['japan', 'japanese'],
    ['cyprus', 'cypriot'],
    ['eu', 'european union', 'brussels'],
    ['fake', 'false', 'lie', 'propaganda', 'disinformation', 'rumour', 'hoax', 'misleading'],
    ['video', 'clip', 'deepfake', 'photo', 'picture', 'footage'],
    ['attack', 'invade', 'strike', 'hit', 'target', 'break'],
    ['war', 'fight', 'combat', 'battle', 'fighting'],
    ['sent', 'deploy', 'go', 'dispatch', 'station'],
    ['weapons', 'arms', 'missiles', 'tanks'],
    ['safe', 'danger', 'risk', 'protect'],
    ['scared', 'afraid', 'worried', 'anxious', 'fear'],
    ['refuse', 'objector', 'dodge', 'say no', 'opt out'],
    ['reservist', 'reserve', 'former soldier', 'veteran'],
    ['old', 'age', 'young', 'limit'],
    ['hospital', 'doctor', 'nurse', 'medical', 'health'],
    ['job', 'work', 'employer'],
    ['land', 'territory', 'occupied', 'region'],
    ['join', 'member', 'membership', 'accession'],
    ['peacekeepers', 'blue helmets', 'peacekeeping'],
    ['monitor', 'watch', 'check', 'observe', 'verify'],
    ['long', 'years', 'duration', 'time', 'forever'],
    ['deal', 'agreement', 'treaty', 'signed', 'pact', 'accord'],
    ['trust', 'reliable', 'rely', 'believe', 'count on'],
    ['leave', 'withdraw', 'pull out', 'abandon', 'quit'],
    ['election', 'vote'],
    ['prepare', 'ready', 'emergency', 'stock'],
    ['talk', 'explain'],
    ['write', 'contact', 'letter'],
    ['representative', 'mp', 'deputy', 'politician'],
    ['many', 'number', 'size'],
  ],
};
