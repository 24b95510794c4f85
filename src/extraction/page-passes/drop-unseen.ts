import type { PagePass } from '../extraction-pass.ts';
import { findAll } from '../find-elements.ts';
import { UNSEEN } from './mark-unseen.ts';

/**
 * Drops what `mark-unseen` marked.
 *
 * Pages carry text that nobody sees: closed dialogs, other languages, copies for phones and for printing.
 */
export const dropUnseen: PagePass = {
  run({ clone }) {
    for (const element of findAll(clone, `[${UNSEEN}]`)) element.remove();
  },
};
