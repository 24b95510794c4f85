import { readSelection } from '../../../highlighting/read-selection.ts';
import { rootOf } from '../../root-of.ts';

/**
 * Puts text on the clipboard; rejects where the browser refuses. Call it in the turn of a press. Without a clipboard
 * API, as in content scripts on unencrypted pages, the text is selected in a field and copied by command; selection and
 * focus are restored afterwards.
 *
 * @param scroller stands in the page, and holds the field for the moment
 */
export async function copyText(text: string, scroller: HTMLElement): Promise<void> {
  const document = scroller.ownerDocument;
  const clipboard: Clipboard | undefined = navigator.clipboard;
  if (clipboard) return clipboard.writeText(text);
  const before = noteSelection(scroller);
  const field = fieldWith(text, document);
  scroller.append(field);
  field.focus({ preventScroll: true });
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  before();
  if (!isCopied) throw new Error('the browser refused to copy');
}

/** Out of sight, but laid out: hidden text cannot be selected. */
function fieldWith(text: string, document: Document): HTMLTextAreaElement {
  const field = document.createElementNS('http://www.w3.org/1999/xhtml', 'textarea') as HTMLTextAreaElement;
  field.value = text;
  field.readOnly = true;
  field.setAttribute('aria-hidden', 'true');
  Object.assign(field.style, {
    position: 'fixed',
    insetBlockStart: '0',
    inlineSize: '1px',
    blockSize: '1px',
    opacity: '0',
  });
  return field;
}

/** Notes focus and selection; gives the function that restores them. */
function noteSelection(scroller: HTMLElement): () => void {
  const { activeElement } = rootOf(scroller);
  const selected = readSelection(scroller);
  return () => {
    if (activeElement instanceof HTMLElement) activeElement.focus({ preventScroll: true });
    if (!selected) return;
    const { startContainer, startOffset, endContainer, endOffset } = selected;
    scroller.ownerDocument.getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  };
}
