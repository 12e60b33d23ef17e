/** Interface words in English. Sentences with a place to fill are functions. */
import type {
  Certainty,
  FactType,
  Help,
  Source,
  Status,
  Theme,
  Topic,
  Verdict,
} from '../ledger/schemas.ts';

const plural = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

const helps = {
  ground: 'Soldiers in Ukraine',
  air: 'In the air',
  sea: 'At sea',
  training: 'Training',
  monitoring: 'Watching the ceasefire',
  logistics: 'Transport and supplies',
  equipment: 'Weapons and vehicles',
  money: 'Money',
} satisfies Record<Help, string>;

export const en = {
  site: {
    name: 'Guarantees Explained',
    nameParts: ['Guarantees', 'Explained'],
    /** For the address bar of a browser: 16 letters at most. */
    shortName: 'Guarantees',
    description:
      'What the security guarantees for Ukraine mean for ordinary people: what is agreed, what is only promised, what depends on an “if”, and what nobody has decided.',
    skip: 'Skip to the text',
    mainNavigation: 'Main',
    breadcrumb: 'You are here',
    home: 'Home',
    by: (publisher: string) => `Published by ${publisher}.`,
    independent: 'It is not the site of a government, a party or a company.',
    howWeCheck: 'How facts are checked',
    checkedPrefix: 'Checked on',
    checkedAgainst: ' against sources up to',
    mayHaveChanged: 'Things may have changed since then.',
    footer: {
      linesTitle: 'How to read the lines',
      lines:
        'A line is as firm as the words it stands for. Only commitments have one. A rule of law, an event, a figure, an opinion or a gap has a number and no line.',
      siteTitle: 'This site',
      nothingLater: (date: string) =>
        `Our newest source is dated ${date}. We know of nothing later, and things may have changed since then.`,
      licence: 'Words and data: CC BY 4.0. Code: MIT.',
      feed: 'Feed of changes',
    },
  },

  sections: {
    explainers: 'Explainers',
    countries: 'Countries',
    terms: 'Terms',
    claims: 'Claims',
    timeline: 'Timeline',
    facts: 'Facts',
    sources: 'Sources',
    search: 'Search',
    about: 'About',
    corrections: 'Corrections',
  },

  statuses: {
    agreed: { word: 'Agreed', meaning: 'Signed or decided. No step is missing.' },
    promised: { word: 'Promised', meaning: 'Said in public, with no condition. Not yet decided.' },
    conditional: { word: 'Only if…', meaning: 'Holds only if something else happens first.' },
    undecided: { word: 'Not decided', meaning: 'Left open by those who decide.' },
    rejected: { word: 'Ruled out', meaning: 'Somebody who decides said no.' },
  } satisfies Record<Status, { word: string; meaning: string }>,

  factTypes: {
    commitment: 'Commitment',
    event: 'Event',
    rule: 'Rule',
    figure: 'Figure',
    position: 'Opinion or position',
    gap: 'Missing or unclear',
  } satisfies Record<FactType, string>,

  certainties: {
    'primary-text-seen': 'Read in the document itself',
    'several-reports': 'Several reports',
    'one-report': 'One report',
  } satisfies Record<Certainty, string>,

  verified: {
    full: 'A second, independent check found this in the sources.',
    partly: 'A second check could confirm only a part of this; the note says which.',
    none: 'A second check could not confirm this.',
  },

  sourceKinds: {
    primary: 'Documents themselves',
    official: 'Governments and institutions',
    news: 'News reports',
    analysis: 'Analyses',
    reference: 'Reference works',
    'fact-check': 'Fact checks',
    poll: 'Polls',
    'claim-only': 'Where a claim was seen',
  } satisfies Record<Source['kind'], string>,

  verdicts: {
    false: {
      word: 'False',
      meaning: 'The facts say otherwise, or it came without proof and those concerned deny it.',
    },
    misleading: {
      word: 'Misleading',
      meaning: 'A part is true, but the whole gives a wrong picture.',
    },
    'missing-context': {
      word: 'Something is missing',
      meaning: 'True as far as it goes, but it leaves out what matters.',
    },
    opinion: { word: 'Opinion', meaning: 'A view or a threat. It cannot be proved or disproved.' },
    true: { word: 'True', meaning: 'The facts bear it out.' },
  } satisfies Record<Verdict, { word: string; meaning: string }>,

  themes: {
    'what-is-it': 'What was agreed',
    draft: 'The draft',
    'war-risk': 'War and safety',
    nuclear: 'Nuclear weapons',
    'where-when': 'Where and when',
    'law-and-vote': 'Law and votes',
    history: 'Earlier agreements',
    money: 'Money',
    countries: 'Countries',
    america: 'America',
    russia: 'Russia',
    'ukraine-people': 'People in Ukraine',
    refugees: 'Refugees',
    words: 'Words',
    fakes: 'False stories',
  } satisfies Record<Theme, string>,

  helps,

  topics: {
    ...helps,
    general: 'In general',
    decision: 'Who decides',
    citizens: 'What touches citizens',
  } satisfies Record<Topic, string>,

  home: {
    title: 'What was promised to Ukraine, and what was not',
    lead: 'Plain answers on the security guarantees of 6 January 2026, and what they mean for you.',
    askedMost: 'Asked most',
    live: 'Where do you live?',
    allExplainers: 'All explainers by theme',
    notKnown: 'Still not known',
    changed: 'What changed',
  },

  explainers: {
    title: 'All explainers',
    lead: 'Readers’ questions, answered in plain words. Every statement leads to its source.',
    themes: 'Themes',
    description:
      'Every explainer, by theme: readers’ questions answered in plain words, with sources.',
    keyFacts: 'Key facts',
    onThisPage: 'On this page',
    related: 'Related questions',
    askAnother: 'Ask another question',
    changes: 'What changed',
    changeKinds: { published: 'New', update: 'Update', correction: 'Correction' },
    passItOn: 'Pass it on',
    citation: (site: string, title: string, checked: string, url: string) =>
      `${site}: “${title}” Checked on ${checked}. ${url}`,
    shareBy: {
      email: 'E-mail',
      telegram: 'Telegram',
      whatsapp: 'WhatsApp',
    },
    reportMistake: 'Report a mistake',
  },

  notes: {
    title: 'Sources',
    proof: 'Proof',
    note: 'note',
    back: (number: number) => `Back to note ${number} in the text`,
    factPage: 'About this fact',
    inNote: (number: number) => `(note ${number})`,
    moreSources: (count: number) =>
      plural(count, 'more source', 'more sources').replace(' ', '\u00a0'),
    undated: 'undated',
    inLanguage: (language: string) => `in ${language}`,
    noDate: 'No date recorded',
  },

  pictures: {
    link: 'Link to this',
    key: 'The filled part is for, the outlined part against; the pale part between them gave no answer.',
    yes: (percent: number) => `${percent}% for`,
    no: (percent: number) => `${percent}% against`,
  },

  facts: {
    title: 'Every fact',
    lead: 'Everything this site says rests on these records. Each has a page of its own.',
    description: 'The ledger: every fact the site rests on, with its status, date and sources.',
    who: 'Whom it is about',
    saidBy: 'Who said it',
    asOf: 'As of',
    certainty: 'How sure',
    note: 'What to know besides',
    sources: 'Sources',
    where: (place: string) => `See: ${place}.`,
    /** Stands before a statement in a title. */
    notConfirmed: 'Not confirmed',
    /** Stands under a statement on its preview image. */
    partlyConfirmed: 'A second check could confirm only a part of this.',
    usedIn: 'Where it is used',
    usedNowhere: 'No article cites this fact yet.',
    countryPage: (name: string) => `${name}: all promises`,
    notGraded: 'Not graded',
    groups: {
      'paris-declaration': 'The Paris Declaration',
      'declaration-of-intent': 'The Declaration of Intent',
      joint: 'The coalition together',
      countries: 'Countries and institutions',
      'road-to-paris': 'The road to Paris',
      'after-paris': 'After Paris',
      rules: 'NATO, the EU, the United Nations and the law',
      history: 'Earlier promises and missions',
    },
    parties: {
      cotw: 'Coalition of the Willing',
      eu: 'European Union',
      nato: 'NATO',
      osce: 'OSCE',
      un: 'United Nations',
    },
  },

  sources: {
    title: 'Every source',
    lead: 'Where our facts come from, and which facts rest on each source.',
    description:
      'Every source of the site, with its publisher, date and the facts that rest on it.',
    claimOnly:
      'These pages only show that a claim was made. They support no fact, and we do not link to them.',
    supports: 'Rests on it:',
    shows: 'Shows that this was claimed:',
  },

  terms: {
    title: 'Terms from A to Z',
    lead: 'Hard words in plain words.',
    description: 'Words of war, law and diplomacy explained in plain words, from A to Z.',
    pageTitle: (term: string) => `What does “${term}” mean?`,
    inOtherLanguages: 'In other languages',
    usedIn: 'Explainers that use this word',
    sources: 'Sources of this definition',
    all: 'All terms from A to Z',
    more: 'More words',
    moreAbout: (term: string) => `More about “${term}”`,
    close: 'Close',
    letters: 'Letters',
  },

  claims: {
    title: 'Claims checked',
    lead: 'What people say about the guarantees, and what is so. The same test for everyone.',
    description: 'Claims about the security guarantees for Ukraine, checked against the sources.',
    verdict: 'Our finding on the claim',
    theClaim: 'The claim',
    who: 'Who said it',
    why: 'Why we say so',
    note: 'What to know besides',
    sources: 'Sources',
    seenAt: 'Where the claim was seen',
    notLinked: 'These pages only show that the claim was made. We do not link to them.',
    more: 'More claims checked',
    tips: 'How to spot a false story',
    parts: 'Parts of this page',
    byParty: 'By whom they are about',
    trick: (count: number) => (count === 1 ? 'The trick' : 'The tricks'),
    againstTrick: 'What helps against it',
  },

  countries: {
    /** How readers ask for a country; for the search only. */
    askedAs: (name: string) => [
      `What has ${name} promised?`,
      `Is ${name} sending soldiers?`,
      `How does ${name} help Ukraine?`,
      `What is the role of ${name}?`,
      `Who decides in ${name}?`,
    ],
    title: 'Who promised what',
    lead: 'Most countries tie any part to a ceasefire. Some have ruled out soldiers; many have not decided.',
    description:
      'What each country of the Coalition of the Willing has promised Ukraine, ruled out or left open.',
    soldiers: 'Would it send soldiers to Ukraine?',
    mapLabel: 'Map of countries: the line in each tile shows where it stands on sending soldiers.',
    mapText: 'The lists on this page say the same in words.',
    overseas: 'Overseas',
    nothingFound: 'Nothing found',
    nothingFoundMeaning:
      'We found no statement about sending soldiers. That does not mean that there is none.',
    table: 'Every kind of help',
    help: 'Help',
    none: 'Nothing found',
    oneByOne: 'One by one',
    noPage: (names: string) =>
      `${names} are also counted as members. We found nothing they promised.`,
    inShort: 'In short',
    claims: 'Claims about it, checked',
    membership: 'Coalition of the Willing',
    member: 'Member',
    notMember: 'Not a member',
    unclear: 'Unclear; sources differ',
    means: (name: string) => `What it means if you live in ${name}`,
    meansInstitution: 'What touches citizens',
    promised: (name: string) => `What ${name} promised, ruled out or left open`,
    said: (name: string) => `What ${name} said besides`,
    decides: 'Who decides on sending soldiers',
    noDecision: 'We found no record of how this is decided.',
    nothingForCitizens: (name: string) =>
      `We found nothing that touches people in ${name} directly.`,
    notKnown: 'What is not known yet',
    notKnownLater: (date: string) =>
      `Anything that happened after ${date}, the date of our newest source.`,
    notKnownSoldiers: (name: string) =>
      `Whether ${name} would send soldiers. We found no statement.`,
    notKnownDecision: (name: string) => `How ${name} would decide on sending soldiers.`,
    explainers: 'Explainers that name it',
    all: 'All countries',
    soldiersShort: 'Soldiers in Ukraine',
    pageTitle: (name: string) => `${name}: what was promised to Ukraine`,
  },

  timeline: {
    title: 'Timeline',
    lead: 'What happened, in order of dates.',
    years: 'Years',
    description: 'Dated facts about the security guarantees for Ukraine, in order.',
  },

  search: {
    title: 'Search',
    description: 'Search the explainers, terms, claims and countries.',
    label: 'What do you want to know?',
    button: 'Search',
    results: 'Search results',
    shortLabel: 'Search this site',
    withoutScript: 'Search needs JavaScript. Here is everything, by theme.',
    browse: 'Or look through everything',
    allTerms: 'All terms',
    loading: 'Searching…',
    count: (count: number, query: string) =>
      `${plural(count, 'result', 'results')} for “${query}”.`,
    none: (query: string) =>
      `Nothing found for “${query}”. This site has nothing on it, or calls it something else.`,
    shortAnswer: 'Short answer',
    checked: (date: string) => `Checked on ${date}`,
    /** What was really searched for. */
    corrected: (meant: string) => `Showing results for ${meant}.`,
    /** Said before what was typed, which is a link. */
    instead: 'Search instead for',
    askedMost: 'What readers ask most',
    filter: 'Show',
    everything: (count: number) => `Everything (${count})`,
    ofKind: (kind: string, count: number) => `${kind} (${count})`,
    kindsMany: {
      explainer: 'Explainers',
      term: 'Terms',
      claim: 'Claims checked',
      country: 'Countries',
      page: 'Pages',
    },
    failed: 'The search could not be loaded. The list below has every page.',
    kinds: {
      explainer: 'Explainer',
      term: 'Term',
      claim: 'Claim checked',
      country: 'Country',
      page: 'Page',
    },
  },

  about: {
    /** How readers ask for the page about this site; for the search only. */
    askedAs: [
      'About this site',
      'Who makes this site?',
      'Who runs this website?',
      'Who pays for this website?',
      'How do you check facts?',
      'Is this site independent?',
    ],
    who: 'Who makes this site',
    inNumbers: 'In numbers',
    facts: 'Facts in the ledger',
    verified: 'Facts that a second check found in their sources',
    sources: 'Sources',
    claims: 'Claims checked',
    terms: 'Terms explained',
    writeTo: 'Write to us about a mistake',
    noContact:
      'The publisher of this copy has given no address. Tell the person or group who sent you here.',
    repository: 'Source code and data',
    noCorrections: (date: string) => `No correction was needed up to ${date}.`,
  },

  notFound: {
    title: 'This page does not exist',
    lead: 'The address may be mistyped, or cut off when it was copied. Addresses of this site never change.',
    goOn: 'Where to go on',
  },
};
