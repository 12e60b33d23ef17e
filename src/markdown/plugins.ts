/**
 * Sätteri plugins: what an author writes as `[phrase](fact:id)` becomes what a reader gets. They
 * work on `.md` and `.mdx` alike. One set of plugins is made for each document, because notes are
 * numbered and terms explained once for each page.
 */
import { fileURLToPath } from 'node:url';
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import {
  defineHastPlugin,
  type HastNode,
  type HastPluginDefinition,
  type HastVisitorContext,
} from 'satteri';
import { addressesOf, countrySlug } from '../i18n/addresses.ts';
import { formatDate } from '../i18n/dates.ts';
import { languages, rootLanguage, type Language } from '../i18n/languages.ts';
import { wordsOf } from '../i18n/words.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Term } from '../ledger/schemas.ts';
import { countWords } from '../listen/minutes.ts';
import { drawPicture, pictureAnchor } from '../pictures/picture.ts';
import { element, link, text } from './elements.ts';
import { keepTogether } from './keep-together.ts';
import { parsePageUrl, parseRecordUrl, withoutLine } from './outline.ts';
import { createTermMatcher, type TermMatcher } from './term-matcher.ts';

interface AstroData {
  frontmatter: Record<string, unknown>;
}

/** Elements in whose text no term is explained. */
const noTermsIn = new Set('a button code dfn figure h1 h2 h3 h4 h5 h6'.split(' '));

/**
 * The plugins, in the order in which they must run.
 *
 * @param currentLedger gives the ledger; called once for each document, so that it may be re-read
 */
export function hastPlugins(currentLedger: () => Ledger) {
  const matchers = new WeakMap<Ledger, Map<Language, TermMatcher>>();
  const matcherOf = (ledger: Ledger, language: Language): TermMatcher => {
    const known = matchers.get(ledger) ?? new Map<Language, TermMatcher>();
    matchers.set(ledger, known);
    const matcher = known.get(language) ?? createTermMatcher(ledger.terms, language);
    known.set(language, matcher);
    return matcher;
  };
  return [
    ({ fileURL }: { fileURL: URL | undefined }) => unbrokenFigures(languageOf(fileURL)),
    ({ fileURL }: { fileURL: URL | undefined }) => {
      const language = languageOf(fileURL);
      const ledger = currentLedger();
      return recordLinks({ ledger, language, matcher: matcherOf(ledger, language) });
    },
    () => stopsWithTerms(),
    () => linkedHeadings(),
    () => notKnownSection(),
    () => lengthAloud(),
  ];
}

interface DocumentContext {
  readonly ledger: Ledger;
  readonly language: Language;
  readonly matcher: TermMatcher;
}

/** Figures stay on one line with what they count. Runs first, before texts are taken apart. */
function unbrokenFigures(language: Language): HastPluginDefinition {
  return defineHastPlugin({
    name: 'unbroken-figures',
    text(node, ctx) {
      const kept = keepTogether(node.value, language);
      if (kept !== node.value) ctx.replaceNode(node, text(kept));
    },
  });
}

