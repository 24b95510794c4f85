import { pageLibrary } from '../messaging/page-library.ts';
import { createWords } from '../model/words.ts';
import { interfaceLanguage, translate } from '../platform/translate.ts';
import { tellReceipt } from '../ui/tell-receipt.ts';

/** How often the queue is asked while it runs, in milliseconds. */
const ASK_EVERY = 500;

/**
 * Calls back with the receipt of a save whenever it reads differently, until no picture is waiting or the signal aborts.
 * Quiet when there is none.
 */
export function followReceipt(
  id: string,
  onChange: (receipt: { line: string; partly: boolean }) => void,
  signal: AbortSignal,
): void {
  const words = createWords(translate, interfaceLanguage());
  let said = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  const ask = async (): Promise<void> => {
    const receipt = await pageLibrary.pictureReceipt(id).catch(() => null);
    const line = receipt && tellReceipt(receipt, words);
    if (signal.aborted || !receipt || !line) return;
    if (line !== said) onChange({ line, partly: receipt.refused.length > 0 });
    said = line;
    if (receipt.pending > 0) timer = setTimeout(() => void ask(), ASK_EVERY);
  };
  void ask();
}
