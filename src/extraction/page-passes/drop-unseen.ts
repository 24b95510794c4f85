import type { PagePass } from '../extraction-pass.ts';
import { UNSEEN } from './mark-unseen.ts';

export const dropUnseen: PagePass = {
  name: 'drop-unseen',
  why: 'Pages carry text that nobody sees: closed dialogs, other languages, copies for phones and for printing.',
  run({ clone }) {
    for (const element of clone.querySelectorAll(`[${UNSEEN}]`)) element.remove();
  },
};
