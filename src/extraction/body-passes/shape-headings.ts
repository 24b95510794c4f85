import { lettersAndDigits } from '../../model/text/letters.ts';
import type { BodyPass } from '../extraction-pass.ts';
import { attributeOrNull, findAll, findFirst, makeElement, rawText, textNodes } from '../find-elements.ts';
import { isElement, isPermalink, rename, textOf, unwrap } from '../markup/elements.ts';
import { findBoldHeadings } from '../markup/find-bold-headings.ts';

const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]:not(summary)';

/** Links and marks beside a heading that lead to the heading itself. */
const PERMALINK =
  '[class*="anchor" i], [class*="permalink"], .hash-link, .edit-link, [aria-hidden="true"], button, svg';

/** Characters of a heading, and of one that ends as a sentence does: a longer one is a standfirst, set in large type. */
const LONGEST_HEADING = 300;
const LONGEST_SENTENCE = 160;

/**
 * Makes headings clean and nested without gaps from level 2 on, and turns paragraphs that are headings in all but name
 * into headings.
 *
 * Sections are headed by bold paragraphs, by levels chosen for their size, or by headings full of permalinks; no
 * outline could be made of those.
 */
export const shapeHeadings: BodyPass = {
  run(body, { metadata }) {
    for (const link of findAll(body, 'a[href*="#"]')) if (isPermalink(link)) link.remove();
    // Inner headings first, so that one around an empty heading is still found to be a heading.
    for (const heading of findAll(body, HEADINGS).reverse()) clean(heading);
    for (const found of findBoldHeadings(body, metadata.lang)) promote(found.element, found.parts, body);
    nest(body);
  },
};

function clean(heading: Element): void {
  for (const extra of findAll(heading, PERMALINK))
    if (
      lettersAndDigits(rawText(extra)).length < 2 ||
      (extra.matches('a, button, [class*="icon"]') && textOf(extra) !== textOf(heading))
    )
      extra.remove();
  for (const br of findAll(heading, 'br')) br.replaceWith(' ');
  for (const text of textNodes(heading)) text.data = text.data.replace(/[\u200b\ufeff]/g, '');
  dropOwnLinks(heading);
  const text = textOf(heading);
  const isText = text && text.length <= (/[.。]$/.test(text) ? LONGEST_SENTENCE : LONGEST_HEADING);
  const cell = heading.closest('td, th');
  if (cell && textOf(cell) === text) {
    rename(heading, 'strong');
    return;
  }
  // A heading around nothing or a picture alone, around whole paragraphs or around another heading is a box. One that is a
  // whole list item is large type.
  if (
    !isText ||
    heading.matches('li:not(:only-child) > :only-child') ||
    heading.closest('figcaption') ||
    (isElement(heading, 'DIV') && findFirst(heading, 'p')) ||
    findFirst(heading, `p ~ p, ul, ol, table, ${HEADINGS}`)
  )
    rename(heading, isElement(heading, 'P', 'DIV', 'SPAN') ? heading.localName : 'div');
}

/** A heading that leads to itself, or back to the contents (docutils: `doc-backlink`), is no link; the mark of a note is. */
function dropOwnLinks(heading: Element): void {
  for (const link of findAll(heading, 'a[href^="#"]:not([role="doc-noteref"])')) {
    heading.id ||= link.id;
    if (/^(?:top|↑)$/i.test(textOf(link)) && textOf(heading) !== textOf(link)) link.remove();
    else unwrap(link);
  }
}

/** Turns a paragraph into a heading, joined with the number before it where there is one. */
function promote(element: Element, parts: readonly Element[], body: Element): void {
  const text = [...parts, element].map(textOf).join(' ');
  const heading = makeElement(body, 'h6');
  if (element.id) heading.id = element.id;
  heading.setAttribute('data-recto-level', 'bold');
  if (parts.length > 0) heading.textContent = text;
  else heading.append(...element.childNodes);
  for (const strong of findAll(heading, 'strong, b')) unwrap(strong);
  for (const part of parts) part.remove();
  element.replaceWith(heading);
}

/**
 * Makes levels an outline: each heading is one level below the one it stands under, whatever its number. Bold
 * paragraphs are below the headings around them.
 */
function nest(body: Element): void {
  const open: number[] = [];
  for (const heading of findAll(body, HEADINGS)) {
    const given = Number(/^H(\d)$/.exec(heading.tagName)?.[1] ?? attributeOrNull(heading, 'aria-level') ?? 2);
    const level = heading.hasAttribute('data-recto-level') ? 7 : given;
    heading.removeAttribute('data-recto-level');
    while (open.length > 0 && (open.at(-1) ?? 0) >= level) open.pop();
    open.push(level);
    const name = `h${Math.min(6, open.length + 1)}`;
    if (heading.localName !== name) rename(heading, name, ['id', 'lang', 'dir']);
  }
}
