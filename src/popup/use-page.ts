import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ExtractionOutcome, ReadOptions } from '../model/extraction-outcome.ts';
import { type Site, siteOf } from '../model/site.ts';
import type { SiteSettings } from '../model/site-settings.ts';
import { findTab, type TabInfo } from '../platform/active-tab.ts';
import { readPage } from '../platform/read-page.ts';
import { watchTab } from '../platform/watch-tab.ts';
import { takeFirstReading } from './first-reading.ts';
import { type FollowedPage, followPage, type PageState } from './follow-page.ts';

/** A site of which the person has picked what its articles are. */
interface PickedSite {
  name: Site;
  settings: Pick<SiteSettings, 'block'>;
}

/** The page as the person picked; null where nothing was picked, where it is not there, and once the tab is elsewhere. */
async function readPicked(
  tabId: number,
  site: PickedSite | null,
  options: ReadOptions,
): Promise<ExtractionOutcome | null> {
  const block = site?.settings.block;
  if (!block || siteOf((await findTab(tabId))?.url ?? null) !== site.name) return null;
  const outcome = await readPage(tabId, { ...options, block });
  return outcome.ok ? outcome : null;
}

/** The page of the tab the popup was opened on, and how to read it again. */
export function usePage(tab: TabInfo, site: PickedSite | null): [PageState, (options?: ReadOptions) => void] {
  const [state, setState] = useState<PageState>({ url: tab.url, title: tab.title, kind: 'reading', slow: false });
  const followed = useRef<FollowedPage | null>(null);
  useEffect(() => {
    const end = new AbortController();
    const source = {
      read: async (options: ReadOptions) =>
        (await readPicked(tab.id, site, options)) ?? takeFirstReading(tab.id) ?? readPage(tab.id, options),
      whereabouts: () => findTab(tab.id),
      watch: (onMoved: () => void, signal: AbortSignal) => watchTab(tab.id, onMoved, signal),
    };
    followed.current = followPage(source, tab, setState, end.signal);
    return () => end.abort();
  }, [tab]);
  const readAgain = useCallback((options?: ReadOptions) => followed.current?.readAgain(options), []);
  return [state, readAgain];
}
