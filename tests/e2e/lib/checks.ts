/**
 * What a reader's eyes, hand and settings ask of a page, measured in the browser. Each function runs
 * inside the page (`page.evaluate(sideways)`), so it uses nothing from outside itself, and returns its
 * findings, one a line; the first few lead to the cause.
 */

/** What lies, or would have to be scrolled to, beside the screen; what is cut off. WCAG 1.4.10. */
export function lost(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const faults = scrollWidth > clientWidth ? [`page: ${scrollWidth} of ${clientWidth} px`] : [];
  for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
    // One pixel: what is there for screen readers only. What is typed scrolls in its box.
    if (!element.checkVisibility() || element.offsetWidth <= 1 || element.matches('input'))
      continue;
    const { overflowX, overflowY } = getComputedStyle(element);
    const cut = (overflow: string, inner: number, outer: number): boolean =>
      ['hidden', 'clip'].includes(overflow) && inner > outer + 1;
    const name = `${element.tagName} .${element.className} ${element.textContent.slice(0, 40)}`;
    if (
      cut(overflowX, element.scrollWidth, element.clientWidth) ||
      cut(overflowY, element.scrollHeight, element.clientHeight)
    ) {
      faults.push(`cut off: ${name}`);
    }
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const parent = text.parentElement;
    if (!parent?.checkVisibility() || parent.closest('.vh, .skip')) continue;
    range.selectNodeContents(text);
    for (const { left, right, width } of range.getClientRects()) {
      if (width > 0 && (left < -1 || right > clientWidth + 1)) {
        faults.push(`beside the screen: ${text.textContent?.trim().slice(0, 40) ?? ''}`);
      }
    }
  }
  return faults.slice(0, 6);
}

/**
 * What a finger may miss: targets under 44 by 44 pixels. WCAG 2.5.5, with its exceptions: a link in
 * a block of text, and a control as the browser draws it whose label is large enough. A link whose
 * words are narrow, as "UK", may be narrower, as it is as high as the others of its list and alone
 * in its line.
 */
export function smallTargets(): string[] {
  const small = new Set<string>();
  const targets =
    'a[href], button, input, select, textarea, summary, [role=button], [tabindex="0"]';
  for (const target of document.querySelectorAll<HTMLElement>(targets)) {
    const skip = target.closest('.skip') !== null;
    if (skip || !target.checkVisibility({ visibilityProperty: true })) continue;
    const label = target instanceof HTMLInputElement ? target.labels?.[0] : undefined;
    const box = /^(radio|checkbox)$/.test(target.getAttribute('type') ?? '') ? label : target;
    const { width, height } = (box ?? target).getBoundingClientRect();
    // What cannot be pressed is no target: the head of a list that is always unfolded.
    if (width <= 1 || getComputedStyle(target).pointerEvents === 'none') continue;
    // A fortieth of a pixel is lost in rounding.
    if (width >= 24 && height >= 43.975) continue;
    const { display } = getComputedStyle(target);
    let block = target.parentElement;
    while (block && getComputedStyle(block).display.startsWith('inline'))
      block = block.parentElement;
    const around = (block?.textContent ?? '').replace(/\s+/g, '');
    const own = target.textContent.replace(/\s+/g, '');
    if (display.startsWith('inline') && around.length > own.length) continue;
    small.add(
      `${target.parentElement?.className ?? ''} ${target.tagName} “${target.textContent.trim().slice(0, 40)}”: ` +
        `${width.toFixed(1)} by ${height.toFixed(1)} px`,
    );
  }
  return [...small].slice(0, 6);
}

/** Lines of text with more than 80 characters. WCAG 1.4.8. */
export function longLines(): string[] {
  const found: string[] = [];
  const range = document.createRange();
  const blocks = new Map<Element, { top: number; bottom: number; line: string }>();
  const end = (line: string): void => {
    const said = line.replace(/\s+/g, ' ').trim();
    if (said.length > 80) found.push(`${said.length} characters: ${said}`);
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement;
    if (!parent?.checkVisibility() || parent.closest('.vh, .skip, option')) continue;
    let block: Element = parent;
    while (getComputedStyle(block).display.startsWith('inline') && block.parentElement) {
      block = block.parentElement;
    }
    for (const { index, 0: word } of (node.textContent ?? '').matchAll(/\S+\s*/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.trimEnd().length);
      // A long address may be broken over lines; each has about its share of the letters.
      const rects = [...range.getClientRects()];
      const whole = rects.reduce((sum, { width }) => sum + width, 0);
      let from = 0;
      for (const { top, bottom, width } of rects) {
        const share = rects.length === 1 ? word.length : Math.round((word.length * width) / whole);
        const said = word.slice(from, from + share);
        from += share;
        const at = blocks.get(block);
        if (at && top < at.bottom && bottom > at.top) at.line += said;
        else {
          if (at) end(at.line);
          blocks.set(block, { top, bottom, line: said });
        }
      }
    }
  }
  for (const { line } of blocks.values()) end(line);
  return found.slice(0, 6);
}

/**
 * Text whose colour is too near to what lies behind it: under 7:1, whatever its size. WCAG 1.4.6 (the
 * formula is that of WCAG 2.2, "relative luminance"). With forced colours the browser lays its page
 * colour behind text, so that text must also differ from that, unless it keeps its own colours.
 */
