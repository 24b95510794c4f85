import { useEffect } from 'preact/hooks';
import type { ReaderSettings } from '../../model/reader-settings.ts';
import type { LoadPart } from '../parts/load-part.ts';
import type { Standing } from './standing.ts';

/**
 * Shows a Chinese article in the other characters while that is chosen. Only what is shown changes: the text that is
 * kept, copied into the list or searched is the one that was written, and taking the choice back shows it again.
 */
export function useHanScript(
  stands: Standing | null,
  script: ReaderSettings['hanScript'],
  lang: string | null,
  loadPart: LoadPart,
): void {
  useEffect(() => {
    const page = stands?.body.closest<HTMLElement>('.page');
    if (!page || script === 'as-written' || !/^zh\b/i.test(lang ?? '')) return;
    const end = new AbortController();
    // Without it the text stands as it was written.
    loadPart('han')
      .then((showHanScript) => end.signal.aborted || showHanScript(page, script, end.signal))
      .catch(() => undefined);
    return () => end.abort();
  }, [stands, script, lang, loadPart]);
}
