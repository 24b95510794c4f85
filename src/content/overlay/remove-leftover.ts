import { askDocument } from '../ask-document.ts';
import { SHEET_MARK } from './sheet-mark.ts';

/**
 * Takes away the full view of a Recto that was updated, or switched off and on again, while it was open. Its scripts are cut
 * off from the new one, and in Firefox they do nothing any more, not even close. Gives whether one was to be seen.
 */
export function removeLeftover(document: Document): boolean {
  let wasSeen = false;
  for (const host of askDocument(document, 'documentElement')?.children ?? []) {
    const dialog = host.shadowRoot?.querySelector('dialog.recto.overlay');
    // A page can name an element of any namespace so.
    if (!(dialog instanceof HTMLDialogElement)) continue;
    wasSeen ||= dialog.open;
    // Closing gives the focus back, which taking away does not.
    dialog.close();
    host.remove();
  }
  const others = document.adoptedStyleSheets.filter((sheet) => !isMarked(sheet));
  if (others.length < document.adoptedStyleSheets.length) document.adoptedStyleSheets = others;
  return wasSeen;
}

const isMarked = ({ cssRules }: CSSStyleSheet): boolean => cssRules[0]?.cssText === SHEET_MARK;