export function faintText(): string[] {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext('2d', { willReadFrequently: true });
  if (!brush) throw new Error('This browser cannot tell colours.');
  const known = new Map<string, { luminance: number; alpha: number }>();
  const read = (colour: string): { luminance: number; alpha: number } => {
    const before = known.get(colour);
    if (before) return before;
    brush.clearRect(0, 0, 1, 1);
    brush.fillStyle = colour;
    brush.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = brush.getImageData(0, 0, 1, 1).data;
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    const now = { luminance: 0.2126 * r + 0.7152 * g + 0.0722 * b, alpha: alpha / 255 };
    known.set(colour, now);
    return now;
  };
  const ratio = (one: string, other: string): number => {
    const [dark = 0, light = 0] = [read(one).luminance, read(other).luminance].sort(
      (a, b) => a - b,
    );
    return (light + 0.05) / (dark + 0.05);
  };
  const forced = matchMedia('(forced-colors: active)').matches;
  const faint = new Map<string, string>();
  const judge = (element: Element, said: string, pseudo?: string): void => {
    const { color, forcedColorAdjust } = getComputedStyle(element, pseudo);
    let behind: Element | null = element;
    while (behind && read(getComputedStyle(behind).backgroundColor).alpha < 1) {
      behind = behind.parentElement;
    }
    const background = behind ? getComputedStyle(behind).backgroundColor : 'Canvas';
    const layers = forced && forcedColorAdjust !== 'none' ? [background, 'Canvas'] : [background];
    for (const layer of layers) {
      const found = ratio(color, layer);
      if (found < 7 && !faint.has(color + layer)) {
        faint.set(
          color + layer,
          `${found.toFixed(2)}:1: ${element.tagName} “${said}” ${color} on ${layer}`,
        );
      }
    }
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const said = node.textContent?.trim().slice(0, 40) ?? '';
    const parent = node.parentElement;
    if (said === '' || !parent?.checkVisibility() || parent.closest('.vh, option')) continue;
    judge(parent, said);
  }
  for (const box of document.querySelectorAll('input[placeholder]')) {
    judge(box, box.getAttribute('placeholder') ?? '', '::placeholder');
  }
  return [...faint.values()].slice(0, 6);
}

/** What moves although the reader's device asks for less motion. WCAG 2.3.3. */
export function movement(): string[] {
  const moving = [...document.querySelectorAll('html, body, body *')].filter((element) => {
    const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element);
    return (
      animationName !== 'none' ||
      transitionDuration.split(', ').some((duration) => parseFloat(duration) > 0) ||
      scrollBehavior !== 'auto'
    );
  });
  return moving.map(({ tagName, className }) => `${tagName} .${className}`).slice(0, 6);
}

/**
 * Where the focus cannot be seen: no outline of 2 pixels, an outline in the colour of the page, or
 * something that covers a part of what has the focus. WCAG 2.4.12 and 2.4.13. One press of Tab must
 * come before, so that the browser shows where the focus is; the order of Tab is not looked at.
 *
 * @returns how many places can have the focus, and the faults of some
 */
export function hiddenFocus(): { stops: number; faults: string[] } {
  const faults: string[] = [];
  const page = getComputedStyle(document.body).backgroundColor;
  const stops = [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, summary, [tabindex]',
    ),
  ].filter(
    (element) =>
      element.tabIndex >= 0 &&
      !element.matches(':disabled') &&
      element.checkVisibility({ visibilityProperty: true }),
  );
  // A page with thousands of links has few kinds of them.
  const step = Math.ceil(stops.length / 80);
  for (const stop of stops.filter((_stop, index) => index % step === 0)) {
    stop.focus();
    // The browser itself passes over some: a summary that cannot be folded, a radio button of a group.
    if (document.activeElement !== stop) continue;
    const name = `${stop.tagName} “${stop.textContent.trim().slice(0, 40)}”`;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(stop);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2) faults.push(`no outline: ${name}`);
    const inverted = stop.closest('[popover]') !== null;
    if (outlineColor === page && !inverted) faults.push(`outline as the page: ${name}`);
    for (const { left, top, right, bottom } of stop.getClientRects()) {
      if (right - left < 2 || bottom - top < 2) continue;
      if (top < -0.5 || left < -0.5 || bottom > innerHeight + 0.5 || right > innerWidth + 0.5) {
        faults.push(`outside the window: ${name}`);
        continue;
      }
      for (const [x, y] of [
        [left + 1, top + 1],
        [right - 1, top + 1],
        [left + 1, bottom - 1],
        [right - 1, bottom - 1],
        [(left + right) / 2, (top + bottom) / 2],
      ] as const) {
        const there = document.elementFromPoint(x, y);
        // What has no ground of its own may lie over the space around a link, but hides nothing.
        for (let over = there; over && !over.contains(stop); over = over.parentElement) {
          if (stop.contains(over)) break;
          const { backgroundColor, backgroundImage } = getComputedStyle(over);
          if (backgroundColor === 'rgba(0, 0, 0, 0)' && backgroundImage === 'none') continue;
          faults.push(`covered by ${over.tagName} .${over.className}: ${name}`);
          break;
        }
      }
    }
  }
  return { stops: stops.length, faults: [...new Set(faults)].slice(0, 6) };
}
