import { pattern } from '../../model/pattern.ts';
import { attributeOf, attributeOrNull, findAll } from '../find-elements.ts';

/**
 * Attributes in which lazy loaders and content systems keep a picture's address: `nitro-lazy-src`, `data-original`, and
 * others that are used for nothing else. They win over an `src` that is a picture, too, since that is then a preview.
 */
const LAZY_SOURCE = pattern()`
  (?:lazy(?:load)?|original)(?:-?src)?$
  |^(?:
    data-(?:(?:actual|(?:img|image|hi-res|full)-)?src|url|image|echo|full|large|backup|pin-media)
    |(?:zoom)?file
    |_src
  )$`;

/** Attributes that hold the address of something else: a preview, the author's portrait, a fallback. */
const OTHER_SOURCE =
  /thumb|low|blur|author|error|place|video|fallback|hover|small|tiny|preview|lqip|audio|poster|avatar|logo|icon/;

/** Attributes in the format of `srcset`, besides `data-srcset` and `srcset` themselves. */
const CANDIDATE_LISTS = /.srcset(?:-webp)?$|original-set$/;

/** Pixels of width that are enough for a column of text on a dense screen. Wider files are only larger downloads. */
const WANTED_WIDTH = 1200;

/**
 * The address that an `img` will show once it has loaded: that of a lazy-loading attribute, the best candidate of its
 * srcset or of its `picture`, or what the live page shows (`shown`). Null when its `src` is the picture already.
 */
export function pictureSource(img: Element, shown: string | null): string | null {
  const names = namesOf(img);
  // `data-src` first: some loaders derive other attributes from it.
  for (const name of ['data-src', ...names.filter((name) => LAZY_SOURCE.test(name))]) {
    const value = attributeOf(img, name).trim();
    if (!looksLikePicture(value, /(?:data|lazy)-src$/.test(name))) continue;
    const set = name === 'data-src' ? attributeOf(img, 'data-srcset') : '';
    const best = bestCandidate(set);
    // With scripts the page shows a candidate; `data-src` is the fallback, and may be a larger file that is no
    // candidate.
    return best && (best.width >= WANTED_WIDTH || candidatesOf(set).some(({ address }) => address === value))
      ? best.address
      : value;
  }
  const source = attributeOf(img, 'src').trim();
  const best = [img, ...sourcesOf(img)].flatMap(candidateListsOf).map(bestCandidate).find(Boolean);
  if (best && (isPlaceholder(source) || best.width > 0)) return best.address;
  if (!isPlaceholder(source)) return null;
  if (!isPlaceholder(shown ?? '')) return shown;
  const own = /^(?!true$|false$|\d+$)[^\s:]+$/.test(attributeOf(img, 'data-src')) ? 'data-src' : '';
  const other = names.find((name) => name.startsWith('data-') && looksLikePicture(attributeOf(img, name)));
  return attributeOf(img, other ?? own) || null;
}

const sourcesOf = (img: Element): Element[] =>
  img.parentElement?.nodeName === 'PICTURE' ? findAll(img.parentElement, 'source') : [];

/** The attributes of a picture in which its own address may stand. */
const namesOf = (img: Element): string[] => img.getAttributeNames().filter((name) => !OTHER_SOURCE.test(name));

/** The candidate lists of an element. `srcset` comes last, since it may list a preview that is shown meanwhile. */
const candidateListsOf = (element: Element): string[] =>
  [
    'data-srcset',
    ...namesOf(element)
      .filter((name) => CANDIDATE_LISTS.test(name))
      .sort(),
    'srcset',
  ].map((name) => attributeOf(element, name));

interface Candidate {
  address: string;
  /** The `w` descriptor, or the density (`x`) times 600; 0 when there is none. */
  width: number;
}

/** The smallest candidate of a srcset that reaches `WANTED_WIDTH`, else the widest. */
function bestCandidate(set: string): Candidate | null {
  const candidates = candidatesOf(set);
  return candidates.find(({ width }) => width >= WANTED_WIDTH) ?? candidates.at(-1) ?? null;
}

/** The candidates of a srcset, the smallest first. Commas inside an address do not split it. */
const candidatesOf = (set: string): Candidate[] =>
  [...set.matchAll(/(\S*[^\s,])(?:\s+([\d.]+)([wx]))?\s*(?:,|$)/g)]
    .map(([, address = '', size, unit]) => ({ address, width: size ? Number(size) * (unit === 'x' ? 600 : 1) : 0 }))
    .filter(({ address }) => !isPlaceholder(address))
    .sort((a, b) => a.width - b.width);

/** Whether an address may be a picture's. `surely` when it comes from an attribute that is used for nothing else. */
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

/** Whether an address is that of a placeholder: empty, a small `data:` image, or a file named like one. */
export function isPlaceholder(address: string): boolean {
  if (/^(?:#?$|about:blank|data:image\/svg)/i.test(address))
    return !address.startsWith('data:image/svg') || address.length < 1500;
  if (address.startsWith('data:')) return address.length < 2500;
  return PLACEHOLDER.test(address);
}

const PLACEHOLDER = pattern('i')`
  (?:^|[/_-])(?:
    blank|spacer|placeholder|trans(?:parent)?|load(?:ing)?|lazy(?:load)?|1x1|1px|pixel|gr[ae]y|empty|none|default-?img
  )(?:[-_.\d]\w*)?\.(?:gif|png|jpe?g|svg|webp)(?:\?|$)`;

/** An SVG drawing smaller than this, in user units, is an icon. */
const SMALLEST = 100;

/** Longest SVG drawing that is kept, in characters of markup. */
const LONGEST = 300_000;

/** A `data:` address for an `img`, made of a chart or diagram in inline SVG; null for icons and decoration. */
export function svgToDataUrl(svg: Element): string | null {
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
