import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Article } from '../model/article.ts';

/**
 * Gives the focus to the scroller, so that arrow and page keys scroll it: for each new `article`, before the paint, so
 * that no key is lost; and whenever a focused control goes, as Undo does once pressed. Gives the listener for focus
 * events. A ring is drawn only for whoever comes by Tab: around what is read from the first, or again after a panel, it
 * would say nothing.
 */
export function useScrollerFocus(
  scroller: RefObject<HTMLElement | null>,
  article: Article | null,
): (event: FocusEvent) => void {
  const last = useRef<EventTarget | null>(null);
  const tabbed = useRef(false);
  useLayoutEffect(() => {
    const end = new AbortController();
    const note = ({ key }: KeyboardEvent) => {
      tabbed.current = key === 'Tab';
    };
    addEventListener('keydown', note, { capture: true, signal: end.signal });
    return () => end.abort();
  }, []);
  const give = () => {
    tabbed.current = false;
    scroller.current?.focus({ preventScroll: true });
  };
  useLayoutEffect(() => {
    if (article) give();
  }, [article]);
  useLayoutEffect(() => {
    if (!(last.current instanceof Node) || last.current.isConnected) return;
    if (document.activeElement === document.body) give();
  });
  return ({ target }) => {
    const to = scroller.current;
    // Where the focus was already, it is again when the window comes to the front.
    if (target !== last.current) {
      const isByTab = target === to && tabbed.current && to?.matches(':focus-visible');
      to?.toggleAttribute('data-ring', isByTab === true);
    }
    last.current = target;
  };
}
