import { useEffect } from 'preact/hooks';
import type { ReaderSettings } from '../../model/reader-settings.ts';
import type { ReadFont } from '../parts/load-faces.ts';
import type { LoadPart } from '../parts/load-part.ts';

/** Loads the faces of a typeface that comes with Recto while it is chosen. */
export function useBundledFaces(
  typeface: ReaderSettings['typeface'],
  body: HTMLElement | null,
  { loadPart, readFont }: { loadPart: LoadPart; readFont: ReadFont },
): void {
  useEffect(() => {
    if (!body || !['book', 'legible'].includes(typeface)) return;
    const end = new AbortController();
    // Without them the text stands in the system's own face, which is how it began.
    loadPart('faces')
      .then((loadFaces) => loadFaces(typeface, body, readFont, end.signal))
      .catch(() => undefined);
    return () => end.abort();
  }, [typeface, body, loadPart, readFont]);
}
