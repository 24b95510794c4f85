import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LibraryReader } from '../../../model/library.ts';
import type { SavedMetadata } from '../../../model/saved-article.ts';
import { takeLatest } from '../../../model/take-latest.ts';
import { stillKept } from '../actions/still-kept.ts';

/**
 * Items, null for none, that follow the changes of every window while their tags are asked for: what is shown of them
 * would else not be so, a tag that is typed would count as there, and Undo would take back what another window has done.
 * One that is gone stays as it was. Once all are, there is nothing to ask about, and `onGone` hears of it.
 */
export function useFollowedItems(library: Pick<LibraryReader, 'metadata' | 'watch'>, onGone: () => void) {
  const [items, setItems] = useState<readonly SavedMetadata[] | null>(null);
  const latest = useRef({ items, onGone });
  latest.current = { items, onGone };
  const isAsked = items !== null;
  // Before the paint: an effect would miss a change right after it.
  useLayoutEffect(() => {
    if (!isAsked) return;
    const end = new AbortController();
    const read = async () => {
      const asked = latest.current.items ?? [];
      const fresh = new Map<string, SavedMetadata>();
      for await (const { now } of stillKept(library, asked)) fresh.set(now.id, now);
      return fresh.size === 0 ? null : asked.map((item) => fresh.get(item.id) ?? item);
    };
    const take = (found: readonly SavedMetadata[] | null) => {
      setItems(found);
      if (!found) latest.current.onGone();
    };
    library.watch(takeLatest(read, take, end.signal), end.signal);
    return () => end.abort();
  }, [library, isAsked]);
  return [items, setItems] as const;
}
