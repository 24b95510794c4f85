import type { PagePass } from '../extraction-pass.ts';
import { attributeOf, attributeOrNull, findAll, findFirst, makeElement } from '../find-elements.ts';
import { findNamed } from '../find-named.ts';
import { describeEmbed, type Embed } from '../markup/describe-embed.ts';
import { isElement, textOf } from '../markup/elements.ts';
import { UNSEEN } from './mark-unseen.ts';

/**
 * Makes video, audio, other embeds and link cards a card: a figure with a link, its title and, when known, its picture.
 *
 * A video, a post or a sound in a frame is part of what the author shows, but a frame of another site must not run in
 * the reader. A link card without its style leaves icon and first words in the text like a paragraph.
 */
export const cardEmbeds: PagePass = {
  run({ clone, url }) {
    for (const element of findNamed(
      clone,
      'iframe, video, audio, lite-youtube, lite-vimeo, amp-youtube, amp-iframe, amp-video, mpvoice, ' +
        'mp-common-mpaudio, object[data], embed[src]',
    )) {
      const embed = describeEmbed(element, url);
      if (embed) placeCard(element, embed);
      else if (isElement(element, 'IFRAME', 'OBJECT', 'EMBED')) element.remove();
    }
    for (const box of findNamed(clone, LINK_CARDS)) {
      const around = box.closest('a');
      const link = around ?? findFirst(box, 'a');
      const title = textOf(findFirst(box, '[class*="title" i], strong, h3, h4'));
      const card = around ?? box;
      // Other sites give an article's box such a name. What nobody sees is dropped later.
      if (!link || !title || textOf(card).length > LONGEST_CARD || card.hasAttribute(UNSEEN)) continue;
      const pictureAddress = attributeOrNull(findFirst(box, 'img:not([class*="icon" i], [class*="logo" i])'), 'src');
      // The box around it may be named after something that stands around articles.
      placeCard(card, { address: attributeOf(link, 'href'), title, pictureAddress }, card);
    }
  },
};

/** Longest card, in characters: a title, first words, the names of site and author. */
const LONGEST_CARD = 1_000;

/**
 * Cards that systems make of a link that stands alone, with title, first words, site, icon and picture: Ghost,
 * Substack, Cocoon and Pz-LinkCard of Japanese blogs, and the forums of XenForo and Discourse.
 */
const LINK_CARDS = '.kg-bookmark-card, .embedded-post-wrap, .blogcard, .lkc-card, .js-unfurl, .onebox';

/**
 * Puts a card in the place of an embed and of the wrappers that hold nothing else; the card of a link replaces all of
 * `own`.
 */
function placeCard(element: Element, embed: Embed, own?: Element): void {
  const page = element.ownerDocument;
  const link = makeElement(page, 'a');
  link.setAttribute('href', embed.address);
  if (embed.pictureAddress) {
    const picture = makeElement(page, 'img');
    picture.setAttribute('src', embed.pictureAddress);
    picture.setAttribute('alt', '');
    link.append(picture);
  }
  link.append(embed.title);
  const figure = element.closest('figure');
  if (figure && (own ? figure === own : findAll(figure, 'iframe, video, audio').length === 1)) {
    figure.className = 'embed';
    figure.replaceChildren(link, findFirst(figure, 'figcaption') ?? '');
    return;
  }
  const card = makeElement(page, 'figure');
  card.className = 'embed';
  card.append(link);
  const target = own ?? outerOf(element);
  // A figure inside a paragraph would be torn out of it by the next parser.
  (target.parentElement?.closest('p') ?? target).after(card);
  target.remove();
}

/** The wrapper that keeps a frame's proportions and holds nothing else. */
function outerOf(element: Element): Element {
  let target = element;
  for (
    let at = element.parentElement;
    isElement(at, 'DIV', 'P', 'SPAN', 'SECTION', 'CENTER') &&
    at.children.length === 1 &&
    textOf(at).length < 3 + textOf(element).length;
    at = at.parentElement
  )
    target = at;
  return target;
}
