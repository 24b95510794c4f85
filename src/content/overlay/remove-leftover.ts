import { askDocument } from '../ask-document.ts';

/**
 * A rule without effect, by which `removeLeftover` of a later version recognises the sheets that full view has put into
 * the page's document. Never change it: released versions write it.
 */
export const SHEET_MARK = '@layer recto;';

/**
 * Removes a full view that was open when Recto was updated, or switched off and on again. Its scripts cannot reach the
 * new Recto, and in Firefox they do nothing any more, not even close it. Gives whether one was visible.
 */
export function removeLeftover(document: Document): boolean {
  let wasSeen = false;
  for (const host of askDocument(document, 'documentElement')?.children ?? []) {
    const dialog = host.shadowRoot?.querySelector('dialog.recto.overlay');
    // A page can give this name to an element of any namespace.
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
