import { hasLetter } from '../../model/text/letters.ts';
import { attributeOf, findAll, findFirst } from '../find-elements.ts';
import { isElement, listBlocks, textOf } from './elements.ts';

/** A paragraph that serves as a heading, and the blocks before it that belong to it (the section's number). */
interface BoldHeading {
  element: Element;
  parts: Element[];
}

/** Longest heading, in characters. Chinese and Japanese need fewer. */
const LONGEST = 90;
const LONGEST_HAN = 36;

/** The end of a sentence or of a lead-in. `?` and `!` are left out, since headings may end with them. */
const SENTENCE_END = /[.。,，;；:：…、"”」』)）]$/;

/** Class names that sites give to subheadings. */
const NAMED = /(?:^|[\s_-])(?:sub-?head(?:ing|line)?|section-?(?:title|heading)|h[2-4])(?:$|[\s_-])/i;

/**
 * Finds paragraphs that serve as headings: short, all bold or set larger, not ending like a sentence, and followed by
 * ordinary text. There must be two or more, unless a section's number or a class marks one, and few in proportion to
 * the text. In an interview the bold questions are not headings.
 */
export function findBoldHeadings(body: Element, lang: string | null): BoldHeading[] {
  const blocks = listBlocks(body);
  const candidates = blocks.map((block) => isCandidate(block, lang));
  const found: BoldHeading[] = [];
  for (const [index, block] of blocks.entries()) {
    const next = blocks[index + 1];
    if (!candidates[index] || !next || isHeading(next)) continue;
    // Of several candidates in a row only the last can have its text right after it.
    if (candidates[index + 1]) continue;
    const number = blocks[index - 1];
    const parts = number && isNumber(textOf(number)) && !number.closest('li, table') ? [number] : [];
    found.push({ element: block, parts });
  }
  const named = found.filter(({ element }) => NAMED.test(attributeOf(element, 'class')));
  const questions = found.filter(({ element }) => /[?？]$/.test(textOf(element))).length;
  const isInterview = questions > 3 && questions > found.length * 0.6;
  const plenty = found.length * 2 > blocks.length;
  return (found.length < 2 && found.every(({ parts }) => parts.length === 0)) || plenty || isInterview ? named : found;
}

const isHeading = (block: Element) => !!block.closest('h1, h2, h3, h4, h5, h6');

/** Whether a line is nothing but a section's number: `01`, `PART 2`, `NO.3`, `一`, `第三章`. */
const isNumber = (text: string) =>
  /^(?:part|chapter|no|step)?[.\s/]*(?:\d{1,2}|[ivx]{1,4}|第?[一二三四五六七八九十\d]{1,3}[章节部分]*)[\s.、/]*$/i.test(
    text,
  );

function isCandidate(block: Element, lang: string | null): boolean {
  if (!isElement(block, 'P', 'DIV', 'SECTION')) return false;
  const text = textOf(block);
  if (text.length < 2 || text.length > LONGEST || isHeading(block)) return false;
  if (
    block.closest('li, td, th, blockquote, figure, figcaption, pre, dl, table, details, aside, a') ||
    findFirst(block, 'img, br + br, a[href^="http"]')
  )
    return false;
  // The first line of an article is its standfirst; that of a post in a thread is its author.
  if (isElement(block.parentElement, 'ARTICLE') && !block.previousElementSibling) return false;
  const han = /\p{sc=Han}/u.test(text) || /^(?:zh|ja)/.test(lang ?? '');
  if ((han && text.length > LONGEST_HAN) || !hasLetter(text)) return false;
  if (NAMED.test(attributeOf(block, 'class'))) return true;
  if (
    SENTENCE_END.test(text) ||
    isNumber(text) ||
    /^(?:[-–—•*·]|图|表|figure|table|photo|update|edit|note|ps\b|ad\b)/i.test(text)
  )
    return false;
  return isWhollyBold(block, text) || isLarge(block);
}

/** An inline style that makes text bold. */
export const BOLD_STYLE = /font-weight\s*:\s*(bold|[6-9]00)/i;

function isWhollyBold(block: Element, text: string): boolean {
  let bold = '';
  for (const strong of findAll(block, 'strong, b'))
    if (!strong.parentElement?.closest('strong, b')) bold += textOf(strong);
  return BOLD_STYLE.test(attributeOf(block, 'style')) || bold.replace(/\s/g, '') === text.replace(/\s/g, '');
}

/** Whether an inline style makes the whole text of a block larger than body text. */
function isLarge(block: Element): boolean {
  const sizes = [block, ...findAll(block, 'span, font')]
    .filter((element) => textOf(element) === textOf(block))
    .map((element) => /font-size\s*:\s*([\d.]+)px/i.exec(attributeOf(element, 'style'))?.[1]);
  return sizes.some((size) => Number(size) >= 18);
}
