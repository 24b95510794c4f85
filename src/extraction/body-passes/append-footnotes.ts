import type { BodyPass } from '../extraction-pass.ts';
import { attributeOf, findAll, makeElement } from '../find-elements.ts';
import { footnotesOf } from '../markup/footnote-store.ts';

/**
 * Puts the notes that the body refers to behind it, in the order of their marks, each with links back.
 *
 * Notes stand outside the block chosen as the body as often as inside it.
 */
export const appendFootnotes: BodyPass = {
  run(body, { clone }) {
    const notes = footnotesOf(clone);
    const marks = findAll(body, 'a[role="doc-noteref"][href^="#fn-"]');
    const byNumber = new Map<number, Element[]>();
    for (const mark of marks) {
      const number = Number(attributeOf(mark, 'href').slice(4));
      byNumber.set(number, [...(byNumber.get(number) ?? []), mark]);
    }
    const numbers = [...byNumber].filter(([number]) => notes.has(number));
    if (numbers.length === 0) return;
    const list = makeElement(clone, 'ol');
    numbers.forEach(([number, own], index) => {
      for (const mark of own) mark.textContent = String(index + 1);
      const item = notes.get(number)?.content;
      if (!item) return;
      item.id = `fn-${number}`;
      addBacklinks(item, own);
      list.append(item);
    });
    const section = makeElement(clone, 'section');
    section.className = 'footnotes';
    section.setAttribute('role', 'doc-endnotes');
    section.append(list);
    body.append(section);
  },
};

function addBacklinks(item: Element, marks: readonly Element[]): void {
  const end = item.lastElementChild?.matches('p') ? item.lastElementChild : item;
  for (const mark of marks) {
    const id = mark.parentElement?.id;
    if (!id) continue;
    const link = makeElement(item, 'a');
    link.setAttribute('href', `#${id}`);
    link.setAttribute('role', 'doc-backlink');
    link.textContent = '↩';
    end.append(' ', link);
  }
}
