/**
 * Runs in the page or over it: selects a paragraph's first words, as its handles do. No driver makes a long press that
 * selects.
 */
export function selectFirstWords(index: number): void {
  const host = Array.from(document.documentElement.children).find((child) => child.shadowRoot?.querySelector('.page'));
  const text = (host?.shadowRoot ?? document).querySelectorAll('.page-body p')[index]?.firstChild;
  if (text) getSelection()?.setBaseAndExtent(text, 0, text, 20);
}
