import { pageLibrary } from '../messaging/page-library.ts';
import { asRectoError } from '../model/errors/as-recto-error.ts';
import type { ErrorCode } from '../model/errors/error-code.ts';
import type { SaveReceipt } from '../model/library.ts';
import { createWords } from '../model/words.ts';
import { interfaceLanguage, translate as t } from '../platform/translate.ts';
import type { NoticeAction } from '../ui/notice-line.tsx';
import { tellReceipt } from '../ui/tell-receipt.ts';
import type { NoticeCard, NoticeContent } from './notice-card.ts';

/** The notice of a save: Undo, and the progress of its pictures. */
interface ReceiptNotice {
  /** Shows the receipt of a save, introduced by `said`, and follows its pictures. */
  show(receipt: SaveReceipt, said: string, about: string): void;
  /** Call it when anything else is shown: the pictures are then no longer followed. */
  leave(): void;
}

/** A notice that merely says that something was taken back needs no more. */
const SHORT_MS = 4000;

/** How often the queue is asked while it is working. */
const ASK_EVERY_MS = 500;

/** `show` and `fail` show what comes after it: what failed can be tried again, and the save still be taken back. */
export function receiptNotice(
  card: NoticeCard,
  show: (content: NoticeContent) => void,
  fail: (code: ErrorCode, actions: NoticeAction[]) => void,
): ReceiptNotice {
  /** The save that is told of, and its pictures. */
  let following = new AbortController();
  const failWith = (actions: NoticeAction[]) => (thrown: unknown) => {
    fail(asRectoError(thrown).code, actions);
    following = new AbortController();
  };
  const undoOf = (receipt: SaveReceipt, about: string) => ({
    label: t('noticeUndo'),
    onPress: () => takeBack(receipt, about),
  });
  const restOf = (receipt: SaveReceipt, about: string, label: string): NoticeAction => ({
    label,
    onPress: () => {
      const again = failWith([undoOf(receipt, about), restOf(receipt, about, label)]);
      void pageLibrary.keepPictures(receipt.id).then(card.close, again);
    },
  });
  const takeBack = (receipt: SaveReceipt, about: string) => {
    // Undo was pressed again before it was answered: the second answer would say that the page is kept.
    if (following.signal.aborted) return;
    following.abort();
    const undone = { said: t('noticeUndone'), actions: [], stays: SHORT_MS };
    void pageLibrary
      .undoSave(receipt)
      .then((isUndone) => show(isUndone ? undone : savedBefore(receipt, about)), failWith([undoOf(receipt, about)]));
  };
  return {
    leave: () => following.abort(),
    show(receipt, said, about) {
      const kept = { about, kept: true };
      if (receipt.existed) return show(savedBefore(receipt, about));
      const undo = undoOf(receipt, about);
      show({ said, ...kept, actions: [undo] });
      following = new AbortController();
      const onChange = ({ line, rest }: TellingReceipt) => {
        // Where Undo is about to be pressed nothing else may stand.
        card.update({ said: line, ...kept, actions: rest === null ? [undo] : [undo, restOf(receipt, about, rest)] });
      };
      followReceipt(receipt.id, onChange, following.signal);
    },
  };
}

const savedBefore = ({ savedAt }: SaveReceipt, about: string): NoticeContent => ({
  said: t('noticeSavedBefore', day(savedAt)),
  about,
  kept: true,
  actions: [],
});

const day = (time: number): string =>
  new Intl.DateTimeFormat(interfaceLanguage(), { dateStyle: 'medium' }).format(new Date(time));

interface TellingReceipt {
  line: string;
  /** The label of the action that keeps the remaining pictures; null when all are kept. */
  rest: string | null;
}

/**
 * Calls back with the receipt of a save whenever its text changes, until no picture is waiting or the signal aborts.
 * Does not call back when there is no receipt.
 */
function followReceipt(id: string, onChange: (receipt: TellingReceipt) => void, signal: AbortSignal): void {
  const words = createWords(t, interfaceLanguage());
  let said = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  const ask = async (): Promise<void> => {
    const receipt = await pageLibrary.pictureReceipt(id).catch(() => null);
    const line = receipt && tellReceipt(receipt, words);
    if (signal.aborted || !receipt || !line) return;
    const rest = receipt.refused.length > 0 ? words.count('receiptKeepRest', receipt.total) : null;
    if (line !== said) onChange({ line, rest });
    said = line;
    if (receipt.pending > 0) timer = setTimeout(() => void ask(), ASK_EVERY_MS);
  };
  void ask();
}
