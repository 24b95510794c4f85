import { useEffect, useRef, useState } from 'preact/hooks';
import { remoteLibrary } from '../messaging/remote-library.ts';
import { send } from '../messaging/send.ts';
import type { ReadingPosition } from '../model/reading-position.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import type { TabInfo } from '../platform/active-tab.ts';
import { isPrivateWindow } from '../platform/is-private-window.ts';

interface PagePlace {
  pageKey: string | null;
  place: ReadingPosition | null;
}

/**
 * Where the article was left: since the popup was opened, while the list was looked at, in the kept copy, or else
 * earlier in this session. Null when nowhere, or while that is unknown. Also gives the function that takes each
 * position reached on `pageKey`'s page.
 */
export function useStartPlace(
  tab: TabInfo,
  saved: SavedMetadata | null | undefined,
  pageKey: string | null,
): [start: ReadingPosition | null, note: (place: ReadingPosition) => void] {
  const [known, setKnown] = useState<PagePlace | null>(null);
  const left = useRef<PagePlace | null>(null);
  useEffect(() => {
    let ended = false;
    const setPlace = (place: ReadingPosition | null) => setKnown({ pageKey, place });
    setPlace(saved?.position ?? null);
    if (saved !== undefined && !saved?.position)
      send('page.position', { tabId: tab.id }).then(
        (found) => ended || setPlace(found),
        () => undefined,
      );
    return () => {
      ended = true;
    };
  }, [tab, saved?.id, saved === undefined]);
  // A position in the previous page does not apply to this one.
  const start = [left.current, known].find((of) => of?.pageKey === pageKey)?.place ?? null;
  const note = (read: ReadingPosition) => {
    left.current = { pageKey, place: read };
  };
  return [start, note];
}

/**
 * Stores a position with the saved article, or else for the session; `url` is the page that was read. Nothing is stored
 * for a private window.
 */
export function keepPlace(
  tab: TabInfo,
  url: string,
  saved: SavedMetadata | null | undefined,
  position: ReadingPosition,
): void {
  if (isPrivateWindow(tab)) return;
  const kept =
    saved && saved.place !== 'deleted'
      ? remoteLibrary.keepPosition(saved.id, position)
      : send('page.keep-position', { tabId: tab.id, url, position });
  // A position that cannot be stored is not worth a message.
  kept.catch(() => undefined);
}
