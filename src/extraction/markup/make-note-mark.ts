import { makeElement } from '../find-elements.ts';

/** The mark of a note, numbered like all: `count` says how often the note has been marked before and with this one. */
export function makeNoteMark(page: Document, number: number, count: number): Element {
  const mark = makeElement(page, 'sup');
  mark.id = count === 1 ? `fnref-${number}` : `fnref-${number}-${count}`;
  const link = makeElement(page, 'a');
  link.setAttribute('href', `#fn-${number}`);
  link.setAttribute('role', 'doc-noteref');
  link.textContent = String(number);
  mark.append(link);
  return mark;
}
