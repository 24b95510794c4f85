import type { PictureReceipt } from '../model/picture.ts';
import type { Words } from '../model/words.ts';

/** The receipt in one line: "Saved with 5 of 8 pictures". Null when the article shows no picture: then "Saved" is all. */
export function tellReceipt({ total, kept, pending }: PictureReceipt, words: Words): string | null {
  if (total === 0) return null;
  if (pending > 0) return words.t('receiptKeeping', words.number(kept), words.number(total));
  if (kept === total) return words.count('receiptAll', total);
  return words.t('receiptPart', words.number(kept), words.number(total));
}
