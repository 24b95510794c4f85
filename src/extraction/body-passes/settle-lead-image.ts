import type { BodyPass } from '../extraction-pass.ts';
import { attributeOf, findAll } from '../find-elements.ts';
import { listBlocks } from '../markup/list-blocks.ts';

/** Addresses of what sites give when an article has no picture of its own. */
const GENERIC =
  /(?:^|[/_.-])(?:logo|favicon|default|placeholder|avatar|gravatar|icon|share-?image|og-?image|social-?(?:card|share)?|opengraph)(?:[/_.-]|$)|opengraph\.githubassets/i;

/**
 * Keeps `leadImage` only where the body does not show it, nor any picture at its head, and where it is the article's
 * own.
 *
 * The lead picture declared in the head usually opens the body too, in another size, and would be shown twice; or it
 * is the logo of the site.
 */
export const settleLeadImage: BodyPass = {
  run(body, { metadata }) {
    const lead = metadata.leadImage;
    if (!lead) return;
    const pictures = findAll(body, 'img');
    const second = listBlocks(body, 2)[1];
    const atHead = pictures.some((img) => !second || (img.compareDocumentPosition(second) & 4) !== 0);
    const shown = pictures.some((img) => keyOf(attributeOf(img, 'src')) === keyOf(lead));
    if (atHead || shown || GENERIC.test(new URL(lead).pathname)) metadata.leadImage = null;
  },
};

/** File name without the sizes that content systems add: `a-1024x768.jpg`, `a@2x.jpg`, `a_640.jpg`, `a.jpg.webp`. */
function keyOf(address: string): string {
  const path = address.split(/[?#]/)[0] ?? '';
  const name = path.split('/').filter(Boolean).pop() ?? '';
  return name
    .replace(/(?:\.(?:jpe?g|png|webp|gif|avif))+$/i, '')
    .replace(/[-_@](?:\d+x\d*|\d{2,4}w?|[1-3]x|scaled|large|medium|small|thumb)$/i, '')
    .toLowerCase();
}
