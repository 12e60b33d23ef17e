/**
 * The languages of the site. English stands at the root of the site; every further edition stands
 * below its own code (`/fr/`, `/uk/`).
 */

/** Every language the content may hold words in, in the order in which they are offered. */
export const languages = ['en', 'fr', 'uk'] as const;

export type Language = (typeof languages)[number];

/**
 * Languages whose edition is published. A language may hold some words (readers' questions, names
 * of terms) long before its edition opens.
 */
export const editions = ['en'] as const satisfies readonly Language[];

export type Edition = (typeof editions)[number];

/** The language at the root of the site. */
export const rootLanguage = 'en' satisfies Edition;
