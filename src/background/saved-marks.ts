import type { SavedMetadata } from '../model/saved-article.ts';
import { markSaved } from '../platform/action-icon.ts';
import { findTab } from '../platform/active-tab.ts';
import { WATCH_ADDRESS_SCRIPT } from '../platform/injected-scripts.ts';
import { injectFiles } from '../platform/run-in-page.ts';
import { forget, recallAll, remember } from '../platform/session-memory.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { paintLiveHighlights } from './paint-live-highlights.ts';

/** Remembers the tabs where Recto was called. */
const PREFIX = 'called.';

/**
 * Fills the icon's corner on a tab whose page is kept, or empties it. A page that changes its address without loading
 * keeps a tab's icon, so a small script that tells of it goes with the mark.
 */
export async function markTab(tabId: number, saved: boolean): Promise<void> {
  await Promise.all([
    markSaved(tabId, saved).catch(() => undefined),
    remember(PREFIX + tabId, true),
    saved ? injectFiles(tabId, [WATCH_ADDRESS_SCRIPT]).catch(() => undefined) : undefined,
  ]);
}

/** Looks again at every tab where Recto was called, after articles were deleted or came back. */
export async function refreshMarks(library: BackgroundLibrary): Promise<void> {
  const tabs = Object.keys(await recallAll(PREFIX));
  await Promise.all(tabs.map((tabId) => refreshMark(Number(tabId), library)));
}

/** Makes the mark of one tab true again. A tab that was closed, or went to another site, is forgotten. */
export async function refreshMark(tabId: number, library: BackgroundLibrary): Promise<void> {
  const tab = await findTab(tabId);
  if (tab?.url == null) return forget(PREFIX + tabId);
  await showKept(tabId, await library.find(tab.url), library);
}

/**
 * Shows on a tab what is kept of its page: the mark on the icon, and, some time after, the highlights over the text, for
 * which nobody waits.
 */
export async function showKept(tabId: number, kept: SavedMetadata | null, library: BackgroundLibrary): Promise<void> {
  const article = kept?.kind === 'article' ? kept : null;
  const highlights = article ? library.highlights(article.id) : Promise.resolve([]);
  void highlights.then((found) => paintLiveHighlights(tabId, found)).catch(() => undefined);
  await markTab(tabId, article !== null);
}
