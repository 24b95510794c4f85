import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ReadOptions } from '../model/extraction-outcome.ts';
import { findTab, type TabInfo } from '../platform/active-tab.ts';
import { readPage } from '../platform/read-page.ts';
import { watchTab } from '../platform/watch-tab.ts';
import { takeFirstReading } from './first-reading.ts';
import { type FollowedPage, followPage, type PageState } from './follow-page.ts';

/** The page of the tab the popup was opened on, and how to read it again. */
export function usePage(tab: TabInfo): [PageState, (options?: ReadOptions) => void] {
  const [state, setState] = useState<PageState>({ url: tab.url, title: tab.title, kind: 'reading', slow: false });
  const followed = useRef<FollowedPage | null>(null);
  useEffect(() => {
    const end = new AbortController();
    const source = {
      read: (options: ReadOptions) => takeFirstReading(tab.id) ?? readPage(tab.id, options),
      whereabouts: () => findTab(tab.id),
      watch: (onMoved: () => void, signal: AbortSignal) => watchTab(tab.id, onMoved, signal),
    };
    followed.current = followPage(source, tab, setState, end.signal);
    return () => end.abort();
  }, [tab]);
  const readAgain = useCallback((options?: ReadOptions) => followed.current?.readAgain(options), []);
  return [state, readAgain];
}
