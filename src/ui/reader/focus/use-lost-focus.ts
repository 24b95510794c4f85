import { useLayoutEffect, useRef } from 'preact/hooks';
import { focusAt } from './focus-at.ts';
import { focusText } from './focus-text.ts';

/**
 * Gives the focus to the text when a control that has it disappears, as Archive does once pressed. The browser would
 * leave the focus nowhere: a bar would then stay for good, and in Firefox no key would scroll full view. `onFocus` is
 * told whether the focus is in the box. The box takes what this function gives.
 */
export function useLostFocus(scroller: HTMLElement, onFocus: (inside: boolean) => void = () => undefined) {
  const ref = useRef<HTMLDivElement>(null);
  const last = useRef<Element | null>(null);
  useLayoutEffect(() => {
    // The focus is looked up only after its element has gone, because the browser lays the text out to answer.
    const box = ref.current;
    if (last.current?.isConnected !== false || !box || focusAt(box)) return;
    // Only once, because this draws the box again, and all of it may be out of the page for now.
    last.current = null;
    onFocus(false);
    focusText(box, scroller);
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
