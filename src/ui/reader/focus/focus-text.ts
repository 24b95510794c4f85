/**
 * Gives the focus to the article's text around `part`. In Recto's own pages that is `main`: the document scrolls there,
 * and cannot have it.
 */
export const focusText = (part: Element, scroller: HTMLElement): void =>
  (part.closest('main') ?? scroller).focus({ preventScroll: true });
