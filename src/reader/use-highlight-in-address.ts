import { useEffect, useState } from 'preact/hooks';
import { highlightInAddress } from './open-from-address.ts';

/** The highlight that the address of the reader tab names, also after it changes. */
export function useHighlightInAddress(): string | null {
  const [id, setId] = useState(highlightInAddress);
  useEffect(() => {
    const end = new AbortController();
    window.addEventListener('hashchange', () => setId(highlightInAddress()), { signal: end.signal });
    return () => end.abort();
  }, []);
  return id;
}
