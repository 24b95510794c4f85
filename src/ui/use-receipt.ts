import { useEffect, useState } from 'preact/hooks';
import type { PictureReceipt } from '../model/picture.ts';

/** How often the queue is asked while it runs, in milliseconds. */
const ASK_EVERY = 400;

/**
 * What is kept of an article's pictures, followed while the queue runs; null until it is known, and without an id. `turn`
 * changes when it should be asked anew. Asks rather than listens, since the overlay is out of reach of announcements.
 */
export function useReceipt(
  load: (id: string) => Promise<PictureReceipt>,
  id: string | null,
  turn: unknown = null,
): PictureReceipt | null {
  const [receipt, setReceipt] = useState<PictureReceipt | null>(null);
  useEffect(() => setReceipt(null), [id]);
  useEffect(() => {
    if (id === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let ended = false;
    const ask = async () => {
      const next = await load(id).catch(() => null);
      if (ended) return;
      setReceipt(next);
      if (next && next.pending > 0) timer = setTimeout(() => void ask(), ASK_EVERY);
    };
    void ask();
    return () => {
      ended = true;
      clearTimeout(timer);
    };
  }, [id, turn]);
  return receipt;
}
