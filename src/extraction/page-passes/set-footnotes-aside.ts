import type { PagePass } from '../extraction-pass.ts';
import { attributeOf, attributeOrNull, findAll, findFirst, makeElement } from '../find-elements.ts';
import { isBlank, isElement, textOf } from '../markup/elements.ts';
import { footnotesOf } from '../markup/footnote-store.ts';
import { makeNoteMark } from '../markup/make-note-mark.ts';
import { noteOf, readNote } from '../markup/read-note.ts';
import { takeInlineNotes } from '../markup/take-inline-notes.ts';

/** Marks that stand for a note: a number, a letter or a sign, bare or in brackets. */
const MARK = /^[[(（【〔]?\s*(?:note\s+|注\s*)?(?:\d{1,3}|[a-z]{1,2}|[ivx]{1,5}|[*†‡§¶※]{1,3}|注)\s*[\])）】〕]?$/i;

const NAMED =
  /foot-?note|(?:^|[-_:])fn(?:ref)?\d*(?:$|[-_:])|noteref|ftnref|cite_?ref|endnote|sdfootnote|reference|citation/i;

/**
 * Notes are taken out of the page and their marks made alike; `append-footnotes` puts those of the body back behind
 * it.
 *
 * Footnotes come in a dozen forms, often outside the block that holds the article, and lose their links when either
 * end is renamed or dropped.
 */
export const setFootnotesAside: PagePass = {
  run({ clone, url }) {
    const { body } = clone;
    if (!body) return;
    const notes = footnotesOf(clone);
    const numbers = new Map<Element, number>();
    takeInlineNotes(clone, notes);
    for (const link of findAll(body, 'a[href*="#"]')) {
      if (!isMark(link)) continue;
      const note = link.isConnected ? noteOf(link, fragmentOf(link, url), clone) : null;
      if (!note) continue;
      const number = numbers.get(note) ?? notes.size + 1;
      if (!numbers.has(note)) {
        numbers.set(note, number);
        notes.set(number, { content: makeElement(clone, 'li'), marks: 0 });
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

/** Whether a link is the mark of a note in running text. */
function isMark(link: Element): boolean {
  const text = textOf(link);
  if (!MARK.test(text)) return false;
  if (
    link.closest('sup') ||
    findFirst(link, 'sup') ||
    attributeOrNull(link, 'role') === 'doc-noteref' ||
    attributeOrNull(link, 'rel') === 'footnote'
  )
    return true;
  const parent = link.parentElement;
  return NAMED.test(
    `${attributeOrNull(link, 'class')} ${link.id} ${attributeOrNull(link, 'name')} ${attributeOrNull(parent, 'class')} ${parent?.id}`,
  );
}

/** The fragment of a link within the page; null when it leads to another page. */
function fragmentOf(link: Element, url: string): string | null {
  const href = attributeOf(link, 'href');
  const [address = '', fragment = ''] = href.split('#', 2);
  if (!fragment) return null;
  const here =
    address === '' || (URL.canParse(address, url) && new URL(address, url).href.split('#')[0] === url.split('#')[0]);
  if (!here) return null;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
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
  target.replaceWith(mark);
}

/** Removes a note, and the list, rule and heading that held nothing else. */
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
    if (findFirst(parent, 'li, p, div.footnote, dd') && !isBlank(parent)) return;
    const rest = [...parent.children].filter((child) => !isElement(child, 'HR') && !isLabel(child));
    if (rest.some((child) => !isBlank(child)) || textOf(parent).length > 40) {
      dropLead(before);
      return;
    }
    target = parent;
  }
}

const isLabel = (element: Element) =>
  (isElement(element, 'H1', 'H2', 'H3', 'H4', 'H5', 'H6') || findFirst(element, 'h1, h2, h3, h4, h5, h6') !== null) &&
  LABEL.test(textOf(element));
const LABEL =
  /^(?:foot ?notes?|end ?notes?|notes?|references?|citations?|sources?|fu(?:ß|ss)noten|anmerkungen|einzelnachweise|notes et références|références|notas|referencias|referências|note|примечания|脚注|注释|註釋|注解|注|参考资料|参考文献|引用|參考資料)(?:\s*\[.*\])?\s*[:：]?$/i;

function dropLead(before: Element | null): void {
  if (before && !before.nextElementSibling && (isLabel(before) || isElement(before, 'HR'))) before.remove();
}
