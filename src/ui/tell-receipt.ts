import type { PictureReceipt } from '../model/pictures/picture.ts';
import type { Words } from '../model/words.ts';

/** The receipt in one line: "Saved with 5 of 8 pictures · 1.2 MB". Null when the article shows no picture: then "Saved" is all. */
export function tellReceipt({ total, kept, pending, bytes }: PictureReceipt, words: Words): string | null {
  if (total === 0) return null;
  if (pending > 0) return words.t('receiptKeeping', words.number(kept), words.number(total));
  const said =
    kept === total ? words.count('receiptAll', total) : words.count('receiptPart', total, words.number(kept));
  return kept === 0 ? said : `${said} · ${words.bytes(bytes)}`;
}
