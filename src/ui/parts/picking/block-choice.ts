import { plainDom } from './plain-dom.ts';

/** The chosen block. It follows the pointer until a press or key holds it. */
interface BlockChoice {
  block(): Element;
  /** The pointer has moved. What is under it is asked for only while no block is held. */
  point(under: () => Element | null): void;
  press(block: Element | null): void;
  wider(): void;
  narrower(): void;
  previous(): void;
  next(): void;
  /** Begins anew. */
  first(): void;
}

/** Begins with the first block of the page; `onChange` gets each one that is chosen after it. */
export function blockChoice(page: Document, onChange: (block: Element) => void): BlockChoice {
  let chosen = firstBox(page);
  let isHeld = false;
  const choose = (block: Element | null) => {
    if (!block || block === chosen) return;
    chosen = block;
    onChange(block);
  };
  const go = (block: Element | null) => {
    isHeld = true;
    choose(block);
    chosen.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  };
  return {
    block: () => chosen,
    point: (under) => isHeld || choose(under()),
    press(block) {
      isHeld = true;
      choose(block);
    },
    wider: () => go(wider(chosen)),
    narrower: () => go(narrower(chosen)),
    previous: () => go(neighbour(chosen, 'previous')),
    next: () => go(neighbour(chosen, 'next')),
    first: () => go(firstBox(page)),
  };
}

/** Characters; a smaller box is only a part of what somebody means. */
const ENOUGH = 240;
/** Characters of a box that keys can go to. */
const SOME = 30;

const PARTS = /^(?:p|li|h[1-6]|dt|dd|blockquote|pre|figure|figcaption|tr|td|th|tbody|thead)$/;

const textLength = (element: Element): number => (plainDom.text(element) ?? '').trim().length;

/** The box that a person means by pointing at an element: the first one around it with several paragraphs. */
export function boxAround(element: Element): Element {
  const body = plainDom.body(element.ownerDocument);
  for (let at: Element | null = element; at && at !== body; at = plainDom.parent(at))
    if (!PARTS.test(plainDom.localName(at)) && !isInline(at) && textLength(at) >= ENOUGH) return at;
  return body;
}

function isInline(element: Element): boolean {
  const display = element.ownerDocument.defaultView?.getComputedStyle(element).display ?? '';
  return /^(?:inline$|contents|ruby)/.test(display);
}

/** The first box: where the page says that its content is, else all of it. */
export const firstBox = (page: Document): Element =>
  plainDom.find(page, 'article, main, [role=main]') ?? plainDom.body(page);

/** The next larger box outwards; null at the body. */
export function wider(element: Element): Element | null {
  const length = textLength(element);
  const body = plainDom.body(element.ownerDocument);
  let at = plainDom.parent(element);
  while (at && at !== body && textLength(at) === length) at = plainDom.parent(at);
  return element === body ? null : at;
}

/** The child with most text; null where there is none. */
export function narrower(element: Element): Element | null {
  const children = [...plainDom.children(element)].filter(hasText);
  return children.sort((a, b) => textLength(b) - textLength(a))[0] ?? null;
}

/** The neighbour before or behind it that shows text. */
export function neighbour(element: Element, direction: 'next' | 'previous'): Element | null {
  let at = plainDom[direction](element);
  while (at && !hasText(at)) at = plainDom[direction](at);
  return at;
}

function hasText(element: Element): boolean {
  return (
    textLength(element) >= SOME &&
    !/^(?:script|style|noscript|template)$/.test(plainDom.localName(element)) &&
    plainDom.isVisible(element)
  );
}
