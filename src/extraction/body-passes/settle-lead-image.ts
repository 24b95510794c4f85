import { pattern } from '../../model/pattern.ts';
import { isManualAddress } from '../choosing/is-manual.ts';
import type { BodyPass } from '../extraction-pass.ts';
import { attributeOf, findAll, precedes } from '../find-elements.ts';
import { listBlocks } from '../markup/elements.ts';

/**
 * Paths, by folder or file name, of pictures that show the site or nobody; pages declare them when an article has none
 * of its own. A folder named `default` says nothing, and `styles/social` only the size: Drupal keeps every picture in
 * such folders.
 */
const GENERIC = pattern('i')`
  (?<!\/styles)\/(?:logo|og-?image|social(?:-?cards?)?)\/
  |\/opengraph\.githubassets
  |[/_.-](?:
    (?:logo|favicon|og-?image)[^/]*
    |(?:default(?:-\w+)?|placeholder|avatar|icon|share-?image|social(?:-?(?:card|share|icon|wide))?|opengraph)[-_@\dx]*(?:\.\w+)?
  )$`;

/** Pictures with sides no longer than this, in px, are icons. */
const SIGN = 100;

/**
 * Drops the site's own pictures from above the text. Keeps `leadImage` only where it is the article's own, and neither
 * it nor another picture stands at the head of the body.
 *
 * What Readability keeps may begin with the site's header. The declared lead picture usually opens the body too, in
 * another size, and would be shown twice; or it is the site's logo.
 */
export const settleLeadImage: BodyPass = {
  run(body, { metadata, url }) {
    const [first, second] = listBlocks(body, 2);
    for (const img of findAll(body, 'img:not(figure img)')) {
      if (first && precedes(img, first) && isOfSite(img)) img.remove();
    }
    const lead = metadata.leadImage;
    if (!lead) return;
    const key = keyOf(lead);
    const isShown = findAll(body, 'img').some(
      (img) => !second || precedes(img, second) || keyOf(attributeOf(img, 'src')) === key,
    );
    // What manuals declare is a card with their name, for links to them.
    if (isShown || GENERIC.test(pathOf(lead)) || isManualAddress(url)) metadata.leadImage = null;
  },
};

/** Whether a picture is a logo, an icon, or a link to the first page. */
function isOfSite(img: Element): boolean {
  const path = pathOf(attributeOf(img, 'src'));
  const size = (name: string) => Number(attributeOf(img, name) || Number.NaN) <= SIGN;
  return (
    GENERIC.test(path) || /\.svg$/i.test(path) || (size('width') && size('height')) || isFirstPage(img.closest('a'))
  );
}

const isFirstPage = (link: HTMLAnchorElement | null) => link?.pathname === '/' && !link.search;

const pathOf = (address: string) => address.replace(/[?#].*/s, '');

/** File name without the sizes that content systems add: `a-1024x768.jpg`, `a@2x.jpg`, `a_640.jpg`, `a.jpg.webp`. */
function keyOf(address: string): string {
  // A pattern anchored at the end alone is tried at each place, and in each row of slashes again: time would grow
  // with the square of a `data:` address.
  const name =
    pathOf(address)
      .split(/(?<=\/)(?!\/)/)
      .at(-1) ?? '';
  return name
    .replace(/(?:\.[a-z]{3,4})+$/i, '')
    .replace(/[-_@](?:\d+x\d*|\d{2,4}w?|[1-3]x|scaled|large|medium|small|thumb)$/i, '')
    .toLowerCase();
}
