/**
 * Properties of objects that only the overlay's script knows, which get short names there. None is a name of the DOM, of
 * the language, of a message or of what is stored.
 */
export const OVERLAY_PROPERTIES = (
  'preferences stands headings choices arrived lessLabel moreLabel toggleKey ensureSaved sideWidth readAgain ' +
  'undoHighlight tableLabel stepper copyLabel hideLabel initialSettings overText onControls removeBringer ' +
  'takeFocus onBody onPlace highlighting dismissError closeProblem closeReceipt movedTo shownArticle alwaysOpens ' +
  'hasOwnStyle setOwnStyle undoMove showQuietly hasLetters pinned closeAside onKeepRest setProblem undone'
).split(' ');

/**
 * Checks the code of another script that gets objects from the overlay's, or gives it some. Throws when it names such a
 * property: it would not find it under its short name.
 */
export function checkNotShared(path: string, code: string): void {
  const shared = OVERLAY_PROPERTIES.filter((name) => new RegExp(`\\b${name}\\b`).test(code));
  if (shared.length > 0) throw new Error(`${path} shares with the overlay what has a short name there: ${shared}`);
}
