/** Runs in the page: selects a paragraph's first words, as its handles do. No driver makes a long press that selects. */
export function selectFirstWords(index: number): void {
  const text = document.querySelectorAll('.page-body p')[index]?.firstChild;
  if (text) getSelection()?.setBaseAndExtent(text, 0, text, 20);
}
