import { attributeOf, findAll, findFirst, makeElement } from '../find-elements.ts';
import { findNamed } from '../find-named.ts';
import { isElement, isSpace, textOf } from './elements.ts';
import type { Footnote } from './footnote-store.ts';
import { makeNoteMark } from './footnote-store.ts';
import { dropNumber, escapeInQuotes } from './read-note.ts';

/**
 * Notes that stand in the markup inside their sentence, and are moved or shown by style or script: Tufte sidenotes,
 * notes shown on hover, those of WordPress plugins, and Zhihu's before its script has run.
 */
const INLINE = [
  '.sidenote, .marginnote',
  '.modern-footnotes-footnote__note, .footnote_tooltip, .ltx_note_outer, d-footnote',
  'sup[data-draft-type="reference"]:not(:has(a))',
].join(', ');

/** What a reader presses to show an inline note: its number, a check box, a label. */
const TOGGLE = '.sidenote-number, .modern-footnotes-footnote, .footnote-number, label, input';

/** Moves inline notes out of their sentences into `notes`, and puts a mark in the place of each. */
export function takeInlineNotes(page: Document, notes: Map<number, Footnote>): void {
  for (const note of findNamed(page, INLINE)) {
    if (note.hasAttribute('data-draft-type')) writeSource(note);
    const isLinked = note.id && findFirst(page, `a[href$="#${escapeInQuotes(note.id)}"]`);
    if (isLinked || !textOf(note) || !note.closest('body *')) continue;
    const number = notes.size + 1;
    const item = makeElement(page, 'li');
    const paragraph = makeElement(page, 'p');
    item.append(paragraph);
    for (const own of findAll(note, `${TOGGLE}, .ltx_note_mark, .ltx_tag`)) own.remove();
    paragraph.append(...note.childNodes);
    dropNumber(paragraph);
    notes.set(number, { content: item, marks: 1 });
    dropToggles(note);
    note.replaceWith(makeNoteMark(page, number, 1));
  }
}

/** Removes the label and check box right before a note. */
function dropToggles(note: Element): void {
  for (let before = note.previousSibling; before; before = note.previousSibling) {
    if (
      !isSpace(before) &&
      !(isElement(before) && (before.matches(TOGGLE) || (isElement(before, 'SUP') && textOf(before).length < 5)))
    )
      return;
    before.remove();
  }
}

/**
 * Writes the source that Zhihu keeps in a mark's attributes into the mark. A link without an address becomes text
 * later.
 */
function writeSource(mark: Element): void {
  const link = makeElement(mark, 'a');
  const address = attributeOf(mark, 'data-url');
  link.textContent = attributeOf(mark, 'data-text') || address;
  link.setAttribute('href', address);
  mark.replaceChildren(link);
}
