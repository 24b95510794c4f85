import { ICON_PATHS } from '../../icon.tsx';

/** Longest emphasis, in characters, that gets dots; more of them would be harder to read than plain text. */
const DOTTED_LIMIT = 30;

/**
 * A picture of this width or more, in px, that begins or ends a paragraph or heading has lines of its own: pages let the
 * text run around it.
 */
const APART = 200;

/** A table cell with this many characters is at least a few words wide. */
const WORDY = 20;

/** Pictures requested at once. Thousands would hold the browser up, at 0.13 ms each. */
const EAGER = 100;

/**
 * Marks up a sanitised body for typesetting: tables and formulas get a box to scroll in, paragraphs that hold only a
 * picture are set like figures, emphasis in Han, Kana or Hangul is told apart from emphasis that can be slanted, and
 * long addresses may break. The text never changes.
 */
export function prepareBody(
  body: DocumentFragment,
  { tableLabel, copyLabel }: { tableLabel: string; copyLabel?: string | null },
): void {
  for (const table of body.querySelectorAll('table')) wrapTable(table, tableLabel);
  for (const cell of body.querySelectorAll('td, th')) if (cell.textContent.length > WORDY) cell.classList.add('wordy');
  // Firefox lets no formula scroll by itself.
  for (const math of body.querySelectorAll('math[display="block"]')) boxAround(math, 'formula');
  for (const pre of body.querySelectorAll('pre')) {
    // A listing scrolls as well. It needs no name, because its text says what it is.
    pre.tabIndex = 0;
    if (copyLabel) addCopyButton(pre, copyLabel);
  }
  // Only around pictures: otherwise each of many nested boxes would be searched completely.
  const pictured = [...body.querySelectorAll('img, .missing')].map((picture) => picture.closest('p, div, h2, h3, h4'));
  for (const paragraph of new Set(pictured))
    if (!paragraph) continue;
    else if (isPictureAlone(paragraph)) paragraph.className = 'picture';
    else setApart(paragraph);
  for (const emphasis of body.querySelectorAll('em, i, cite, dfn, var, address')) markEmphasis(emphasis);
  breakAddresses(body);
  for (const [at, image] of body.querySelectorAll('img').entries()) {
    image.decoding = 'async';
    if (at >= EAGER) image.loading = 'lazy';
    boundPicture(image);
  }
}

/**
 * Limits a picture's width according to its greatest height (pictures.css). By itself the browser keeps the width that
 * the page gives.
 */
export function boundPicture(image: HTMLImageElement): void {
  const [width, height] = [sideOf(image, 'width'), sideOf(image, 'height')];
  if (width > 0 && height > 0) image.style.width = `min(${width}px, ${width / height} * var(--r-highest))`;
}

/** What the page says of a picture's size, in px. */
const sideOf = (image: Element, side: 'width' | 'height'): number => Number(image.getAttribute(side));

/**
 * Sets apart the pictures, or the links around them, that stand at an edge of a paragraph of text or a heading, or at a
 * line break; not small signs among the words.
 */
function setApart(paragraph: Element): void {
  for (const frame of paragraph.querySelectorAll(':scope > img, :scope > a'))
    if (
      sideOf(frame.firstElementChild ?? frame, 'width') >= APART &&
      isBlank(frame) &&
      (isBlank(frame.previousSibling) || isBlank(frame.nextSibling))
    )
      frame.classList.add('apart');
}

const isBlank = (node: Node | null): boolean => !node?.textContent?.trim();

function wrapTable(table: Element, label: string): void {
  if (table.parentElement?.closest('table')) return;
  const box = boxAround(table, 'scroll');
  // A box that scrolls must be reachable by key, and then needs a role and a name (axe: scrollable-region-focusable). As a
  // `region` it would be a landmark, and most tables of an article have no name of their own to tell those apart.
  box.tabIndex = 0;
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', table.querySelector('caption')?.textContent?.trim() || label);
}

/** Puts an element into a box, and gives that. */
function boxAround(element: Element, name: string): HTMLElement {
  const box = element.ownerDocument.createElement('div');
  box.className = name;
  element.replaceWith(box);
  box.append(element);
  return box;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Only an icon: copying and searching the article must not meet words of ours. */
function addCopyButton(pre: HTMLElement, label: string): void {
  const document = pre.ownerDocument;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy-code';
  button.title = label;
  button.setAttribute('aria-label', label);
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('viewBox', '0 0 20 20');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICON_PATHS.copy);
  icon.append(path);
  button.append(icon);
  boxAround(pre, 'code').append(button);
}

/**
 * A picture that was not kept is a frame with a description, which is not text of the paragraph. Boxes with nothing in
 * them are left of what kept its place until it had loaded.
 */
function isPictureAlone(paragraph: Element): boolean {
  const pictures = paragraph.querySelectorAll('img, .missing');
  const described = [...pictures].map((picture) => picture.textContent ?? '').join('');
  return (
    paragraph.textContent?.replaceAll(/\s/g, '') === described.replaceAll(/\s/g, '') &&
    !paragraph.querySelector('figure, table, :is(p, div):not(:empty)')
  );
}

function markEmphasis(emphasis: Element): void {
  const text = emphasis.textContent?.trim() ?? '';
  if (!startsWithHan(text)) return;
  const dotted = emphasis.matches(':is(em, i):not(figcaption *)') && [...text].length <= DOTTED_LIMIT;
  emphasis.classList.add(dotted ? 'emphasis-dots' : 'emphasis-plain');
}

/** An address that fills much of a line; `split` gives the group, too. */
const LONG_ADDRESS = /(https?:\S{25,})/;

/** Where an address may break: not before a mark that follows it, or a full stop could begin a line. */
const AFTER_SLASH = /(?<=\w[/?&=])(?=[\p{L}\p{N}_@%#])/u;

/**
 * Lets lines break inside long addresses, after a slash, as Firefox does by itself. Chromium moves the whole address to
 * the next line and, in justified text such as Chinese, stretches the line before it from edge to edge.
 */
function breakAddresses(body: DocumentFragment): void {
  const walker = body.ownerDocument.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null)
    if (LONG_ADDRESS.test(text.data) && !text.parentElement?.closest('pre')) found.push(text);
  for (const text of found)
    text.replaceWith(
      ...text.data
        .split(LONG_ADDRESS)
        // Every second piece is an address. In other text a slash may be part of a word, as in km/h.
        .flatMap((words, at) => (at % 2 > 0 ? words.split(AFTER_SLASH).flatMap(withBreak) : words))
        .filter((part) => part !== ''),
    );

  function withBreak(part: string, at: number): (string | Element)[] {
    return at > 0 ? [body.ownerDocument.createElement('wbr'), part] : [part];
  }
}

const HAN = /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{sc=Hang}]/u;

/** Whether the first letter is Han, Kana or Hangul: such a text has no italics. */
function startsWithHan(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter !== undefined && HAN.test(letter);
}
