import type { ReaderSurfaceParts } from './reader-surface.ts';

/**
 * Puts text on the clipboard; rejects where the browser refuses. To be called in the turn of a press. Where there is no
 * clipboard API, as in content scripts on pages without encryption, the copy command is given and its event carries the
 * text.
 */
export async function copyText(
  text: string,
  { scroller, listenCopy }: Pick<ReaderSurfaceParts, 'scroller' | 'listenCopy'>,
): Promise<void> {
  const document = scroller.ownerDocument;
  const clipboard: Clipboard | undefined = document.defaultView?.navigator.clipboard;
  if (clipboard) return clipboard.writeText(text);
  const listening = new AbortController();
  let copied = false;
  listenCopy((event) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    copied = true;
  }, listening.signal);
  document.execCommand('copy');
  listening.abort();
  if (!copied) throw new Error('the browser refused to copy');
}
