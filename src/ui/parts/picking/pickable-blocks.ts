/** A box with less text, in characters, is a part of what somebody means. */
const ENOUGH = 240;
/** Text of a box that can be gone to by keys. */
const SOME = 30;

const PARTS = /^(?:P|LI|H[1-6]|DT|DD|BLOCKQUOTE|PRE|FIGURE|FIGCAPTION|TR|TD|TH|TBODY|THEAD)$/;

const textLength = (element: Element): number => (element.textContent ?? '').trim().length;

/** The box that somebody means who points at an element: the first around it that holds several paragraphs. */
export function boxAround(element: Element): Element {
  const { body } = element.ownerDocument;
  for (let at: Element | null = element; at && at !== body; at = at.parentElement)
    if (!PARTS.test(at.nodeName) && !isInline(at) && textLength(at) >= ENOUGH) return at;
  return body;
}

function isInline(element: Element): boolean {
  const display = element.ownerDocument.defaultView?.getComputedStyle(element).display ?? '';
  return /^(?:inline$|contents|ruby)/.test(display);
}

/** The box the choosing begins with: where the page says that its content is, else all of it. */
export const firstBox = (page: Document): Element =>
  Document.prototype.querySelector.call(page, 'article, main, [role=main]') ?? page.body;

/** The next box outwards that is larger; null at the body. */
export function wider(element: Element): Element | null {
  const length = textLength(element);
  const { body } = element.ownerDocument;
  let at = element.parentElement;
  while (at && at !== body && textLength(at) === length) at = at.parentElement;
  return element === body ? null : at;
}

/** The child with most text; null where there is none. */
export function narrower(element: Element): Element | null {
  const children = [...element.children].filter(hasText);
  return children.sort((a, b) => textLength(b) - textLength(a))[0] ?? null;
}

/** The neighbour before or behind it that shows text. */
export function neighbour(
  element: Element,
  direction: 'nextElementSibling' | 'previousElementSibling',
): Element | null {
  let at = element[direction];
  while (at && !hasText(at)) at = at[direction];
  return at;
}

function hasText(element: Element): boolean {
  return (
    textLength(element) >= SOME &&
    !/^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(element.nodeName) &&
    element.checkVisibility()
  );
}
