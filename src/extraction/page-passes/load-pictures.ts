import { pattern } from '../../model/pattern.ts';
import type { PageContext, PagePass } from '../extraction-pass.ts';
import {
  attributeOf,
  attributeOrNull,
  findAll,
  findFirst,
  firstAttribute,
  makeElement,
  rawText,
} from '../find-elements.ts';
import { findNamed } from '../find-named.ts';
import { isElement, parseHtml, textOf } from '../markup/elements.ts';
import { makeFigures } from '../markup/is-caption.ts';
import { isPlaceholder, looksLikePicture, pictureSource } from '../markup/picture-source.ts';

/**
 * Gives every picture the address that it would have once scrolled to, and drops tracking pictures.
 *
 * Lazy pictures keep their address in data attributes, srcset, noscript, a background or only in the live page, and
 * show a placeholder until scrolled to.
 */
export const loadPictures: PagePass = {
  run(page) {
    const { clone } = page;
    const shown = shownSources(page);
    // Pictures outside noscript first: one in a noscript stands for the placeholder beside it.
    for (const [index, img] of findAll(clone, 'img').entries()) loadPicture(img, shown[index] ?? null);
    for (const noscript of findAll(clone, 'noscript')) resolveNoscript(noscript);
    for (const element of findNamed(clone, 'amp-img, amp-anim, object[type^="image"]')) makePicture(element);
    for (const img of findAll(clone, 'img')) settlePicture(img);
    for (const holder of findAll(
      clone,
      '[data-bg], [data-background-image], [role="img"], figure [style*="url("], [style*="url("][class*="image" i]',
    ))
      fromBackground(holder);
    makeFigures(clone);
  },
};

/** Makes an element of another name that shows a picture an `img`. */
function makePicture(element: Element): void {
  if (findFirst(element, 'img')) return;
  const img = makeElement(element, 'img');
  img.setAttribute('src', firstAttribute(element, 'src data') ?? '');
  img.setAttribute('alt', attributeOf(element, 'alt') || textOf(element));
  element.replaceWith(img);
}

/** The address that the live page shows for each picture, while both trees have the same pictures. */
function shownSources({ live, clone }: PageContext): (string | null)[] {
  if (live === clone) return [];
  const pictures = findAll(live, 'img');
  if (pictures.length !== findAll(clone, 'img').length) return [];
  return pictures.map((img) => (img.naturalWidth > 2 ? img.currentSrc : null));
}

function loadPicture(img: Element, shown: string | null): void {
  const source = pictureSource(img, shown);
  if (source) img.setAttribute('src', source);
}

/**
 * Puts the picture of a `noscript` in the place of the placeholder before or after it. Its content is elements or, on a
 * page with scripts, text.
 */
function resolveNoscript(noscript: Element): void {
  const html = findFirst(noscript, 'img') ? null : rawText(noscript);
  if (html !== null && (!/<img\b/i.test(html) || html.length > 20_000)) return;
  const holder = html === null ? noscript : parseHtml(html).body;
  const inner = findFirst(holder, 'img');
  if (!inner || isTracker(inner) || rawText(holder).trim()) return;
  const source = pictureSource(inner, null) ?? attributeOf(inner, 'src');
  if (!looksLikePicture(source)) return;
  inner.setAttribute('src', source);
  const beside = neighbour(noscript);
  if (beside && hasSource(beside)) {
    if (!attributeOrNull(beside, 'alt')) beside.setAttribute('alt', attributeOf(inner, 'alt'));
    noscript.remove();
    return;
  }
  const picture = noscript.ownerDocument.importNode(inner, true);
  (beside ?? noscript).replaceWith(picture);
  noscript.remove();
}

const hasSource = (img: Element) => looksLikePicture(attributeOf(img, 'src'));

/** The picture right before or after, alone in its wrapper or bare. */
function neighbour(noscript: Element): Element | null {
  for (const beside of [noscript.previousElementSibling, noscript.nextElementSibling]) {
    if (!beside) continue;
    if (isElement(beside, 'IMG')) return beside;
    const inner = findAll(beside, 'img');
    if (inner.length === 1 && !rawText(beside).trim()) return inner[0] ?? null;
  }
  return null;
}

/**
 * Drops trackers and pictures without an address or with a blank one, and replaces the picture of an emoji by the
 * emoji.
 */
function settlePicture(img: Element): void {
  if (isTracker(img) || (attributeOf(img, 'aria-hidden') && isPlaceholder(attributeOf(img, 'src')))) {
    img.remove();
    return;
  }
  const alt = attributeOf(img, 'alt');
  // ASCII is no emoji, although digits are parts of some. Most pictures have such a text, or none.
  if (/[^\0-\x7f]/.test(alt) && /^(?:\p{Extended_Pictographic}|\p{Emoji_Component}|\u200d|\ufe0f){1,8}$/u.test(alt)) {
    img.replaceWith(alt);
    return;
  }
  if (/^\s*$|^data:image\/(?:gif.{0,99}|svg.{0,250})$/.test(attributeOf(img, 'src'))) img.remove();
}

/** Whether a picture exists to be requested, not seen: one of one or two pixels, or from a known measuring service. */
function isTracker(img: Element): boolean {
  const style = attributeOf(img, 'style');
  const size = (name: string) => {
    const value =
      attributeOrNull(img, name) ?? (style && new RegExp(`(?:^|[;\\s])${name}\\s*:\\s*(\\d+)px`, 'i').exec(style)?.[1]);
    return value ? Number.parseFloat(value) : Number.NaN;
  };
  if (size('width') <= 2 || size('height') <= 2) return true;
  const source = attributeOf(img, 'src');
  return !attributeOrNull(img, 'alt') && TRACKER.test(source);
}

/** Addresses of pictures that count readers. */
const TRACKER = pattern('i')`
  facebook\.com\/tr\b
  |\/(?:pixel|beacon|track(?:ing|er)?|collect|impression|count(?:er)?)(?:\.(?:gif|png|php))?(?:[?/]|$)
  |[/.]doubleclick\.net|google-analytics|scorecardresearch
  |\/1x1\.
  |\/wf\/open\?`;

/** Makes an empty block with a background picture that picture. */
function fromBackground(holder: Element): void {
  if (isElement(holder, 'IMG') || findFirst(holder, 'img, picture, svg') || rawText(holder).trim()) return;
  const style = firstAttribute(holder, 'data-bg data-background-image style') ?? '';
  const source = /url\(\s*(?!\s)(['"]?)(.*?)\1\s*\)/i.exec(style)?.[2] ?? (holder.hasAttribute('style') ? '' : style);
  if (!looksLikePicture(source)) return;
  const img = makeElement(holder, 'img');
  img.setAttribute('src', source);
  img.setAttribute('alt', firstAttribute(holder, 'aria-label title') ?? '');
  holder.replaceWith(img);
}
