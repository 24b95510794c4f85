import { attributeOf, attributeOrNull, findAll } from '../find-elements.ts';

/**
 * Attributes that hold the address of a lazy picture, by loaders and content systems: `nitro-lazy-src`, `data-original`, and names that
 * are used for nothing else. They are believed even where `src` is a picture, which is then a sketch of it.
 */
const LAZY =
  /(?:lazy(?:load)?|original)(?:-?src)?$|^(?:data-(?:(?:actual|(?:img|image|hi-res|full)-)?src|url|image|echo|full|large|backup|pin-media)|(?:zoom)?file|_src)$/;

/** Attributes that hold the address of something else: a sketch of the picture, who made it, what is shown without it. */
const OTHER =
  /thumb|low|blur|author|error|place|video|fallback|hover|small|tiny|preview|lqip|audio|poster|avatar|logo|icon/;

/** Attributes that hold candidates, besides the usual `data-srcset` and `srcset`. */
const SETS = /.srcset(?:-webp)?$|original-set$/;

/** The width, in CSS pixels, that a column of text can show sharply; wider pictures only cost the reader. */
const WANTED_WIDTH = 1200;

/**
 * Address of the picture that an `img` will show once loaded: its lazy attribute, the best of its srcset or of its `picture`, or what the
 * live page shows (`shown`); null when its `src` is the picture already.
 */
export function pictureSource(img: Element, shown: string | null): string | null {
  const names = namesOf(img);
  // Of several the usual one, `data-src`, before those that are made of it.
  for (const name of ['data-src', ...names.filter((name) => LAZY.test(name))]) {
    const value = attributeOf(img, name).trim();
    if (!looksLikePicture(value, /(?:data|lazy)-src$/.test(name))) continue;
    const set = name === 'data-src' ? attributeOf(img, 'data-srcset') : '';
    const best = bestCandidate(set);
    // The page shows the candidate, and the other where there is no script; that may be a larger one which is not among them.
    return best && (best.width >= WANTED_WIDTH || candidatesOf(set).some(({ address }) => address === value))
      ? best.address
      : value;
  }
  const source = attributeOf(img, 'src').trim();
  const best = [img, ...sourcesOf(img)].flatMap(setsOf).map(bestCandidate).find(Boolean);
  if (best && (isPlaceholder(source) || best.width > 0)) return best.address;
  if (!isPlaceholder(source)) return null;
  if (!isPlaceholder(shown ?? '')) return shown;
  const own = /^(?!true$|false$|\d+$)[^\s:]+$/.test(attributeOf(img, 'data-src')) ? 'data-src' : '';
  const other = names.find((name) => name.startsWith('data-') && looksLikePicture(attributeOf(img, name)));
  return attributeOf(img, other ?? own) || null;
}

const sourcesOf = (img: Element): Element[] =>
  img.parentElement?.nodeName === 'PICTURE' ? findAll(img.parentElement, 'source') : [];

/** The attributes of a picture that may hold an address of it. */
const namesOf = (img: Element): string[] => img.getAttributeNames().filter((name) => !OTHER.test(name));

/** The candidates of each set: of the usual loader first, and last of what is shown until another has loaded. */
const setsOf = (element: Element): string[] =>
  [
    'data-srcset',
    ...namesOf(element)
      .filter((name) => SETS.test(name))
      .sort(),
    'srcset',
  ].map((name) => attributeOf(element, name));

interface Candidate {
  address: string;
  /** From a `w` descriptor, or a density times 600; 0 when not given. */
  width: number;
}

/** The smallest candidate of a srcset that is wide enough, else the widest. */
function bestCandidate(set: string): Candidate | null {
  const candidates = candidatesOf(set);
  return candidates.find(({ width }) => width >= WANTED_WIDTH) ?? candidates.at(-1) ?? null;
}

/** The pictures of a srcset, the smallest first. Addresses with commas inside are kept whole. */
const candidatesOf = (set: string): Candidate[] =>
  [...set.matchAll(/(\S*[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)/g)]
    .map(([, address = '', size, unit]) => ({ address, width: size ? Number(size) * (unit === 'x' ? 600 : 1) : 0 }))
    .filter(({ address }) => !isPlaceholder(address))
    .sort((a, b) => a.width - b.width);

/** Whether an address can be a picture's; `surely` when the attribute is used for nothing else. */
export function looksLikePicture(address: string, surely = false): boolean {
  if (isPlaceholder(address) || /\s/.test(address.trim()) || /^(?:javascript|about):/i.test(address)) return false;
  if (
    /\.(?:jpe?g|jfif|png|gif|webp|avif|bmp|svg|heic)(?:$|[?#!@_:;/~&])/i.test(address) ||
    address.startsWith('data:image/')
  )
    return true;
  return (
    /^(?:https?:)?\/\//i.test(address) &&
    (surely || /image|img|photo|pic|media|cdn|upload|wx_fmt|format=|[?&]w(?:idth)?=/i.test(address))
  );
}

/** An address that stands for a picture yet to come: empty, a small inline image, or a file named as one. */
export function isPlaceholder(address: string): boolean {
  if (/^(?:#?$|about:blank|data:image\/svg)/i.test(address))
    return !address.startsWith('data:image/svg') || address.length < 1500;
  if (address.startsWith('data:')) return address.length < 2500;
  return MAY_STAND_FOR.test(address) && STANDS_FOR.test(address);
}

const STANDS_FOR =
  /(?:^|[/_-])(?:blank|spacer|placeholder|transparent|loading|lazy(?:load)?|1x1|1px|pixel|gr[ae]y|empty|trans|none|default-?img|load)(?:[-_.\d]\w*)?\.(?:gif|png|jpe?g|svg|webp)(?:\?|$)/i;

/** What the address of such a file has; a cheap first look, as the pattern takes long to compile. */
const MAY_STAND_FOR = /blank|spacer|place|trans|(?<!up)load|lazy|1x1|1px|pixel|gr[ae]y|empty|none|fault-?img/i;

/** Drawings smaller than this, in user units, are icons. */
const SMALLEST = 100;

/** Longest drawing kept, in bytes of markup. */
const LONGEST = 300_000;

/** A chart or diagram drawn as inline SVG, as an address that an `img` can show; null for icons and decoration. */
export function drawingAddress(svg: Element): string | null {
  const box = attributeOf(svg, 'viewBox')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const width = Number.parseFloat(attributeOf(svg, 'width')) || box[2] || 0;
  const height = Number.parseFloat(attributeOf(svg, 'height')) || box[3] || 0;
  const shapes = findAll(svg, 'path, rect, circle, line, polyline, polygon, text, ellipse').length;
  if (width < SMALLEST || height < SMALLEST || shapes < 5 || attributeOrNull(svg, 'aria-hidden') === 'true')
    return null;
  const copy = svg.cloneNode(true) as Element;
  for (const element of findAll(
    copy,
    'script, foreignObject, iframe, animate, set, image[href^="http"], use[href^="http"]',
  ))
    element.remove();
  for (const element of [copy, ...findAll(copy, '*')]) {
    for (const name of element.getAttributeNames())
      if (/^on|href$|^data-recto/i.test(name) && !attributeOf(element, name).startsWith('#'))
        element.removeAttribute(name);
  }
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const source = new XMLSerializer().serializeToString(copy);
  return source.length > LONGEST ? null : `data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`;
}
