import { focusAt } from './focus-at.ts';

/**
 * Gives the focus to a box. The returned function gives it back to the element that had it before, if that still
 * exists.
 */
export function lendFocus(box: HTMLElement): () => void {
  const before = focusAt(box);
  if (box.tabIndex < 0) box.tabIndex = -1;
  box.focus({ preventScroll: true });
  return () => {
    if (box.contains(focusAt(box))) (before as HTMLElement | null)?.focus({ preventScroll: true });
  };
}
