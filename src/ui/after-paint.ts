import { useEffect, useState } from 'preact/hooks';

/**
 * Calls back once the next frame has been drawn, with what stands by now in it: for work that nobody should wait for. Effects
 * are no such moment: Preact runs them early when a component is rendered again before the frame. Gives the function
 * that calls it off. In a hidden page it waits until the page is seen.
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
 * Whether the first frame with the component has been shown. What takes time and can wait is done then, such as the first
 * use of `Intl`, 15 to 30 ms in a page that has not used it.
 */
export function useShown(): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => afterPaint(() => setShown(true)), []);
  return shown;
}
