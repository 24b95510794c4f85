import type { BodyPass } from '../extraction-pass.ts';
import { findAll } from '../find-elements.ts';
import { countItems } from '../page-passes/number-items.ts';

/**
 * Gives the items of ordered lists the numbers that they had on the page, whatever was dropped before and between them.
 *
 * A list that lost its first steps would begin with 1 again.
 */
export const settleNumbers: BodyPass = {
  run(body) {
    for (const list of findAll(body, 'ol'))
      countItems(list, (item, number, was) => {
        if (number !== was) item.setAttribute('value', `${was}`);
      });
  },
};
