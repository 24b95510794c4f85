import type { BodyPass } from '../extraction-pass.ts';
import { attributeOf, attributeOrNull, findAll, findFirst, makeElement, rawText } from '../find-elements.ts';
import { isHiddenByHand, isSpace, rename, unwrap } from '../markup/elements.ts';
import { BOLD_STYLE } from '../markup/find-bold-headings.ts';
import { trimIndent } from '../markup/trim-indent.ts';

/** Longer lines than two are hard to read when they are centred. */
const LONGEST_LINE = 120;

/** Meaning that only a style gives, and the element that says the same. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [BOLD_STYLE, 'strong'],
  [/font-style\s*:\s*italic|text-emphasis(-style)?\s*:\s*(?!none)/i, 'em'],
  [/text-decoration[^;]*line-through/i, 's'],
  [/vertical-align\s*:\s*super/i, 'sup'],
  [/vertical-align\s*:\s*sub/i, 'sub'],
];

/** Old elements and what replaced them. */
const MODERN: Record<string, string> = { tt: 'code', strike: 's', acronym: 'abbr', center: 'div' };

/**
 * Turns the emphasis, alignment and breaks that styles stand for into markup; the styles themselves are dropped later.
 *
 * Editors write bold, emphasis dots (着重号), superscript and centring as inline styles, and indent by hand. Without this
 * pass the reader would lose or double all of it.
 */
export const convertInlineStyles: BodyPass = {
  run(body) {
    for (const element of findAll(body, 'font, center, tt, strike, acronym')) modernise(element);
    for (const span of findAll(body, 'span[style]')) {
      const style = attributeOf(span, 'style');
      const name = MEANINGS.find(([pattern]) => pattern.test(style))?.[1];
      if (name && span.textContent?.trim() && !span.closest(`${name}, b, h1, h2, h3, h4, h5, h6, pre`))
        rename(span, name, ['id', 'lang', 'dir']);
    }
    for (const block of findAll(body, ':is([style], [align]):is(p, div, section, h2, h3, h4, figcaption, td, th)'))
      align(block);
    for (const label of findAll(body, '.admonition-title, .markdown-alert-title')) embolden(label);
    for (const box of findAll<HTMLElement>(body, 'input[type=checkbox]'))
      if (box.hasAttribute('disabled') || opensItem(box)) box.replaceWith(box.hasAttribute('checked') ? '☑ ' : '☐ ');
    for (const block of findAll(body, 'p, div, section, li, h2, h3, h4, blockquote')) trimIndent(block);
  },
};

/**
 * Whether a check box begins its item, as in lists of tasks. One that folds an item in has headings or boxes behind it.
 * One that is hidden, or has its label right behind it, is a switch drawn as that label.
 */
const opensItem = (box: HTMLElement): boolean =>
  !isHiddenByHand(box) &&
  !attributeOf(box.nextElementSibling, 'for') &&
  box.matches(':is(li, li > :is(p, label):first-child) > :first-child') &&
  [box, box.closest('li > *')].every((it) => !it?.previousSibling || isSpace(it.previousSibling)) &&
  !findFirst(box.closest('li'), 'div, section, h2, h3, h4, h5, h6');

function modernise(element: Element): void {
  const name = MODERN[element.localName];
  if (name) {
    const renamed = rename(element, name, ['id', 'title', 'class', 'lang', 'dir', 'style']);
    if (name === 'div') renamed.setAttribute('align', 'center');
  } else if (element.hasAttribute('style')) rename(element, 'span');
  else unwrap(element);
}

/**
 * Keeps the side of centred and right-aligned lines, told by its first letter: `center`, `right`, `end`. Justified and left
 * lines, and whole paragraphs, are for the reader to set.
 */
function align(block: Element): void {
  const side =
    /text-align\s*:\s*([cer])/i.exec(attributeOf(block, 'style'))?.[1] ?? attributeOrNull(block, 'align') ?? '';
  const name = /^c/i.test(side) ? 'align-center' : /^[re]/i.test(side) ? 'align-end' : null;
  if (name !== null && rawText(block).length <= LONGEST_LINE * (1 + findAll(block, 'br').length))
    block.classList.add(name);
}

/** Makes the label of a box (*Note*, *Warning*) bold, since only its style sets it apart. */
function embolden(label: Element): void {
  const strong = makeElement(label, 'strong');
  strong.append(...label.childNodes);
  label.append(strong);
}
