import { activeTab, type TabInfo, tabInfo } from './active-tab.ts';

/** The tab the popup was opened on, and what was begun of the reading of its page. */
export interface BegunReading {
  tab: TabInfo | null;
  frames: Promise<unknown> | null;
}

/** Takes over what `early-reading.ts` began; asks for the tab itself where that script did not run. */
export async function takeEarlyReading(): Promise<BegunReading> {
  const { rectoEarlyReading } = globalThis;
  const early = await rectoEarlyReading?.catch(() => null);
  if (early == null) return { tab: await activeTab(), frames: null };
  return { tab: tabInfo(early.tab ?? null), frames: early.frames };
}
