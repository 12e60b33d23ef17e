/**
 * What the smoke suite asks of a browser, so that the same tests run in engines with different
 * drivers: the little that every driver can do. All else is asked of the page itself.
 */
import { later } from '../../../src/layouts/later.ts';

/** One page of one browser, as a driver drives it. */
export interface Driver {
  /** With its version: `Firefox 153.7`. */
  readonly name: string;
  /** Opens an address and waits until the page is loaded. */
  readonly goto: (url: string) => Promise<void>;
  /** The value of an expression in the page: anything that JSON can hold. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  /** Presses and releases the main button of the mouse, at pixels of the window. */
  readonly clickAt: (x: number, y: number) => Promise<void>;
  /** Presses a key with others held down: `Tab`, `Shift+Tab`, `Control+v`, `Enter`, `Escape`. */
  readonly press: (keys: readonly string[]) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  readonly resize: (width: number, height: number) => Promise<void>;
  /** A picture of the window, as PNG. */
  readonly screenshot: () => Promise<Buffer>;
  /**
   * What went wrong in the pages so far, errors of scripts and refusals by their policy, as far as
   * the driver is told.
   */
  readonly complaints: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** What evaluates to the result of a function with arguments, wherever it is evaluated. */
export function expressionOf(ask: (...args: never[]) => unknown, args: readonly unknown[]): string {
  const given = args.map((arg) => JSON.stringify(arg ?? null)).join(', ');
  return `(${ask.toString()})(${given})`;
}

/** How often the page is asked again, in milliseconds. */
const pause = 50;

/** How long something may take to come about, in milliseconds; engines start slowly on a busy machine. */
const patience = 20_000;

/** A browser, with what a reader does. Elements are named by a selector and, where given, their words. */
export class Reader {
  readonly driver: Driver;
  readonly origin: string;

  constructor(driver: Driver, origin: string) {
    this.driver = driver;
    this.origin = origin;
  }

  /** Opens a page and waits for what it asks for when its text has been drawn. */
  async goto(path: string): Promise<void> {
    await this.driver.goto(this.origin + path);
    await this.until(
      'the rest of the style and the script have come',
      (style) => {
        const link = document.getElementById(style) as HTMLLinkElement | null;
        const script = document.querySelector<HTMLScriptElement>('[src*="/page-"]');
        return (
          link?.sheet !== null &&
          (script === null || performance.getEntriesByName(script.src).length > 0)
        );
      },
      later.style,
    );
  }

  async evaluate<Args extends unknown[], Result>(
    ask: (...args: Args) => Result,
    ...args: Args
  ): Promise<Result> {
    return (await this.driver.evaluate(expressionOf(ask, args))) as Result;
  }

  /** Waits until the page says yes; says what for where it never does. */
  async until<Args extends unknown[]>(
    what: string,
    ask: (...args: Args) => boolean,
    ...args: Args
  ): Promise<void> {
    const end = Date.now() + patience;
    for (;;) {
      let trouble: unknown;
      const answer = await this.evaluate(ask, ...args).catch((error: unknown) => {
        // Between two pages there is nobody to ask; anything else shows in the end.
        trouble = error;
        return false;
      });
      if (answer) return;
      if (Date.now() > end)
        throw new Error(`It never came about that ${what}.`, { cause: trouble });
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  /** Waits for the address, its path with what follows. */
  async at(path: string): Promise<void> {
    await this.until(
      `the address is ${path}`,
      (wanted) =>
        location.pathname + location.search + location.hash === wanted &&
        document.readyState === 'complete',
      path,
    );
  }

  /** Waits until an element can be seen, and brings it into the window; where its middle is. */
  async find(selector: string, words?: string): Promise<{ x: number; y: number }> {
    await this.until(
      `${words === undefined ? selector : `${selector} “${words}”`} can be seen`,
      (css, text) => {
        const found = [...document.querySelectorAll(css)].find(
          (one) =>
            (text === null || one.textContent.replace(/\s+/g, ' ').trim() === text) &&
            one.checkVisibility(),
        );
        // In the middle, so that nothing that sticks to an edge lies over it.
        found?.scrollIntoView({ block: 'center', behavior: 'instant' });
        const seen = globalThis as { found?: Element | undefined; place?: string };
        seen.found = found;
        // At rest: an explanation may move to the other side of its word when the page is scrolled.
        const before = seen.place;
        seen.place = JSON.stringify(found?.getBoundingClientRect());
        return found !== undefined && seen.place === before;
      },
      selector,
      words ?? null,
    );
    return this.evaluate(() => {
      const { found } = globalThis as unknown as { found: Element };
      // A link may go over two lines: a point between them is not on it.
      const [line] = found.getClientRects();
      const { left, top, width, height } = line ?? found.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
  }

  async click(selector: string, words?: string): Promise<void> {
    const { x, y } = await this.find(selector, words);
    await this.driver.clickAt(Math.round(x), Math.round(y));
  }

  async press(keys: string): Promise<void> {
    await this.driver.press(keys.split('+'));
  }

  async type(text: string): Promise<void> {
    await this.driver.type(text);
  }

  /** The words of the first element that the selector names, without spare space. */
  async text(selector: string): Promise<string> {
    return this.evaluate(
      (css) => document.querySelector(css)?.textContent.replace(/\s+/g, ' ').trim() ?? '',
      selector,
    );
  }

  /** Waits until an element stands whole in the window; of a tall one its beginning. */
  async inSight(selector: string): Promise<void> {
    await this.until(
      `${selector} is in sight`,
      (css) => {
        const found = document.querySelector(css);
        if (!found?.checkVisibility()) return false;
        const { top, bottom, left, right, height } = found.getBoundingClientRect();
        return (
          top >= -1 &&
          left >= -1 &&
          right <= innerWidth + 1 &&
          (bottom <= innerHeight + 1 || (height > innerHeight / 2 && top < innerHeight / 2))
        );
      },
      selector,
    );
  }
}
