import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { siteOf } from '../model/address/site.ts';
import { type ReadOptions, readAsPicked } from '../model/extraction-outcome.ts';
import type { SiteSettings, SiteWithSettings } from '../model/settings/site-settings.ts';
import { findTab, isTabLoading, type TabInfo, watchTab } from '../platform/active-tab.ts';
import { readPage } from '../platform/read-page.ts';
import { firstArticle, takeFirstReading } from './first-reading.ts';
import { type FollowedPage, followPage, type PageState } from './follow-page.ts';

/** The page's site. Of its settings only the block matters here that the person has picked. */
type PickedSite = Pick<SiteWithSettings, 'name'> & { settings: Pick<SiteSettings, 'block'> };

/** The block that was picked for the page the tab shows now; null when none was, and once the tab is elsewhere. */
async function findBlock(tabId: number, site: PickedSite | null): Promise<string | null> {
  const block = site?.settings.block ?? null;
  return block !== null && siteOf((await findTab(tabId))?.url ?? null) === site?.name ? block : null;
}

/** What is drawn first: the article, if it has been read by then and no other block was picked on its site. */
function firstState({ id, url, title }: TabInfo, site: PickedSite | null): PageState {
  const article = site?.settings.block == null ? firstArticle(id) : null;
  return article === null ? { url, title, kind: 'reading', slow: false } : { url, title, kind: 'article', article };
}

/** The page of the tab the popup was opened on, and how to read it again. */
export function usePage(tab: TabInfo, site: PickedSite | null): [PageState, (options?: ReadOptions) => void] {
  const [state, setState] = useState(() => firstState(tab, site));
  const followed = useRef<FollowedPage | null>(null);
  useEffect(() => {
    const end = new AbortController();
    // Taken at once, whether it is needed or not: later it would be the text of another page.
    const begun = takeFirstReading(tab.id);
    let first = state.kind === 'article' ? null : begun;
    const source = {
      read: async (options: ReadOptions) => {
        const early = first;
        first = null;
        const read = (picked: Pick<ReadOptions, 'block'>) =>
          (picked.block ? null : early) ?? readPage(tab.id, { ...options, ...picked });
        return readAsPicked(read, await findBlock(tab.id, site));
      },
      whereabouts: () => findTab(tab.id),
      isLoading: () => isTabLoading(tab.id),
      watch: (onMoved: () => void, signal: AbortSignal) => watchTab(tab.id, onMoved, signal),
    };
    followed.current = followPage(source, state, setState, end.signal);
    return () => end.abort();
  }, [tab]);
  const readAgain = useCallback((options?: ReadOptions) => followed.current?.readAgain(options), []);
  return [state, readAgain];
}
