import type { PictureReceipt } from '../model/picture.ts';
import type { Words } from '../model/words.ts';
import { type NoticeAction, NoticeLine } from './notice-line.tsx';
import { ReceiptDetails } from './receipt-details.tsx';
import { tellReceipt } from './tell-receipt.ts';

interface ReceiptLineProps {
  receipt: PictureReceipt;
  words: Words;
  onKeepRest: () => void;
  /** What else can be done, such as Undo. */
  actions?: readonly NoticeAction[];
}

/** The receipt of a save: "Saved with 5 of 8 pictures · 1.2 MB", Keep the rest, details behind it. */
export function ReceiptLine({ receipt, words, onKeepRest, actions = [] }: ReceiptLineProps) {
  const rest = receipt.refused.length > 0 ? [{ label: words.t('receiptKeepRest'), onPress: onKeepRest }] : [];
  return (
    <NoticeLine text={tellReceipt(receipt, words) ?? words.t('readerSaved')} actions={[...rest, ...actions]}>
      {receipt.refused.length > 0 && <ReceiptDetails receipt={receipt} words={words} />}
    </NoticeLine>
  );
}