/** Citations, explained terms and links to records, in the order of the text. */
function recordLinks({ ledger, language, matcher }: DocumentContext): HastPluginDefinition {
  const to = addressesOf(language);
  const words = wordsOf(language);
  const notes = new Map<string, number>();
  const explained: Term[] = [];
  const explainedIds = new Set<string>();

  const explain = (term: Term, phrase: ElementContent[]): Element => {
    explained.push(term);
    explainedIds.add(term.id);
    const properties = { className: ['term'], href: `#${definitionId(term)}` };
    return element('a', properties, phrase);
  };

  /** A link to a fact's note; without a phrase, its number alone. */
  const cite = (id: string, phrase: ElementContent[] = [], hasLine = true): Element => {
    const { status } = ledger.fact(id);
    const isNew = !notes.has(id);
    const number = notes.get(id) ?? notes.size + 1;
    notes.set(id, number);
    const isUnderlined = hasLine && status !== undefined && phrase.length > 0;
    return element(
      'a',
      {
        className: ['cite'],
        href: `#n${number}`,
        ...(isNew ? { id: `c${number}` } : {}),
        ...(isUnderlined ? { 'data-status': status } : {}),
      },
      [...(isUnderlined ? [element('u', {}, phrase)] : phrase), noteMark(words, number)],
    );
  };

  /** The picture that a paragraph stands for: one that holds nothing but a link to it. */
  const pictureIn = ({ children }: Readonly<Element>): Element | undefined => {
    const [only, ...others] = children;
    if (only?.type !== 'element' || others.length > 0) return undefined;
    const record = parseRecordUrl(hrefOf(only));
    if (record?.kind !== 'picture') return undefined;
    return drawPicture(record.id, ledger.picture(language, record.id).data, {
      words,
      note: (fact) => cite(fact),
      status: (fact) => ledger.fact(fact).status,
      month: (fact) => {
        const { asOf } = ledger.fact(fact);
        return asOf === null ? undefined : formatDate(language, asOf.slice(0, 7));
      },
    });
  };

  return defineHastPlugin({
    name: 'record-links',
    options: { position: true },
    before(_root, ctx) {
      const keyFacts = astroData(ctx)?.frontmatter['keyFacts'];
      for (const id of keyFactIds(keyFacts)) if (!notes.has(id)) notes.set(id, notes.size + 1);
    },
    element: [
      {
        filter: ['p'],
        visit: (node, ctx) => located(node, ctx, () => pictureIn(node)),
      },
      {
        filter: ['a'],
        visit(node, ctx) {
          const href = hrefOf(node);
          const phrase = node.children;
          const section = parsePageUrl(href);
          if (section) return link(to.page(section), phrase);
          const record = parseRecordUrl(href);
          if (!record) return undefined;
          // The paragraph has become the picture already.
          if (record.kind === 'picture' && isAlone(node, ctx)) return undefined;
          const { kind, id } = record;
          return located(node, ctx, () => {
            switch (kind) {
              case 'fact':
                return cite(id, phrase, node.properties['title'] !== withoutLine);
              case 'term': {
                const term = ledger.term(id);
                return explainedIds.has(id)
                  ? link(to.record('terms', id), phrase)
                  : explain(term, phrase);
              }
              case 'claim':
                return link(to.record('claims', ledger.claim(id).id), phrase);
              case 'country':
                return link(
                  to.record('countries', countrySlug(ledger.country(id).words.en.name)),
                  phrase,
                );
              case 'explainer':
                return link(to.record('explainers', ledger.explainer(language, id).slug), phrase);
              case 'question':
                return link(to.answer(ledger.answer(language, id)), phrase);
              case 'picture':
                return link(`#${pictureAnchor(ledger.picture(language, id).slug)}`, phrase);
            }
          });
        },
      },
    ],
    text(node, ctx) {
      if (isInside(node, ctx, noTermsIn)) return;
      const matches = matcher(node.value, explainedIds);
      if (matches.length === 0) return;
      const parts: ElementContent[] = [];
      let from = 0;
      for (const { id, start, end } of matches) {
        parts.push(text(node.value.slice(from, start)));
        parts.push(explain(ledger.term(id), [text(node.value.slice(start, end))]));
        from = end;
      }
      parts.push(text(node.value.slice(from)));
      ctx.replaceNode(
        node,
        parts.filter((part) => part.type !== 'text' || part.value !== ''),
      );
    },
    after(root, ctx) {
      for (const term of explained) {
        ctx.appendChild(root, definition(term, language));
      }
      const data = astroData(ctx);
      // For the layout: ids of the facts cited, in the order of their numbers.
      if (data) data.frontmatter['notes'] = [...notes.keys()];
    },
  });
}

/**
 * A line may break behind the sign of a term, and a stop would begin the next one. So what closes a
 * term goes with it into a span that does not break.
 */
function stopsWithTerms(): HastPluginDefinition {
  return defineHastPlugin({
    name: 'stops-with-terms',
    element: {
      filter: ['a'],
      visit(node, ctx) {
        if (!isTerm(node)) return;
        const parent = ctx.parent(node);
        const index = ctx.indexOf(node);
        const next = index === undefined ? undefined : parent.children[index + 1];
        const stop = next?.type === 'text' ? /^[.,;:!?)’”]+/u.exec(next.value)?.[0] : undefined;
        if (next?.type !== 'text' || stop === undefined) return;
        ctx.replaceNode(node, element('span', { className: ['keep'] }, [node, stop]));
        ctx.replaceNode(next, text(next.value.slice(stop.length)));
      },
    },
  });
}

/** A heading is a link to its own section: what a reader passes on. Headings of the layout: SectionHeading.astro. */
function linkedHeadings(): HastPluginDefinition {
  return defineHastPlugin({
    name: 'linked-headings',
    element: {
      filter: ['h2'],
      visit(node, ctx) {
        const { id } = node.properties;
        if (typeof id !== 'string') return;
        ctx.replaceNode(node, element('h2', node.properties, [link(`#${id}`, node.children)]));
      },
    },
  });
}

/**
 * Puts the last section, "What is not known yet", into a `<section>` of its own. Reused nodes are
 * copied, so the originals are removed in a second pass.
 */
