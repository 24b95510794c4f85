import type { BodyPass } from '../extraction-pass.ts';
import { attributeOf, findAll, findFirst, isText, makeElement, nextNode } from '../find-elements.ts';
import { isBlank, isElement, isSpace, rename, textOf, unwrap } from '../markup/elements.ts';
import { isCaption } from '../markup/is-caption.ts';
import { svgToDataUrl } from '../markup/picture-source.ts';

/** A longer line under a picture is text. */
const LONGEST_LINE = 80;

/**
 * Makes every picture with a caption a `figure` with one `img` and one `figcaption`.
 *
 * Captions stand in classes, in centred grey lines or in definition lists beside their picture. Drawings are inline
 * SVG, which must not enter the reader.
 */
export const shapeFigures: BodyPass = {
  run(body) {
    for (const svg of findAll(body, 'svg')) replaceDrawing(svg);
    for (const picture of findAll(body, 'picture')) flattenPicture(picture);
    for (const figure of findAll(body, 'figure')) settleFigure(figure);
    dropCopies(body);
    for (const img of findAll(body, 'img')) {
      if (img.closest('figure, table, li')) continue;
      markLineBelow(img);
      addCaption(img, body);
    }
  },
};

function replaceDrawing(svg: Element): void {
  const address = svgToDataUrl(svg);
  if (!address) {
    svg.remove();
    return;
  }
  const img = makeElement(svg, 'img');
  img.setAttribute('src', address);
  img.setAttribute('alt', textOf(findFirst(svg, 'title')) || attributeOf(svg, 'aria-label'));
  svg.replaceWith(img);
}

function flattenPicture(picture: Element): void {
  const img = findFirst(picture, 'img');
  picture.replaceWith(img ?? '');
}

function settleFigure(figure: Element): void {
  if (!figure.parentNode) return;
  for (const caption of findAll(figure, 'figcaption')) if (!textOf(caption)) caption.remove();
  for (const inner of findAll(figure, 'figure')) {
    const captions = findAll(inner, 'figcaption').length;
    if (captions === 0 || findAll(figure, ':scope > figcaption').length === 0) unwrap(inner);
  }
  if (!findFirst(figure, 'figcaption')) nameCaption(figure);
  else if (!findFirst(figure, 'img, table, pre, video, audio, math, blockquote, a, ul, ol')) {
    for (const caption of findAll(figure, 'figcaption')) rename(caption, 'p');
    unwrap(figure);
  }
}

/** Makes what is named a caption, or all the text beside the only picture, the caption. */
function nameCaption(figure: Element): void {
  const text = figure.matches('.embed') || !findFirst(figure, 'img') || !holdsOne(figure) ? '' : textOf(figure);
  const caption = findAll(figure, '*').find(
    (element) =>
      isCaption(element, true) || (text && text.length < 300 && textOf(element) === text && isCaptionBox(element)),
  );
  if (caption) rename(caption, 'figcaption');
}

const isCaptionBox = (element: Element) =>
  isElement(element, 'P', 'DIV', 'SPAN', 'SMALL') && !findFirst(element, 'img, p, ul, ol, table');

/**
 * Drops a picture that comes again right after, with no text between: for a lightbox, for print, or small until it is
 * loaded. The second one stays: it is the one in full, and what follows is its caption. In cells pictures are signs.
 */
function dropCopies(body: Element): void {
  let before: Element | null = null;
  for (let node: Node | null = body; node; node = nextNode(node, body))
    if (isElement(node, 'IMG')) {
      if (before && isCopy(attributeOf(before, 'src'), attributeOf(node, 'src'))) before.remove();
      before = node;
    } else if (isElement(node, 'TD') || (isText(node) && !isSpace(node))) before = null;
}

/** Whether a picture or its full size follows. Another query (a map's year) is another picture, as is `board-8x8`. */
const isCopy = (source: string, next: string): boolean =>
  source === next || source.replace(/-\d{3,}x\d+(?=\.\w+$)/, '') === next;

/**
 * Marks the last line of a centred paragraph that begins with a picture as its caption: `<p align=center><img><br>The
 * harbour</p>`.
 */
function markLineBelow(img: Element): void {
  const block = img.closest('p, div, center, section');
  // Checked first: a paragraph with thousands of pictures must not be searched for each.
  if (!block || !holdsOne(block)) return;
  const end = findFirst(block, 'img + br, a + br');
  const centred = /center/i.test(`${attributeOf(block, 'align')}${attributeOf(block, 'style')}${block.tagName}`);
  if (!end || !centred || textOf(block).length > LONGEST_LINE) return;
  const caption = makeElement(end, 'figcaption');
  for (let next = end.nextSibling; next; next = end.nextSibling) caption.append(next);
  if (textOf(block) === '') end.replaceWith(caption);
  else end.after(...caption.childNodes);
}

/** Makes a figure of a picture and the caption that follows it, in its box or beside its paragraph. */
function addCaption(img: Element, body: Element): void {
  const caption = captionAfter(boxOf(img, body));
  if (!caption) return;
  const page = img.ownerDocument;
  const figure = makeElement(page, 'figure');
  const figcaption = makeElement(page, 'figcaption');
  const link = img.closest('a');
  figcaption.append(...caption.childNodes);
  caption.remove();
  const frame = boxOf(img, body);
  frame.replaceWith(figure);
  figure.append(link && frame.contains(link) ? link : img, figcaption);
}

/** The largest element around a picture that holds nothing but it and, perhaps, its caption. */
function boxOf(img: Element, body: Element): Element {
  let box = img;
  for (let at = img.parentElement; at && at !== body && holdsOne(at); at = at.parentElement) {
    if (textOf(at) !== textOf(captionIn(at))) break;
    box = at;
  }
  return box;
}

/**
 * Whether an element that holds a picture holds no other. A live list, since that is searched no further than its
 * second element.
 */
const holdsOne = (element: Element) => !element.getElementsByTagName('img')[1];

/** What is named a caption within an element. */
const captionIn = (box: Element): Element | undefined => findAll(box, '*').find((element) => isCaption(element, true));

function captionAfter(box: Element): Element | null {
  const inside = captionIn(box);
  if (inside) return inside;
  let next = box.nextElementSibling;
  while (next && isBlank(next)) next = next.nextElementSibling;
  return next && isCaption(next, false) ? next : null;
}
