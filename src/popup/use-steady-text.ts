import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

/**
 * Keeps the text where it is while a line above it comes or goes, which takes its height from what scrolls. At the very
 * beginning it gives way: the title would be covered.
 */
export function useSteadyText(ref: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const scroller = ref.current;
    if (!scroller) return;
    let height = scroller.clientHeight;
    const watcher = new ResizeObserver(() => {
      const taken = height - scroller.clientHeight;
      height = scroller.clientHeight;
      if (scroller.scrollTop > 0) scroller.scrollTop += taken;
    });
    watcher.observe(scroller);
    return () => watcher.disconnect();
  }, [ref]);
}
