/**
 * Pictures and comparisons, drawn as a tree of elements when the site is built. Each is readable as
 * text in its order, without a style sheet and without seeing; what is drawn adds to the words and
 * is hidden from screen readers. Colours and lines come from the style sheet, so that dark mode,
 * forced colours and paper need nothing of their own.
 */
import type { Element, ElementContent, Properties } from 'hast';
import type { Words } from '../i18n/words.ts';
import type { Picture, Status } from '../ledger/schemas.ts';
import { element, link } from '../markdown/elements.ts';

/** What a picture needs to know of the page it stands on. */
export interface PictureContext {
  readonly words: Words;
  /** The number of a fact's note, as a link to it. */
  readonly note: (fact: string) => Element;
  /** How firm a fact is; undefined where it is no commitment. */
  readonly status: (fact: string) => Status | undefined;
  /** The month for which a fact holds, in words; undefined where it has no date. */
  readonly month: (fact: string) => string | undefined;
}

/** The id of a picture on its page: the part of an address that leads to it. */
export function pictureAnchor(slug: string): string {
  return `fig-${slug}`;
}

/** A picture with its title, its summary and a link of its own. */
export function drawPicture(slug: string, picture: Picture, context: PictureContext): Element {
  const id = pictureAnchor(slug);
  const { title, summary } = picture;
  return element('figure', { id, className: ['picture'] }, [
    element('figcaption', {}, [
      element('b', {}, [title]),
      ' ',
      element('span', {}, [summary]),
      ' ',
      link(`#${id}`, [
        context.words.pictures.link,
        element('span', { className: ['vh'] }, [`: ${title}`]),
      ]),
    ]),
    draw(picture, context),
  ]);
}

function draw(picture: Picture, context: PictureContext): Element {
  switch (picture.kind) {
    case 'steps':
      return drawSteps(picture.stages, context);
    case 'ladder':
      return drawLadder(picture.rungs, context);
    case 'bars':
      return drawBars(picture.bars, context);
    case 'table':
      return drawTable(picture, context);
  }
}

type Kind<Name extends Picture['kind']> = Extract<Picture, { kind: Name }>;

function drawSteps(stages: Kind<'steps'>['stages'], context: PictureContext): Element {
  return element(
    'ol',
    { className: ['steps'] },
    stages.map(({ when, items }) =>
      element('li', {}, [
        element('b', {}, [when]),
        element(
          'ul',
          {},
          items.map((item) =>
            element('li', {}, [...statusMark(item.fact, context), ...noted(item, context)]),
          ),
        ),
      ]),
    ),
  );
}

function drawLadder(rungs: Kind<'ladder'>['rungs'], context: PictureContext): Element {
  return element(
    'ol',
    { className: ['ladder'] },
    rungs.map((rung) => {
      const status = context.status(rung.fact);
      return element('li', {}, [
        ...(status === undefined
          ? []
          : [
              element('p', { className: ['status'], 'data-status': status }, [
                element('b', {}, [context.words.statuses[status].word]),
              ]),
            ]),
        element('p', {}, noted(rung, context)),
      ]);
    }),
  );
}

/** A table in which each row has its bar; the figures stand in words beside it. */
function drawBars(bars: Kind<'bars'>['bars'], context: PictureContext): Element {
  const words = context.words.pictures;
  return element('div', {}, [
    element('p', { className: ['meta', 'bars-key'] }, [words.key]),
    element(
      'ul',
      { className: ['bars'] },
      bars.map(({ fact, place, poll, question, yes, no }) =>
        element('li', {}, [
          element('p', {}, [
            element('b', {}, [[place, context.month(fact)].filter(Boolean).join(', ')]),
            ` ${words.yes(yes)}, ${words.no(no)}`,
            context.note(fact),
          ]),
          bar(yes, no),
          element('p', { className: ['meta'] }, [`${question} ${poll}.`]),
        ]),
      ),
    ),
  ]);
}

/** One bar: for it from the left, against it from the right, the rest open between them. */
function bar(yes: number, no: number): Element {
  const shape: Properties = {
    viewBox: '0 0 100 6',
    preserveAspectRatio: 'none',
    'aria-hidden': 'true',
  };
  return element('svg', shape, [
    element('rect', { className: ['yes'], width: String(yes), height: '6' }),
    element('rect', { className: ['no'], x: String(100 - no), width: String(no), height: '6' }),
  ]);
}

/** The roles are written out, because a table that is not displayed as one loses them. */
function drawTable({ columns, rows }: Kind<'table'>, context: PictureContext): Element {
  const corner = element('td', { role: 'cell' });
  return element('table', { role: 'table', className: ['compared'] }, [
    element('thead', { role: 'rowgroup' }, [
      element('tr', { role: 'row' }, [
        corner,
        ...columns.map((name) => element('th', { scope: 'col', role: 'columnheader' }, [name])),
      ]),
    ]),
    element(
      'tbody',
      { role: 'rowgroup' },
      rows.map(({ name, cells }) =>
        element('tr', { role: 'row' }, [
          element('th', { scope: 'row', role: 'rowheader' }, [name]),
          ...cells.map((cell, index) =>
            element(
              'td',
              { role: 'cell', 'data-column': columns[index] ?? '' },
              noted(cell, context),
            ),
          ),
        ]),
      ),
    ),
  ]);
}

/** A sample of the line before a commitment, with its word. */
function statusMark(fact: string, { status, words }: PictureContext): ElementContent[] {
  const known = status(fact);
  if (known === undefined) return [];
  const properties = { className: ['mark'], 'data-status': known };
  return [element('b', properties, [words.statuses[known].word]), element('br')];
}

/** A text with the number of its note. */
function noted(
  { text, fact }: { text: string; fact?: string | undefined },
  { note }: PictureContext,
): (ElementContent | string)[] {
  return fact === undefined ? [text] : [text, note(fact)];
}
