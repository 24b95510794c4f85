import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Article } from '../model/article.ts';

/**
 * Gives the focus to the scroller, so that arrow and page keys scroll it: for each new `article`, before the paint, so
 * that no key is lost; and whenever a focused control goes, as Undo does once pressed. Gives the listener for focus
 * events.
 */
export function useScrollerFocus(
  scroller: RefObject<HTMLElement | null>,
  article: Article | null,
): (event: FocusEvent) => void {
  const last = useRef<EventTarget | null>(null);
  useLayoutEffect(() => {
    if (article) scroller.current?.focus({ preventScroll: true });
  }, [article]);
  useLayoutEffect(() => {
    if (!(last.current instanceof Node) || last.current.isConnected) return;
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true });
  });
  return ({ target }) => {
    last.current = target;
  };
}
