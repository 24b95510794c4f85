import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusAt } from './focus-at.ts';

/**
 * Gives the text the focus when a control that has it goes, as Archive does once pressed: left to the browser it would be
 * nowhere, a bar would stay for good, and in Firefox no key would scroll full view. `onFocus` hears whether the focus is in
 * the box, which takes what this gives.
 */
export function useLostFocus(scroller: HTMLElement, onFocus: (inside: boolean) => void = () => undefined) {
  const ref = useRef<HTMLDivElement>(null);
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    // The focus is looked up only when its element is gone: to answer, the browser lays the text out.
    const box = ref.current;
    if (last.current?.isConnected !== false || !box || focusAt(box)) return;
    // Once: this draws the box anew, and all of it may be out of the page for now.
    last.current = null;
    onFocus(false);
    (box.closest('main') ?? scroller).focus({ preventScroll: true });
  });
  return {
    ref,
    onFocusIn: ({ target }: FocusEvent) => {
      last.current = target as Element;
      onFocus(true);
    },
    onFocusOut: ({ relatedTarget }: FocusEvent) => {
      // Browsers differ in whether they report that a removed element had the focus.
      if (relatedTarget) last.current = null;
      onFocus(false);
    },
  };
}
