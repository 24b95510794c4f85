import { useEffect, useRef } from 'preact/hooks';
import type { ReaderSettings } from '../../model/settings/reader-settings.ts';
import type { LoadPart } from '../parts/load-part.ts';

interface FocusVeilProps {
  mode: ReaderSettings['focus'];
  body: HTMLElement | null;
  scroller: HTMLElement;
  loadPart: LoadPart;
}

/**
 * Dims all but one paragraph, one line or the height of a ruler, behind two sheets of the page's own paper. The text
 * itself is not touched, so selection, find and other extensions work as ever.
 */
export function FocusVeil({ mode, body, scroller, loadPart }: FocusVeilProps) {
  const veil = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [above, below] = veil.current?.querySelectorAll('div') ?? [];
    if (!body || !above || !below) return;
    const end = new AbortController();
    const { signal } = end;
    // If the part does not load, the whole text stays bright, as before.
    loadPart('focus')
      .then((followFocus) => signal.aborted || followFocus({ mode, body, scroller, above, below, signal }))
      .catch(() => undefined);
    return () => end.abort();
  }, [mode, body, scroller, loadPart]);
  if (mode === 'off') return null;
  return (
    <div ref={veil} class="focus-veil" data-mode={mode} aria-hidden="true">
      <div />
      <div />
    </div>
  );
}
