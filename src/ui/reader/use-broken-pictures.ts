import { useEffect } from 'preact/hooks';
import { framePicture } from './frame-picture.ts';
import type { Standing } from './standing.ts';

/** Puts a quiet frame with its description in place of each picture that does not load; `fallback` where it has none. */
export function useBrokenPictures(stands: Standing | null, fallback: string): void {
  useEffect(() => {
    if (!stands) return;
    const stop = new AbortController();
    const frame = ({ target }: Event) => {
      if (target instanceof HTMLImageElement) framePicture(target, fallback);
    };
    // Errors do not bubble.
    stands.body.addEventListener('error', frame, { capture: true, signal: stop.signal });
    for (const image of stands.body.querySelectorAll('img'))
      if (image.getAttribute('src') && image.complete && image.naturalWidth === 0) framePicture(image, fallback);
    return () => stop.abort();
  }, [stands]);
}
