import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Article } from '../model/article.ts';

/**
 * Gives the focus to the scroller, so that arrow and page keys scroll it: for each new `article`, before the paint, so
 * that no key is lost; and whenever a focused control goes, as Undo does once pressed. Gives the listener for focus
 * events. A ring is drawn only for whoever comes by Tab: around what is read from the first it would say nothing.
 */
export function useScrollerFocus(
  scroller: RefObject<HTMLElement | null>,
  article: Article | null,
): (event: FocusEvent) => void {
  const last = useRef<EventTarget | null>(null);
  const given = useRef(false);
  const give = () => {
    given.current = true;
    scroller.current?.focus({ preventScroll: true });
    given.current = false;
  };
  useLayoutEffect(() => {
    if (article) give();
  }, [article]);
  useLayoutEffect(() => {
    if (!(last.current instanceof Node) || last.current.isConnected) return;
    if (document.activeElement === document.body) give();
  });
  return ({ target, relatedTarget }) => {
    last.current = target;
    const to = scroller.current;
    // From nothing it comes when the window is in front again.
    const isByTab = target === to && relatedTarget !== null && !given.current && to?.matches(':focus-visible');
    to?.toggleAttribute('data-ring', isByTab === true);
  };
}
