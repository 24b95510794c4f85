import type { BodyPass } from '../extraction-pass.ts';
import { attributeOf, findAll, findFirst } from '../find-elements.ts';

/**
 * Gives tables the rows that `takeFarRows` took.
 *
 * Before links are made absolute and attributes dropped: that is all that plain rows need.
 */
export const putRowsBack: BodyPass = {
  run(body, { rows }) {
    for (const table of findAll(body, `[${TAKEN}]`)) table.append(rows[Number(attributeOf(table, TAKEN))] ?? '');
  },
};

/** Rows that tell what a table is. */
const NEAR = 500;

/** What a pass would have to bring into another form. */
const RICH = 'img,svg,pre,code,math,table,iframe,video,audio,[class*=code]';

/** On the table's body: the number of the rows that were taken from it. */
const TAKEN = 'data-recto-rows';

/**
 * Takes the rows of long tables of data, of bare text and links, out of the copy of a page; the pass above gives them to
 * the tables that are left.
 *
 * What a table is shows in its first rows, and to look at each of ten thousand in forty passes freezes the page.
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
