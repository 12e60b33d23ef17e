/**
 * The Sätteri plugin of the site: what an author writes as `[phrase](fact:id)` becomes what a reader
 * gets. It works on `.md` and `.mdx` alike. One plugin does it all, because the library builds its
 * tree anew for each.
 */
import { defineHastPlugin, type HastPluginDefinition, type HastVisitorContext } from 'satteri';
import { languages, rootLanguage, type Language } from '../i18n/languages.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { wordsAloud } from './aloud.ts';
import { linkRecords } from './record-links.ts';
import { linkHeadings, setNotKnownApart } from './sections.ts';
import { createTermMatcher, type TermMatcher } from './term-matcher.ts';
import { plainTree } from './tree.ts';
import { keepFigures, keepStops } from './unbroken.ts';

interface AstroData {
  frontmatter: Record<string, unknown>;
}

/** What the plugin finds out about a text: it leaves it in the frontmatter that `render()` gives. */
export interface TextParticulars {
  /** The ids of the facts cited, in the order of their numbers. */
  readonly notes: readonly string[];
  /** How many words are read aloud. */
  readonly wordsAloud: number;
}

/**
 * @param currentLedger gives the ledger; called once for each document, so that it may be re-read
 */
export function hastPlugins(currentLedger: () => Ledger): HastPluginDefinition[] {
  const matcherOf = rememberMatchers();
  return [
    defineHastPlugin({
      name: 'guarantees',
      options: { position: true },
      before(root, ctx) {
        const { fileURL } = ctx;
        const language = languageOf(fileURL);
        const ledger = currentLedger();
        const frontmatter = frontmatterOf(ctx);
        const tree = plainTree(root);

        // First, before texts are taken apart.
        keepFigures(tree, language);
        const notes = linkRecords(tree, {
          ledger,
          language,
          matcher: matcherOf(ledger, language),
          numbered: keyFactIds(frontmatter?.['keyFacts']),
          fileURL,
        });
        keepStops(tree);
        linkHeadings(tree);
        setNotKnownApart(tree);
        const particulars: TextParticulars = { notes, wordsAloud: wordsAloud(tree) };
        if (frontmatter) Object.assign(frontmatter, particulars);

        for (const child of root.children) ctx.removeNode(child);
        for (const child of tree.children) ctx.appendChild(root, child);
      },
    }),
  ];
}

/** A matcher is made once for each ledger and language. */
function rememberMatchers(): (ledger: Ledger, language: Language) => TermMatcher {
  const matchers = new WeakMap<Ledger, Map<Language, TermMatcher>>();
  return (ledger, language) => {
    const known = matchers.get(ledger) ?? new Map<Language, TermMatcher>();
    matchers.set(ledger, known);
    const matcher = known.get(language) ?? createTermMatcher(ledger.terms, language);
    known.set(language, matcher);
    return matcher;
  };
}

function keyFactIds(keyFacts: unknown): string[] {
  if (!Array.isArray(keyFacts)) return [];
  return keyFacts.flatMap((entry: unknown) =>
    typeof entry === 'string'
      ? [entry]
      : typeof entry === 'object' && entry !== null
        ? Object.keys(entry).slice(0, 1)
        : [],
  );
}

function frontmatterOf(ctx: HastVisitorContext): AstroData['frontmatter'] | undefined {
  return (ctx.data as { astro?: AstroData }).astro?.frontmatter;
}

function languageOf(fileURL: URL | undefined): Language {
  const folder = fileURL?.pathname.split('/').at(-2);
  return languages.find((language) => language === folder) ?? rootLanguage;
}
