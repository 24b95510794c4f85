import { useEffect, useState } from 'preact/hooks';

/**
 * Calls back once the next frame has been drawn: for work that nobody should wait for. An effect is not enough, because
 * Preact runs it early when a component is rendered again before the frame. In a hidden page it waits until the page is
 * visible.
 *
 * Gives the function that cancels it.
 */
export function afterPaint(callback: () => void): () => void {
  let timer = 0;
  const frame = requestAnimationFrame(() => {
    timer = window.setTimeout(callback);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/**
 * Whether the first frame with the component has been shown. Slow work that can wait is done then, such as the first
 * use of `Intl`, which takes 15 to 30 ms in a page.
 */
export function useShown(): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => afterPaint(() => setShown(true)), []);
  return shown;
}
