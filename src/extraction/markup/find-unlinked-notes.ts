import { pattern } from '../../model/pattern.ts';
import { attributeOf, findAll, findFirst, firstText, precedes, rawText } from '../find-elements.ts';
import { isElement, textOf } from './elements.ts';

const SIGN = /^[[(（【]?(\d{1,3}|[*†‡§]{1,3})[\])）】]?$/;

/**
 * Pairs marks that are no links with the notes they mean: `ice<sup>1</sup>`, and further down a paragraph that begins
 * with the same sign, or the first item of a list under "Notes". A single pair may be an exponent, and counts only if
 * the note is named as one. `linked` are the notes that links lead to. They have marks already, so beside them
 * `x<sup>2</sup>` is a square.
 */
export function findUnlinkedNotes(body: Element, linked: Iterable<Element>): Map<Element, Element> {
  const pairs = new Map<Element, Element>();
  const marks = findAll(body, 'sup').filter(
    (sup) => SIGN.test(textOf(sup)) && !findFirst(sup, 'a[href*="#"]') && !sup.closest('pre, a'),
  );
  if (marks.length === 0) return pairs;
  const notes = new Map<string, Element>();
  for (const block of findAll(body, 'p, li, [class*="footnote" i]')) {
    const sign = signOf(block);
    if (sign && !SIGN.test(textOf(block))) notes.set(sign, block);
  }
  const meant = new Set(linked);
  for (const mark of marks) {
    const note = notes.get(SIGN.exec(textOf(mark))?.[1] ?? '');
    if (note && !meant.has(note) && precedes(mark, note)) pairs.set(mark, note);
  }
  const found = new Set(pairs.values());
  return found.size > 1 || [...found].some(isNamed) ? pairs : new Map();
}

const isNamed = (note: Element): boolean =>
  !!note.closest('[class*="footnote" i], [id^="fn"], aside') || isUnderLabel(note);

/** Whether the list or section of a note follows a heading such as "Notes". */
const isUnderLabel = (note: Element): boolean => isNoteLabel((note.closest('ol, ul') ?? note).previousElementSibling);

/**
 * The sign that a block begins with, in an element of its own or in brackets. For a list item it is the item's number.
 */
function signOf(block: Element): string | undefined {
  const text = firstText(block);
  const first = isElement(text?.parentElement, 'SUP', 'STRONG', 'B', 'SPAN', 'A') ? rawText(text) : '';
  const sign = SIGN.exec(first.trim()) ?? /^[[(（【](\d{1,3})[\])）】]/.exec(textOf(block));
  if (sign) return sign[1];
  const list = block.parentElement;
  return isElement(list, 'OL') && isNamed(block)
    ? String((Number(attributeOf(list, 'start')) || 1) + [...list.children].indexOf(block))
    : undefined;
}

const LABEL = pattern('i')`
  ^(?:
    (?:(?:foot|end) ?)?notes?|refer(?:ences?|[eê]ncias)|citations?|sources?
    |fu(?:ß|ss)noten|anmerkungen|einzelnachweise|(?:notes et )?références|notas|примечания
    |脚注|注[释解]?|註釋|参考(?:资料|文献)?|引用|參考資料
  )(?:\s*\[.*\])?\s*[:：]?$`;

/** Whether the whole text of an element is a heading for notes or references. */
export const isNoteLabel = (element: Element | null): boolean => LABEL.test(textOf(element));