function notKnownSection(): HastPluginDefinition {
  const isPopover = (node: RootContent) =>
    node.type === 'element' && node.properties['popover'] !== undefined;
  const following = (root: Readonly<Root>, index: number) =>
    root.children.slice(index + 1).filter((child) => !isPopover(child));

  return defineHastPlugin({
    name: 'not-known-section',
    element: {
      filter: ['h2'],
      visit(node, ctx) {
        const parent = ctx.parent(node);
        const index = ctx.indexOf(node);
        if (node.properties['id'] !== 'not-known') return;
        if (parent.type !== 'root' || index === undefined) return;
        const children = [node, ...following(parent, index)] as ElementContent[];
        const properties = { className: ['not-known'], 'aria-labelledby': 'not-known' };
        ctx.replaceNode(node, element('section', properties, children));
      },
    },
    after(root, ctx) {
      const index = root.children.findIndex(
        (child) => child.type === 'element' && child.properties['aria-labelledby'] === 'not-known',
      );
      if (index < 0) return;
      for (const child of following(root, index)) ctx.removeNode(child);
    },
  });
}

/** Counts the words that are read aloud. Runs last, so that it sees what a reader gets. */
function lengthAloud(): HastPluginDefinition {
  return defineHastPlugin({
    name: 'length-aloud',
    before(root, ctx) {
      const data = astroData(ctx);
      if (data) data.frontmatter['wordsAloud'] = countWords(textAloud(root));
    },
  });
}

/** Tags and classes of what is not read; what src/listen/script.ts says of a page, for its parts made here. */
const notAloud = new Set('sup svg thead definition vh bars-key'.split(' '));

function textAloud(node: Readonly<Root | RootContent>): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return ' ';
  if (node.type !== 'element') return node.children.map(textAloud).join('');
  const { className } = node.properties;
  const names = [node.tagName, ...(Array.isArray(className) ? className : [])];
  if (names.some((name) => notAloud.has(name))) return '';
  // A picture's link to itself.
  const isCaption = node.tagName === 'figcaption';
  const words = node.children
    .filter((child) => !isCaption || child.type !== 'element' || child.tagName !== 'a')
    .map(textAloud)
    .join('');
  return /^(?:a|b|button|em|span|strong|u)$/.test(node.tagName) ? words : ` ${words} `;
}

/** Whether a link opens an explanation. */
const isTerm = ({ properties }: Readonly<Element>): boolean =>
  Array.isArray(properties['className']) && properties['className'].includes('term');

/**
 * The explanation of a term, at the end of the text. The word is a link to it; a script opens it as a
 * popover by the word instead (src/terms/explain.ts).
 */
function definition(term: Term, language: Language): Element {
  const to = addressesOf(language);
  const words = wordsOf(language);
  const name = term.words[language]?.term ?? term.words.en.term;
  const id = definitionId(term);
  return element('section', { className: ['definition'], id, popover: 'auto' }, [
    element('p', {}, [
      element('dfn', {}, [text(name)]),
      text(`: ${term.words[language]?.definition ?? term.words.en.definition}`),
    ]),
    element('p', {}, [
      link(to.record('terms', term.id), [text(words.terms.moreAbout(name))]),
      text(' '),
      element('button', { type: 'button', popovertarget: id, popovertargetaction: 'hide' }, [
        text(words.terms.close),
      ]),
    ]),
  ]);
}

const definitionId = ({ id }: Term): string => `t-${id}`;

function noteMark(words: ReturnType<typeof wordsOf>, number: number): Element {
  return element('sup', {}, [
    element('span', { className: ['vh'] }, [text(` ${words.notes.note} `)]),
    text(String(number)),
  ]);
}

/** An error in a plugin names file and line. */
function located<Result>(
  node: Readonly<Element>,
  ctx: HastVisitorContext,
  work: () => Result,
): Result {
  try {
    return work();
  } catch (error) {
    const line = node.position?.start.line;
    const file = ctx.fileURL ? fileURLToPath(ctx.fileURL) : 'Markdown';
    const message = error instanceof Error ? error.message : String(error);
    throw new Error(`${file}${line === undefined ? '' : `:${line}`}  ${message}`, { cause: error });
  }
}

function hrefOf({ properties }: Readonly<Element>): string {
  return typeof properties['href'] === 'string' ? properties['href'] : '';
}

function isAlone(node: Readonly<Element>, ctx: HastVisitorContext): boolean {
  const parent = ctx.parent(node);
  return 'children' in parent && parent.children.length === 1;
}

function isInside(
  node: Readonly<Text>,
  ctx: HastVisitorContext,
  tags: ReadonlySet<string>,
): boolean {
  let parent: Readonly<HastNode> | undefined = ctx.parent(node);
  while (parent && parent.type !== 'root') {
    if (parent.type === 'element' && tags.has(parent.tagName)) return true;
    parent = ctx.parent(parent);
  }
  return false;
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

function astroData(ctx: HastVisitorContext): AstroData | undefined {
  return (ctx.data as { astro?: AstroData }).astro;
}

function languageOf(fileURL: URL | undefined): Language {
  const folder = fileURL?.pathname.split('/').at(-2);
  return languages.find((language) => language === folder) ?? rootLanguage;
}
