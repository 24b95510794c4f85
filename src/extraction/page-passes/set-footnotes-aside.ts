import { decodeSafely } from '../../model/address/decode-safely.ts';
import type { PagePass } from '../extraction-pass.ts';
import { attributeOf, findAll, findFirst, firstText, namesOf } from '../find-elements.ts';
import { isBlank, isElement, textOf } from '../markup/elements.ts';
import { findUnlinkedNotes, isNoteLabel } from '../markup/find-unlinked-notes.ts';
import { footnotesOf, makeNoteMark } from '../markup/footnote-store.ts';
import { findNote, readNote } from '../markup/read-note.ts';
import { takeInlineNotes } from '../markup/take-inline-notes.ts';
import { resolveAddress } from '../resolve-address.ts';

/** Marks of notes: a number, a letter or a sign, bare or in brackets. */
const MARK = /^[[(（【〔]?\s*(?:note\s+|注\s*)?(?:\*?\d{1,3}|[a-z]{1,2}|[ivx]{1,5}|[*†‡§¶※]{1,3}|注)\s*[\])）】〕]?$/i;

const NAMED =
  /(?:foot-?|end)note|(?:^|[-_:])fn(?:ref)?\d*(?:$|[-_:])|noteref|(?:ft|ed)nref|cite_?ref|reference|citation/i;

/**
 * Takes the notes out of the page and makes their marks alike; `append-footnotes` puts those of the body behind it.
 *
 * Footnotes come in a dozen forms, often outside the block that holds the article. They lose their links when either
 * end is renamed or dropped.
 */
export const setFootnotesAside: PagePass = {
  run({ clone, url }) {
    const { body } = clone;
    if (!body) return;
    const notes = footnotesOf(clone);
    const numbers = new Map<Element, number>();
    takeInlineNotes(clone, notes);
    const marks = new Map<Element, Element>();
    for (const link of findAll(body, 'a[href*="#"]')) {
      if (!MARK.test(textOf(link))) continue;
      const note = findNote(link, fragmentOf(link, url), clone);
      if (note && (isMark(link) || beginsWith(note, link))) marks.set(link, note);
    }
    for (const [link, note] of [...marks, ...findUnlinkedNotes(body, marks.values())]) {
      const number = numbers.get(note) ?? notes.size + 1;
      if (!numbers.has(note)) {
        numbers.set(note, number);
        // It is read below, once its own marks have been replaced.
        notes.set(number, { content: note, marks: 0 });
      }
      const entry = notes.get(number);
      if (entry) replaceMark(link, number, ++entry.marks);
    }
    for (const [note, number] of numbers) {
      const entry = notes.get(number);
      if (entry) entry.content = readNote(note);
    }
    for (const note of numbers.keys()) removeNote(note);
  },
};

/** Whether a note begins with the sign of a link, which is evidence enough. */
const beginsWith = (note: Element, link: Element): boolean => {
  const sign = /[^\s[(（【〔]+?(?=[\s\])）】〕]*$)/.exec(textOf(link))?.[0] ?? '';
  return /^[\s[(（【〔^]*(\S+?)[\s\])）】〕.:]/.exec(textOf(note))?.[1] === sign;
};

/** Whether a link is the mark of a note in running text. */
const isMark = (link: Element): boolean =>
  link.matches('sup *,:has(sup),[role=doc-noteref],[rel=footnote]') ||
  NAMED.test(`${namesOf(link)} ${attributeOf(link, 'name')} ${namesOf(link.parentElement ?? link)}`);

/** The fragment of a link within the page; null when it leads to another page. */
function fragmentOf(link: Element, url: string): string | null {
  const href = attributeOf(link, 'href');
  const [address = '', fragment = ''] = href.split('#', 2);
  if (!fragment) return null;
  const isHere = address === '' || resolveAddress(address, url)?.split('#')[0] === url.split('#')[0];
  return isHere ? decodeSafely(fragment) : null;
}

function replaceMark(link: Element, number: number, count: number): void {
  const page = link.ownerDocument;
  const mark = makeNoteMark(page, number, count);
  let target = link;
  for (
    let at = link.parentElement;
    isElement(at, 'SUP', 'SPAN', 'SMALL', 'CITE') && /^[[\](（）)【】]*$/.test(textOf(at).replace(textOf(link), ''));
    at = at.parentElement
  )
    target = at;
  for (const id of [mark.id, `fn-${number}`]) {
    for (let taken = page.getElementById(id); taken; taken = page.getElementById(id)) taken.removeAttribute('id');
  }
  // Without their brackets the marks of two notes would read as one number.
  if (isElement(target.previousSibling, 'SUP')) target.before(' ');
  target.replaceWith(mark);
}

/** Removes a note, with the list, rule and heading that held nothing else. */
function removeNote(note: Element): void {
  let target: Element | null = note;
  while (target) {
    const parent: Element | null = target.parentElement;
    const before: Element | null = target.previousElementSibling;
    target.remove();
    if (!parent || isElement(parent, 'BODY', 'ARTICLE', 'MAIN')) {
      dropLead(before);
      return;
    }
    // Its first text tells: to ask a list of hundreds for all its text, once for each note, takes time by the square.
    if (findFirst(parent, 'li, p, div.footnote, dd') && firstText(parent)) return;
    const rest = [...parent.children].filter((child) => !isElement(child, 'HR') && !isNoteLabel(child));
    if (rest.some((child) => !isBlank(child)) || textOf(parent).length > 40) {
      dropLead(before);
      return;
    }
    target = parent;
  }
}

function dropLead(before: Element | null): void {
  if (before && !before.nextElementSibling && (isNoteLabel(before) || isElement(before, 'HR'))) before.remove();
}
