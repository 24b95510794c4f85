import type { BodyPass } from '../extraction-pass.ts';
import { attributeOf, findAll } from '../find-elements.ts';
import { TAKEN } from '../take-far-rows.ts';

/**
 * Gives tables the rows that `take-far-rows` took.
 *
 * Before links are made absolute and attributes dropped: that is all that plain rows need.
 */
export const putRowsBack: BodyPass = {
  run(body, { rows }) {
    for (const table of findAll(body, `[${TAKEN}]`)) table.append(rows[Number(attributeOf(table, TAKEN))] ?? '');
  },
};
