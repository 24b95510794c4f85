/**
 * Gives the focus to the article, or the message in its place. In the library the list stays in the page meanwhile, in a
 * `main` of its own that is hidden and cannot have it.
 */
export const focusShownMain = (): void =>
  document.querySelector<HTMLElement>('main:not([hidden] *)')?.focus({ preventScroll: true });
