import type { RefObject } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { remoteLibrary } from '../messaging/remote-library.ts';
import { send } from '../messaging/send.ts';
import type { ReadingPosition } from '../model/reading-position.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import type { TabInfo } from '../platform/active-tab.ts';
import { isPrivateWindow } from '../platform/private-window.ts';
import { distanceToPlace, readPlace } from '../ui/reader/reading-place.ts';

/** Scrolling writes the place this often at most, in ms: a popup closes without notice. */
const INTERVAL = 150;

/**
 * Opens the article at the kept place and keeps the place as it changes: with the saved article, or for the session.
 * Gives the callback for `ArticleView`'s `onBody`.
 */
export function useReadingPlace(
  tab: TabInfo,
  scrollerRef: RefObject<HTMLElement | null>,
  saved: SavedMetadata | null | undefined,
): (body: HTMLElement) => void {
  const body = useRef<HTMLElement | null>(null);
  const moved = useRef(false);
  const target = useRef(saved);
  target.current = saved;

  const restore = useCallback(async () => {
    if (!body.current || moved.current || target.current === undefined) return;
    const place = target.current?.position ?? (await send('page.position', { tabId: tab.id }).catch(() => null));
    const scroller = scrollerRef.current;
    if (!place || !body.current || !scroller || moved.current) return;
    const distance = distanceToPlace(body.current, place, viewOf(scroller));
    if (distance !== null) scroller.scrollBy({ top: distance, behavior: 'instant' });
  }, [tab, scrollerRef]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is known what is kept, its place is taken
  useEffect(() => void restore(), [restore, saved?.id, saved === undefined]);

  useEffect(() => {
    const end = new AbortController();
    const keep = () => {
      const scroller = scrollerRef.current;
      if (!scroller || !body.current?.isConnected || !moved.current) return;
      const place = readPlace(body.current, viewOf(scroller), Date.now());
      if (place) void keepPlace(tab, target.current ?? null, place).catch(() => undefined);
    };
    let waiting: ReturnType<typeof setTimeout> | null = null;
    const onScroll = () => {
      waiting ??= setTimeout(() => {
        waiting = null;
        keep();
      }, INTERVAL);
    };
    // A scroll of the reader's own is told apart from the jump to the kept place by what causes it.
    const byHand = () => {
      moved.current = true;
    };
    const options = { passive: true, signal: end.signal };
    document.addEventListener('scroll', onScroll, { ...options, capture: true });
    for (const type of ['wheel', 'keydown', 'pointerdown', 'touchmove']) addEventListener(type, byHand, options);
    addEventListener('pagehide', keep, options);
    return () => {
      end.abort();
      if (waiting) clearTimeout(waiting);
    };
  }, [tab, scrollerRef]);

  return useCallback(
    (element: HTMLElement) => {
      body.current = element;
      moved.current = false;
      void restore();
    },
    [restore],
  );
}

async function keepPlace(tab: TabInfo, saved: SavedMetadata | null, position: ReadingPosition): Promise<void> {
  if (isPrivateWindow(tab)) return;
  if (saved && saved.place !== 'deleted') await remoteLibrary.keepPosition(saved.id, position);
  else await send('page.keep-position', { tabId: tab.id, position });
}

function viewOf(scroller: HTMLElement): { top: number; bottom: number } {
  const { top, bottom } = scroller.getBoundingClientRect();
  return { top, bottom };
}
