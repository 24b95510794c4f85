import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Gives the focus to an heir when the control that has it disappears, as *Cancel* does once pressed. The browser would
 * leave it on the page as a whole, where screen readers begin anew. The heir is no control, since a key that is held or
 * pressed twice would press it: in a list the item that was next to the control's, else the nearest part of the page
 * that still exists, and `root` if none does. Tab leads on from there. Components that know a better place give the
 * focus to it when they are drawn, which is earlier.
 */
export function useFocusHeir(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const box = root.current;
    if (!box) return;
    const end = new AbortController();
    let last: Element | null = null;
    let heirs: HTMLElement[] = [];
    const note = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : null;
      heirs = last ? heirsOf(last, box) : [];
    };
    // Browsers differ in whether they report that a removed element had the focus: what is still there was left.
    const leave = () =>
      queueMicrotask(() => {
        if (last?.isConnected && last !== document.activeElement) last = null;
      });
    box.addEventListener('focusin', note, { signal: end.signal });
    box.addEventListener('focusout', leave, { signal: end.signal });
    const observer = new MutationObserver(() => {
      if (!last || last.isConnected) return;
      last = null;
      // Somebody has given it to a better place.
      if (document.activeElement !== document.body) return;
      [...heirs, box].some(takes);
    });
    observer.observe(box, { childList: true, subtree: true });
    return () => {
      end.abort();
      observer.disconnect();
    };
  }, [root]);
}

/** Gives the focus to an heir; false if it has gone, or cannot have it: it is hidden, or behind a dialog. */
function takes(heir: HTMLElement): boolean {
  if (!heir.isConnected) return false;
  heir.tabIndex = -1;
  heir.focus({ preventScroll: true });
  return document.activeElement === heir;
}

/** While a dialog is open nothing outside it can have the focus. */
const PARTS = 'section, dialog';

/** Who gets the focus after `control`, the first that exists: noted while it has it, because afterwards it stands nowhere. */
function heirsOf(control: Element, box: HTMLElement): HTMLElement[] {
  const item = control.closest('li');
  const heirs = [item?.nextElementSibling, item?.previousElementSibling];
  for (let part = control.closest(PARTS); part && box.contains(part); part = part.parentElement?.closest(PARTS) ?? null)
    heirs.push(part);
  return heirs.filter((heir) => heir instanceof HTMLElement);
}
