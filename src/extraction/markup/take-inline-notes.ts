import { attributeOf, findAll, findFirst, findNamed, makeElement } from '../find-elements.ts';
import { isElement, isSpace, textOf } from './elements.ts';
import type { Footnote } from './footnote-store.ts';
import { makeNoteMark } from './footnote-store.ts';
import { CSS_escape, dropNumber } from './read-note.ts';

/** Notes written inside the sentence they belong to and moved by style or script: Tufte sidenotes, hover notes, WordPress plugins, Zhihu. */
const INLINE = [
  '.sidenote, .marginnote, .margin-note, .side-note',
  '.modern-footnotes-footnote__note, .footnote_tooltip, .footnote-tooltip, .mfn-footnote-content, span.footnote-container > span.footnote, span[role="doc-footnote"], .ltx_note_outer, d-footnote',
  'sup[data-text][data-draft-type="reference"]:not(:has(a))',
].join(', ');

/** What shows or hides an inline note: its number, a check box, a label. */
const TOGGLE =
  '.sidenote-number, .margin-toggle, .sidenote-toggle, .modern-footnotes-footnote, .footnote-number, label, input';

/** Takes inline notes out of their sentences into `notes` and leaves a mark in place of each. */
export function takeInlineNotes(page: Document, notes: Map<number, Footnote>): void {
  for (const note of findNamed(page, INLINE)) {
    const holder = note.parentElement;
    const isLinked = note.id && findFirst(page, `a[href$="#${CSS_escape(note.id)}"]`);
    if (
      isLinked ||
      !note.isConnected ||
      !holder ||
      !textOf(note) ||
      !note.closest('p, li, dd, blockquote, td, div, section')
    )
      continue;
    const number = notes.size + 1;
    const item = makeElement(page, 'li');
    const paragraph = makeElement(page, 'p');
    item.append(paragraph);
    if (note.hasAttribute('data-text')) paragraph.append(...sourceOf(note, page));
    else {
      for (const own of findAll(note, `${TOGGLE}, .ltx_note_mark, .ltx_tag`)) own.remove();
      paragraph.append(...note.childNodes);
      dropNumber(paragraph);
    }
    notes.set(number, { content: item, marks: 1 });
    dropToggles(note);
    note.replaceWith(makeNoteMark(page, number, 1));
  }
}

/** The label and check box right before a note. */
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

function sourceOf(note: Element, page: Document): Node[] {
  const text = attributeOf(note, 'data-text');
  const address = attributeOf(note, 'data-url');
  if (!/^https?:/.test(address)) return [page.createTextNode(text)];
  const link = makeElement(page, 'a');
  link.setAttribute('href', address);
  link.textContent = text || address;
  return [link];
}
