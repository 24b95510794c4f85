import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Article } from '../model/article.ts';

/**
 * Gives the focus to the scroller, so that the arrow and page keys scroll it: for each new `article` before the paint,
 * so that no key is lost, and whenever a focused control disappears, as Undo does once pressed. A key that comes while
 * nothing has the focus gives it as well: in a popup of Firefox the article has been seen without it, and no key could
 * scroll it. Gives the listener for focus events.
 *
 * A focus ring is drawn only for a person who comes by Tab. Around a text that has the focus from the start, or again
 * after a panel, it would mean nothing.
 */
export function useScrollerFocus(
  scroller: RefObject<HTMLElement | null>,
  article: Article | null,
): (event: FocusEvent) => void {
  const last = useRef<EventTarget | null>(null);
  const tabbed = useRef(false);
  const give = () => {
    tabbed.current = false;
    scroller.current?.focus({ preventScroll: true });
  };
  useLayoutEffect(() => {
    const end = new AbortController();
    const note = ({ key }: KeyboardEvent) => {
      const isTab = key === 'Tab';
      // Tab finds the first control from there.
      if (!isTab && document.activeElement === document.body) give();
      tabbed.current = isTab;
    };
    addEventListener('keydown', note, { capture: true, signal: end.signal });
    return () => end.abort();
  }, []);
  useLayoutEffect(() => {
    if (article) give();
  }, [article]);
  useLayoutEffect(() => {
    if (!(last.current instanceof Node) || last.current.isConnected) return;
    if (document.activeElement === document.body) give();
  });
  return ({ target }) => {
    const to = scroller.current;
    // An element that had the focus before gets it again when the window comes to the front.
    if (target !== last.current) {
      const isByTab = target === to && tabbed.current && to?.matches(':focus-visible');
      to?.toggleAttribute('data-ring', isByTab === true);
    }
    last.current = target;
  };
}
