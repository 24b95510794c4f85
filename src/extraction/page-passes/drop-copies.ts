import type { PagePass } from '../extraction-pass.ts';
import { findAll, rawText } from '../find-elements.ts';

/** Characters; shorter paragraphs are repeated by chance. */
const SHORTEST = 40;

/** Fewer copies are refrains and teasers. */
const LEAST = 3;

/**
 * Share of copies from which on they are dropped. A text that stands on the page twice makes half of it copies, or a
 * little less with what is beside it.
 */
const SHARE = 0.45;

/**
 * Drops copies that stand in boxes with nothing new, once boilerplate is gone.
 *
 * Site builders put a text on the page once for each width of window. The refrain of a song stands beside its verses,
 * and stays.
 */
export const dropCopies: PagePass = {
  run({ clone }) {
    const texts = new Set<string>();
    /** Elements that hold a paragraph for the first time. */
    const holders = new Set<Element>();
    const again: Element[] = [];
    let whole = 0;
    for (const paragraph of findAll(clone.body, 'p')) {
      const text = rawText(paragraph).trim();
      if (text.length < SHORTEST) continue;
      whole += text.length;
      if (texts.has(text)) again.push(paragraph);
      else for (let at: Element | null = paragraph; at && !holders.has(at); at = at.parentElement) holders.add(at);
      texts.add(text);
    }
    const copies = again.filter(({ parentElement }) => parentElement && !holders.has(parentElement));
    const repeated = copies.reduce((sum, copy) => sum + rawText(copy).trim().length, 0);
    if (copies.length >= LEAST && repeated > whole * SHARE) for (const copy of copies) boxOf(copy, holders).remove();
  },
};

/** The largest box around a copy without a new paragraph. */
function boxOf(copy: Element, holders: ReadonlySet<Element>): Element {
  let box = copy;
  while (box.parentElement && !holders.has(box.parentElement)) box = box.parentElement;
  return box;
}
