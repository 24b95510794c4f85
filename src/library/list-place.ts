/** Where the list was left: how far down, in px, and what had the focus where in the window. */
export interface Left {
  top: number;
  focused: HTMLElement | null;
  focusedAt: number;
}

/** Notes where the list is left. A dialog of its own would keep what comes from being pressed: it is closed. */
export function leaveList(list: HTMLElement | null): Left {
  for (const dialog of list?.querySelectorAll<HTMLDialogElement>('dialog[open]') ?? []) dialog.close();
  const { activeElement } = document;
  const focused = activeElement instanceof HTMLElement && list?.contains(activeElement) ? activeElement : null;
  return { top: scrollY, focused, focusedAt: focused?.getBoundingClientRect().top ?? 0 };
}

/**
 * Goes there again: what had the focus has it, where it was in the window, although rows above it may have come or gone. A
 * row that has left the list gives it to the one that stands there now.
 */
export function goBackTo({ top, focused, focusedAt }: Left, list: HTMLElement | null): void {
  scrollTo(0, top);
  if (focused?.isConnected) scrollBy(0, focused.getBoundingClientRect().top - focusedAt);
  const titles = [...(list?.querySelectorAll<HTMLElement>('.row-title') ?? [])];
  const next = titles.find((title) => title.getBoundingClientRect().top > focusedAt - SAME_PLACE_PX);
  const heir = focused?.isConnected ? focused : focused && next;
  heir?.focus({ preventScroll: true });
}

/** Less than a row is high, and more than a line of its text. */
const SAME_PLACE_PX = 24;
