import { useLayoutEffect, useState } from 'preact/hooks';
import { drawAtOnce } from '../draw-at-once.ts';

/**
 * Whether the page is being printed. What is drawn for that is there before the browser looks. The page may then be too
 * short for its scroll position, which is restored afterwards.
 */
export function usePrinting(): boolean {
  const [scrolled, setScrolled] = useState<number | null>(null);
  useLayoutEffect(() => {
    const begin = () => drawAtOnce(() => setScrolled((before) => before ?? scrollY));
    const end = () => setScrolled(null);
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  useLayoutEffect(() => {
    if (scrolled === null) return undefined;
    return () => {
      document.documentElement.scrollTop = scrolled;
    };
  }, [scrolled]);
  return scrolled !== null;
}
