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
import { genuine } from './en-genuine.ts';
import { offline } from './en-offline.ts';
import { plural } from './en-plural.ts';
import { search } from './en-search.ts';
import { settings } from './en-settings.ts';
import { share } from './en-share.ts';

const moreSources = (count: number): string =>
  plural(count, 'more source', 'more sources').replace(' ', '\u00a0');

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
    },
  },

  changes: {
    title: 'What changed',
    description: 'Every new page, update and correction, the newest first.',
    beTold: 'Be told of changes',
    howToBeTold:
      'Give one of these addresses to a feed reader. It then shows you each change, and you need not come back to look. Nobody learns who you are.',
    rss: 'RSS feed',
    jsonFeed: 'JSON Feed',
    onlyCorrections: 'Corrections only',
    all: 'All changes',
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
    changes: 'What changed',
    data: 'Data',
    settings: settings.title,
    genuine: genuine.title,
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
    changeKinds: { published: 'New page', update: 'Update', correction: 'Correction' },
    passItOn: 'Pass it on',
    citation: (site: string, title: string, checked: string, url: string) =>
      `${site}: “${title}” Checked on ${checked}. ${url}`,
    shareBy: {
      email: 'E-mail',
      telegram: 'Telegram',
      whatsapp: 'WhatsApp',
    },
    reportMistake: 'Report a mistake',
    checkedOn: (date: string) => `Checked on ${date}.`,
    /** Other forms of a page. */
    takeAway: {
      leaflet: 'Leaflet to print',
      bibtex: 'Citation (BibTeX)',
      csl: 'Citation (CSL-JSON)',
    },
    qr: 'QR code of this page',
    fingerprint: (of: string) => `Fingerprint ${of}`,
    addDayOfReading: (field: string) =>
      `If your style asks on which day you read the page, add it as ${field} = {YYYY-MM-DD}.`,
  },

  leaflet: {
    title: (title: string) => `Leaflet: ${title}`,
    print: 'Print',
    hint: 'One page of A4 or US Letter, for a notice board. You can also print it from the menu of your browser, or with Control+P (on a Mac, Command+P).',
    back: 'Back to the whole page',
    readOn: 'The whole page, with every source:',
  },

  share,

  listen: {
    button: (minutes: number) => `Listen, about ${plural(minutes, 'minute', 'minutes')}`,
    player: 'Listen to this page',
    play: 'Play',
    pause: 'Pause',
    stop: 'Stop',
    previous: 'Previous section',
    next: 'Next section',
    speed: 'Speed',
    times: (rate: number) => `${rate.toLocaleString('en-GB')}×`,
    at: (number: number, of: number, title: string) => `${number} of ${of}: ${title}`,
    voice: 'This is your device’s own voice. It may say names wrongly.',
    finished: 'You have heard the whole page.',
    troubles: {
      silent: 'The voice has fallen silent. Press Play to try again.',
      'not-allowed': 'Your browser did not let the voice begin. Press Play.',
      'no-voice': 'Your device has no voice for this language any more.',
    },
  },

  notes: {
    title: 'Sources',
    proof: 'Proof',
    note: 'note',
    back: (number: number) => `Back to note ${number} in the text`,
    factPage: 'About this fact',
    leadOn: 'Each statement leads to all its sources.',
    andMore: (count: number) => `and ${moreSources(count)}`,
    moreSources,
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

  search,

  settings,
  offline,
  genuine,

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
    licences: 'What is by others here, and its licences',
    pagesAreStored:
      'Pages you open are stored on your device, so that you can read them without a connection.',
    seeStored: 'See them, or forget them',
    noCorrections: (date: string) => `No correction was needed up to ${date}.`,
  },

  data: {
    title: 'Data to download',
    lead: 'The facts, promises and sources of this site as files, free to use.',
    description:
      'Every fact, promise and source of this site as JSON and CSV files, with the meaning of each field.',
    datasetName: 'Security guarantees for Ukraine: facts, promises by country, and sources',
    datasetDescription:
      'What was agreed, promised, tied to a condition, left open or ruled out in the security guarantees for Ukraine of 6 January 2026 and around them: dated statements with their status, and the sources they rest on.',
    link: 'Take the facts, promises and sources as data',
    use: 'How you may use it',
    licence: 'You may copy, share and change the data for any purpose, under',
    licenceName: 'CC BY 4.0',
    attribution: (site: string) =>
      `Name “${site}”, link to the licence, and say what you changed. Please keep the status and the date beside each statement: a promise without its “if” is not the same promise.`,
    titles:
      'Titles and addresses of sources belong to their publishers. They are given so that you can find the sources.',
    date: (date: string) =>
      `The data were last compared with their sources on ${date}. Each record says on which day it was so.`,
    leftOut:
      'Left out are notes, which quote sources and stand on the page of each fact. Also left out are pages that only show that a claim was made: no fact rests on them.',
    records: (count: number) => plural(count, 'record', 'records'),
    schema: 'JSON Schema',
    files: {
      facts: {
        name: 'facts.json',
        title: 'Facts',
        about:
          'Every statement that the site rests on, with its status, date and sources. The list is called “facts”.',
      },
      promises: {
        name: 'promises.csv',
        title: 'Promises by country',
        about:
          'A table for spreadsheets: what each country or institution promised, tied to a condition, left open or ruled out. One row for each statement; a country can have several rows of one kind. The text is UTF-8. An empty cell means that nothing is known.',
      },
      sources: {
        name: 'sources.json',
        title: 'Sources',
        about:
          'Every page on which a statement may rest. Facts name them by their ids. The list is called “sources”.',
      },
    },
    head: {
      title: 'The head of the JSON files',
      about: 'Both JSON files begin with the same fields. They say what the file is.',
    },
    verified: {
      yes: 'A second, independent check found the statement in its sources',
      partly: 'That check could confirm only a part of it',
      no: 'That check could not confirm it',
    },
    fields: {
      head: {
        title: 'What the file holds.',
        schema: 'The address of the JSON Schema that the file keeps to.',
        about: 'The address of this page.',
        language: 'The language of the statements, as a code.',
        licence: 'The address of the licence.',
        attribution: 'The name to give when you use the data.',
        checked: 'The day on which the whole ledger was last compared with its sources.',
        newestSource: 'The date of the newest source. We know of nothing later.',
      },
      facts: {
        id: 'The name of the fact. It never changes.',
        url: 'The address of its page, with notes that the data leave out.',
        type: 'What sort of statement it is.',
        status: 'How firm the words are. Only a commitment has a status; null otherwise.',
        who: 'Whom it is about: country codes (ISO 3166-1), or cotw (the Coalition of the Willing), eu, nato, osce, un. Where it is somebody’s promise, they come first.',
        topic:
          'What kind of help or question it is about; null where it belongs to no country’s page.',
        asOf: 'The day on which it was so; null where no date is known.',
        certainty: 'How surely it is known; null where that was not graded.',
        verified: 'What a second check found.',
        statement: 'The statement in our own words, with its condition.',
        saidBy: 'Who said it, with the office held on that day; null where that is not recorded.',
        sources:
          'The sources it rests on, the best first: the id of each, and where in it to look, or null.',
      },
      promises: {
        country: 'The country’s code (ISO 3166-1), or eu or nato.',
        country_name: 'Its name.',
        kind: 'What kind of help it is about.',
        status: 'How firm the words are.',
        as_of: 'The day on which it was so, as 2026-01-06.',
        statement: 'The statement in our own words, with its condition.',
        said_by: 'Who said it, with the office held on that day.',
        verified: 'What a second check found.',
        fact: 'The id of the fact in facts.json.',
        fact_url: 'The address of the fact’s page.',
        sources: 'The addresses of the sources, the best first, with a space between them.',
      },
      sources: {
        id: 'The name by which facts refer to it. It never changes.',
        url: 'Its address.',
        title: 'Its title, in its own language.',
        publisher: 'Who published it.',
        published: 'When, as exact as it is known; null where the page shows no date.',
        language: 'The language it is written in, as a code.',
        kind: 'What sort of publication it is.',
      },
    },
  },

  moved: {
    title: 'This page has moved',
    page: 'You find it at',
    part: 'This part has moved. You find it at',
  },

  notFound: {
    title: 'This page does not exist',
    lead: 'The address may be mistyped, or cut off when it was copied. Addresses of this site never change.',
    goOn: 'Where to go on',
  },
};
