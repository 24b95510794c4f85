import { useEffect, useState } from 'preact/hooks';
import { remoteLibrary } from '../messaging/remote-library.ts';
import { send } from '../messaging/send.ts';
import type { ReadingPosition } from '../model/reading-position.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import type { TabInfo } from '../platform/active-tab.ts';
import { isPrivateWindow } from '../platform/private-window.ts';

/** Where the article was left: in the kept copy, else in this session. Null when nowhere, or while it is not known yet. */
export function useStartPlace(tab: TabInfo, saved: SavedMetadata | null | undefined): ReadingPosition | null {
  const [place, setPlace] = useState<ReadingPosition | null>(null);
  useEffect(() => {
    let ended = false;
    // The place of the page before is none of this one.
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
  return place;
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
  kept.catch(() => undefined);
}
