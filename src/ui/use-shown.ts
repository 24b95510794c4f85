import { useEffect, useState } from 'preact/hooks';
import { afterPaint } from './after-paint.ts';

/**
 * Whether the first frame with the component has been shown. What takes time and can wait is done then, such as the first
 * use of `Intl`, 15 to 30 ms in a page that has not used it.
 */
export function useShown(): boolean {
  const [shown, setShown] = useState(false);
  useEffect(() => afterPaint(() => setShown(true)), []);
  return shown;
}
