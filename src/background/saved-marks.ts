import { pageAddress } from '../model/page-address.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import { markSaved } from '../platform/action-icon.ts';
import { findTab, type TabInfo } from '../platform/active-tab.ts';
import { WATCH_ADDRESS_SCRIPT } from '../platform/injected-scripts.ts';
import { injectFiles } from '../platform/run-in-page.ts';
import { forget, recall, recallAll, remember } from '../platform/session-memory.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { forgetPainted, paintLiveHighlights } from './paint-live-highlights.ts';
import { forgetConsent } from './private-consent.ts';

/** Remembers the tabs where Recto was called, each with the address of the page it was called on, private ones without. */
const PREFIX = 'called.';

/** Remembers that Recto was called on the page that a tab shows; of a private tab not where that is. */
export async function rememberCall(tabId: number, url: string, isPrivate: boolean): Promise<void> {
  await remember(PREFIX + tabId, isPrivate ? '' : pageAddress(url));
}

/**
 * Fills the icon's corner on a tab whose page is kept, or empties it. A page that changes its address without loading
 * keeps a tab's icon, so a small script that tells of it goes with the mark.
 */
export async function markTab(tabId: number, saved: boolean): Promise<void> {
  await Promise.all([
    markSaved(tabId, saved).catch(() => undefined),
    saved ? injectFiles(tabId, [WATCH_ADDRESS_SCRIPT]).catch(() => undefined) : undefined,
  ]);
}

/** Looks again at every tab where Recto was called, after something in the library changed. */
export async function refreshMarks(library: BackgroundLibrary): Promise<void> {
  const tabs = Object.keys(await recallAll(PREFIX));
  await Promise.all(tabs.map((tabId) => refreshMark(Number(tabId), library)));
}

/** Makes the mark of one tab true again. A tab that was closed, or went to another site, is forgotten. */
export async function refreshMark(tabId: number, library: BackgroundLibrary): Promise<void> {
  const tab = await findTab(tabId);
  if (tab?.url == null) {
    await Promise.all([forget(PREFIX + tabId), forgetPainted(tabId), forgetConsent(tabId)]);
    return;
  }
  await showKept(tab, await library.find(tab.url), library);
}

/**
 * Shows on a tab what is kept of its page: the mark on the icon, and, some time after, the highlights over the text, for
 * which nobody waits. What a page shows its scripts can read: highlights come only where Recto was called, at that
 * address, and never in a private window, so that no site learns what is in the list of a person it cannot know.
 */
export async function showKept(tab: TabInfo, kept: SavedMetadata | null, library: BackgroundLibrary): Promise<void> {
  const article = kept?.kind === 'article' ? kept : null;
  void paintWhereCalled(tab, article, library).catch(() => undefined);
  await markTab(tab.id, article !== null);
}

async function paintWhereCalled(
  tab: TabInfo,
  article: SavedMetadata | null,
  library: BackgroundLibrary,
): Promise<void> {
  if (tab.isPrivate || tab.url === null) return;
  const isCalled = (await recall(PREFIX + tab.id)) === pageAddress(tab.url);
  await paintLiveHighlights(tab.id, isCalled && article ? await library.highlights(article.id) : []);
}
