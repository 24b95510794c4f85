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
 * Where the article was left: since the popup is open, while the list was looked at; in the kept copy, else in this session.
 * Null when nowhere, or while it is not known yet. Gives also what takes each place that is read on `pageKey`'s page.
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
  // The place of the page before is none of this one.
  const start = [left.current, known].find((of) => of?.pageKey === pageKey)?.place ?? null;
  const note = (read: ReadingPosition) => {
    left.current = { pageKey, place: read };
  };
  return [start, note];
}

/** Keeps a place with the saved article, else for the session, where `url` is of the page that was read. Nothing of a private window is kept. */
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
  // One that cannot be kept is not worth a message to the person.
  kept.catch(() => undefined);
}
