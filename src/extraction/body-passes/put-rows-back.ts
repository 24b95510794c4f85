import type { BodyPass } from '../extraction-pass.ts';
import { attributeOf, findAll, findFirst } from '../find-elements.ts';

/**
 * Puts the rows that `takeFarRows` took back into their tables. Runs before links are made absolute and attributes
 * dropped: plain rows need no more than that.
 */
export const putRowsBack: BodyPass = {
  run(body, { rows }) {
    for (const table of findAll(body, `[${TAKEN}]`)) table.append(rows[Number(attributeOf(table, TAKEN))] ?? '');
  },
};

/** So many rows show what a table is. */
const NEAR = 500;

/** Content that other passes would change. */
const RICH = 'img,svg,pre,code,math,table,iframe,video,audio,[class*=code]';

/** On the table's body: the number of the rows that were taken from it. */
const TAKEN = 'data-recto-rows';

/**
 * Takes the rows beyond the first out of long data tables of bare text and links in the copy of the page. `putRowsBack`
 * returns them to the tables that are kept.
 *
 * The first rows show what a table is. To look at each of ten thousand in forty passes would freeze the page.
 */
export function takeFarRows(clone: Document): DocumentFragment[] {
  const taken: DocumentFragment[] = [];
  for (const last of findAll(clone, `table:has(th) > tbody > tr:nth-child(${NEAR})`)) {
    const body = last.parentNode as Element;
    if (findFirst(body, RICH)) continue;
    const range = new Range();
    range.selectNodeContents(body);
    range.setStartAfter(last);
    body.setAttribute(TAKEN, String(taken.push(range.extractContents()) - 1));
  }
  return taken;
}
