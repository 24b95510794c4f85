import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Article } from '../model/article.ts';

/**
 * Gives the focus to what scrolls: arrow and page keys scroll what has it. To each `article` that comes to stand there,
 * before the paint, so that no key is lost; and whenever a control that had it goes, as Undo does once it was pressed.
 * Gives what has to hear of each focus that comes.
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
