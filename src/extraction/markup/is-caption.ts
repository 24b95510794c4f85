import { pattern } from '../../model/pattern.ts';
import { attributeOf, attributeOrNull, findAll, findFirst } from '../find-elements.ts';
import { findNamed } from '../find-named.ts';
import { isElement, rename, textOf } from './elements.ts';

const NAMED = pattern('i')`
  (?:^|[\s_-])(?:
    \w*captions?(?:-text)?
    |(?:img|image|pic|photo)-?(?:desc|info|note|credit)
    |pic-?te?xt|tuzhu|legend|figcaption
  )(?:$|[\s_-])`;

/** How captions begin: an arrow to the picture, or a label such as 图源 or `Photo by`. */
const MARKED = pattern('i')`
  ^(?:
    [▲△↑⬆▼^]
    |（?(?:[图圖]|图[片源为]|[上下供]图|摄影|照片|资料图|来源)\s*(?:[:：/／|丨]|\d|为|源|片来源)
    |(?:photo|image|picture|figure|fig\.?|credit|source)\s*(?:by\b|[:\d])
  )`;

const SMALL = /font-size\s*:\s*(?:1[0-3](?:\.\d+)?px|0?\.[6-8]\d*(?:r?em)|[6-8]\d%|small|x-small)/i;
const GREY =
  /color\s*:\s*(?:#([89a-c])\1?[\da-f]?|#([6-9a-c][\da-f])\2\2|rgba?\(\s*1[2-9]\d|gr[ae]y|rgb\(\s*1\d\d,\s*1\d\d)/i;

/**
 * Whether an element is a picture's caption. Its class may say so. Next to the picture, where `inside` is false, it may
 * also be a short text that is marked as one, in italics alone, or centred and set small or in grey.
 */
export function isCaption(element: Element, inside: boolean): boolean {
  if (
    !isElement(element, 'P', 'DIV', 'SPAN', 'SECTION', 'DD', 'SMALL', 'EM', 'I', 'FIGCAPTION') ||
    findFirst(element, 'img, p ~ p, h1, h2, h3, ul, ol, table')
  )
    return false;
  const text = textOf(element);
  if (!text || text.length > 300) return false;
  const classes = attributeOf(element, 'class');
  if (isElement(element, 'FIGCAPTION') || NAMED.test(classes)) return true;
  if (inside || text.length > 120) return false;
  // Where an editor offers no captions, authors put a line of italics under the picture.
  const isInline = isElement(element, 'SMALL', 'EM', 'I');
  const slanted = isInline ? element : findFirst(element, 'em, i, small');
  if (slanted && textOf(slanted) === text && (!isInline || textOf(element.parentElement) === text)) return true;
  const styles = [element, ...findAll(element, '*')].map((part) => attributeOf(part, 'style')).join(';');
  const centred =
    /text-align\s*:\s*center/i.test(styles) ||
    attributeOrNull(element, 'align') === 'center' ||
    element.classList.contains('align-center');
  const set = SMALL.test(styles) || GREY.test(styles) || !!findFirst(element, 'small, em:only-child, i:only-child');
  return MARKED.test(text)
    ? text.length < 80
    : centred && set && !/[。.!?！？]$/.test(text.slice(0, -1)) && text.length < 90;
}

/** How many levels above the caption the box that holds the picture may be. */
const NEAR_CAPTION = 4;

/**
 * Makes a `figure` of every box that holds one picture and a caption named as such. Otherwise the picture is dropped
 * together with its caption.
 */
export function makeFigures(page: Document): void {
  for (const caption of findNamed(page, '[class*="caption" i], .imageblock > .title')) {
    if (caption.matches('.title')) caption.className = 'caption';
    if (caption.closest('figure, table, a, li') || !isCaption(caption, true)) continue;
    let box = caption.parentElement;
    for (let level = 0; box && level < NEAR_CAPTION && !findFirst(box, 'img'); level++) box = box.parentElement;
    if (
      !box ||
      findAll(box, 'img').length !== 1 ||
      !isElement(box, 'DIV', 'SECTION', 'P') ||
      textOf(box) !== textOf(caption)
    )
      continue;
    rename(caption, 'figcaption', caption.getAttributeNames());
    rename(box, 'figure', box.getAttributeNames());
  }
}
