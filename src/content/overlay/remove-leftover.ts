import { askDocument } from '../ask-document.ts';

/**
 * A rule without effect, by which `removeLeftover` of a later version recognises the sheets that full view has put into
 * the page's document. Never change it: released versions write it.
 */
export const SHEET_MARK = '@layer recto;';

/**
 * Removes the full view of a Recto that was updated, or switched off and on, while it was open. Its scripts are cut off
 * from the new one, and in Firefox do nothing any more, not even close. Gives whether one was visible.
 */
export function removeLeftover(document: Document): boolean {
  let wasSeen = false;
  for (const host of askDocument(document, 'documentElement')?.children ?? []) {
    const dialog = host.shadowRoot?.querySelector('dialog.recto.overlay');
    // A page can name an element of any namespace so.
    if (!(dialog instanceof HTMLDialogElement)) continue;
    wasSeen ||= dialog.open;
    // Closing gives the focus back; removing does not.
    dialog.close();
    host.remove();
  }
  const others = document.adoptedStyleSheets.filter((sheet) => !isMarked(sheet));
  if (others.length < document.adoptedStyleSheets.length) document.adoptedStyleSheets = others;
  return wasSeen;
}

const isMarked = ({ cssRules }: CSSStyleSheet): boolean => cssRules[0]?.cssText === SHEET_MARK;
