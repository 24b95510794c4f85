import {
  attributeOf,
  findAll,
  findFirst,
  isText,
  makeElement,
  precedes,
  rawText,
  textNodes,
} from '../find-elements.ts';
import { isElement, rename, textOf } from './elements.ts';

/** Longest footnote, in characters. A longer target is a section that happens to be linked to. */
const LONGEST = 4000;

/** The text of a link that leads back from a note to its mark. */
const BACK = /^[\s^«‹]*(?:[↩↑^⏎⤴«]|jump up|back|return to text|返回)(?:[\s\w:.,^↑↩⏎⤴]|[\ufe0e\ufe0f])*$/iu;

/** The element that holds the note which `link` leads to; null when the link leads to something else. */
export function findNote(link: Element, fragment: string | null, page: Document): Element | null {
  if (!fragment) return null;
  const target: Element | null =
    page.getElementById(fragment) ??
    page.getElementById(`user-content-${fragment}`) ??
    findFirst(page, `a[name="${escapeInQuotes(fragment)}"]`);
  if (!target || !precedes(link, target)) return null;
  if (isElement(target, 'A')) wrapNote(target);
  const note = isElement(target, 'DT')
    ? target.nextElementSibling
    : isElement(target, 'LI', 'P', 'DIV', 'DD', 'ASIDE', 'SECTION', 'TR')
      ? target
      : target.closest('li, p, div, dd, aside, tr');
  if (!note || note.contains(link) || findFirst(note, 'h1, h2, h3')) return null;
  const length = textOf(note).length;
  return length > 1 && length < LONGEST ? note : null;
}

/** Where only empty lines (`<br><br>`) separate the notes, wraps the one that begins at `anchor` in a paragraph. */
function wrapNote(anchor: Element): void {
  const before = anchor.previousSibling;
  const start = isText(before) && /^\s*[[(]?$/.test(rawText(before)) ? before : anchor;
  const isFirst = !start.previousSibling || isElement(start.previousSibling, 'BR');
  if (!isFirst || !anchor.parentElement?.querySelector(':scope > br + br')) return;
  const note = makeElement(anchor, 'p');
  (start as ChildNode).before(note);
  for (let next = note.nextSibling; next; next = note.nextSibling) {
    if (isElement(next, 'BR') && (next.nextElementSibling === null || isElement(next.nextElementSibling, 'BR'))) return;
    note.append(next);
  }
}

export const escapeInQuotes = (text: string) => text.replace(/["\\]/g, '\\$&');

/** The content of a note as a list item, without its number and its links back to the mark. */
export function readNote(note: Element): Element {
  const copy = note.cloneNode(true) as Element;
  const content = findFirst(copy, '.footnote-content, .reference-text') ?? copy;
  for (const extra of findAll(
    content,
    '.footnote-number, [class*="backref" i], [class*="backlink" i], [class*="footnote-back" i], ' +
      '[class*="to-top" i], .label, [role="doc-backlink"], [rev="footnote"], style, button',
  ))
    extra.remove();
  for (const link of findAll(content, 'a')) if (leadsBack(link) || isOwnNumber(link, content)) link.remove();
  content.normalize();
  dropNumber(content);
  for (const element of findAll(content, '[id]')) element.removeAttribute('id');
  const item = makeElement(note, 'li');
  if (isElement(content, 'P', 'DD', 'TR') || findFirst(content, ':scope > p') === null) {
    const paragraph =
      isElement(content, 'DIV', 'ASIDE', 'SECTION', 'LI') && findFirst(content, 'p, ul, ol, pre, blockquote, table')
        ? null
        : makeElement(note, 'p');
    (paragraph ?? item).append(...content.childNodes);
    if (paragraph) item.append(paragraph);
  } else item.append(...content.childNodes);
  for (const cell of findAll(item, 'td')) rename(cell, 'span', []);
  return item;
}

/** Whether a link is the number that the note begins with, which often links back to the mark. */
const isOwnNumber = (link: Element, content: Element) =>
  /^[[(*]*\d{1,3}[\])]?\.?$/.test(textOf(link)) && textOf(content).replace(/^[[(]/, '').startsWith(textOf(link));

function leadsBack(link: Element): boolean {
  const text = textOf(link);
  const href = attributeOf(link, 'href');
  if (!href) return text.length < 4 && BACK.test(text);
  if (!href.includes('#') || text.length >= 24) return false;
  const named = /#.*(?:ref|anchor|back|_\d+_\d+$)/i.test(href) && /^$|^[[(]?\d{1,3}[\])]?\.?$/.test(text);
  return named || !text || BACK.test(text);
}

/** Removes the number or sign that a note begins with, in plain text or in an element of its own. */
export function dropNumber(content: Element): void {
  for (const text of textNodes(content)) {
    if (!text.data.trim()) continue;
    const match =
      /^\s*([[(（【]\s*(\d{1,3}|[ivx]{1,5}|[*†‡§])?\s*[\])）】]|[.:)\]]+|\d{1,3}\s*[.．、:)]|[*†‡§]|\^)\s*/.exec(
        text.data,
      ) ??
      (text.parentElement !== content && /^\s*\d{1,3}\s*$/.exec(text.data));
    if (!match) return;
    text.data = text.data.slice(match[0].length);
    if (text.data.trim()) return;
  }
}
