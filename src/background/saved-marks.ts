import type { Highlight, LiveHighlight } from '../model/highlight.ts';
import { latestOnly } from '../model/latest-only.ts';
import { pageAddress } from '../model/page-address.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import { markSaved } from '../platform/action-icon.ts';
import { findTab, type TabInfo } from '../platform/active-tab.ts';
import { LIVE_HIGHLIGHTS_SCRIPT, WATCH_ADDRESS_SCRIPT } from '../platform/injected-scripts.ts';
import { callInPage, injectFiles } from '../platform/run-in-page.ts';
import { forget, recall, recallAll, remember } from '../platform/session-memory.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { forgetConsent } from './check-save.ts';
import { forgetAsked } from './save-link.ts';

/** Remembers the tabs where Recto was called, each with the address of the page it was called on, private ones without. */
const CALLED = 'called.';

/** Remembers that Recto was called on the page that a tab shows; of a private tab not where that is. */
export async function rememberCall(tabId: number, url: string, isPrivate: boolean): Promise<void> {
  await remember(CALLED + tabId, isPrivate ? '' : pageAddress(url));
}

const looks = new Map<number, () => () => boolean>();

/**
 * To be called before it is looked up what is kept of a tab's page; gives whether this is still the last look. Storage may
 * answer two in the other order, and what was there before would be shown for good.
 */
export function beginLook(tabId: number): () => boolean {
  const begin = looks.get(tabId) ?? latestOnly();
  looks.set(tabId, begin);
  return begin();
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

/**
 * Whether a tab still shows the page of `url`: finding out about that page takes its time, and a browser that has taken a mark
 * back with the page does not take back one that comes after it.
 */
export async function isStillAt(tabId: number, url: string | null): Promise<boolean> {
  const now = (await findTab(tabId))?.url ?? null;
  return now !== null && url !== null && pageAddress(now) === pageAddress(url);
}

/** Looks again at every tab where Recto was called, after something in the library changed. */
export async function refreshMarks(library: BackgroundLibrary): Promise<void> {
  const tabs = Object.keys(await recallAll(CALLED));
  await Promise.all(tabs.map((tabId) => refreshMark(Number(tabId), library)));
}

/** Makes the mark of one tab true again. A tab that was closed, or went to another site, is forgotten. */
export async function refreshMark(tabId: number, library: BackgroundLibrary): Promise<void> {
  const isLatest = beginLook(tabId);
  const tab = await findTab(tabId);
  if (tab?.url == null) {
    looks.delete(tabId);
    await Promise.all([forget(CALLED + tabId), forgetPainted(tabId), forgetConsent(tabId), forgetAsked(tabId)]);
    return;
  }
  await showKept(tab, await library.find(tab.url), library, isLatest);
}

/**
 * Shows on a tab what is kept of its page: the mark on the icon, and, some time after, the highlights over the text, for
 * which nobody waits. What a page shows its scripts can read: highlights come only where Recto was called, at that
 * address, and never in a private window, so that no site learns what is in the list of a person it cannot know. Nothing
 * is shown once the tab is at another page, nor of a look that is not the last any more.
 */
export async function showKept(
  tab: TabInfo,
  kept: SavedMetadata | null,
  library: BackgroundLibrary,
  isLatest: () => boolean,
): Promise<void> {
  if (!(await isStillAt(tab.id, tab.url)) || !isLatest()) return;
  const article = kept?.kind === 'article' ? kept : null;
  void paintWhereCalled(tab, article, library, isLatest).catch(() => undefined);
  await markTab(tab.id, article !== null);
}

async function paintWhereCalled(
  tab: TabInfo,
  article: SavedMetadata | null,
  library: BackgroundLibrary,
  isLatest: () => boolean,
): Promise<void> {
  if (tab.isPrivate || tab.url === null) return;
  const isCalled = (await recall(CALLED + tab.id)) === pageAddress(tab.url);
  const shown = isCalled && article ? await library.highlights(article.id) : [];
  if (isLatest()) await paintLiveHighlights(tab.id, shown);
}

/** Remembers the tabs whose page shows highlights, so that they can be taken away there. */
const PAINTED = 'painted.';

/** What is under way for each tab: of two changes in quick succession the later has the last word. */
const painting = new Map<number, Promise<void>>();

/**
 * Shows highlights over the page of a tab where Recto was called, in place of what was shown before. The page is told no
 * notes. Where it cannot be reached any more there is nothing to show. Never throws.
 */
function paintLiveHighlights(tabId: number, highlights: readonly Highlight[]): Promise<void> {
  const before = painting.get(tabId) ?? Promise.resolve();
  const next = before.then(() => paint(tabId, highlights)).catch(() => forgetPainted(tabId));
  painting.set(tabId, next);
  return next.finally(() => painting.get(tabId) === next && painting.delete(tabId));
}

/** For a tab that was closed, or whose page is another now. */
const forgetPainted = (tabId: number): Promise<void> => forget(PAINTED + tabId);

async function paint(tabId: number, highlights: readonly Highlight[]): Promise<void> {
  if (highlights.length === 0 && (await recall(PAINTED + tabId)) === undefined) return;
  // Remembered first: should the worker end in between, the next painting still knows that there is something to clear.
  if (highlights.length > 0) await remember(PAINTED + tabId, true);
  await injectFiles(tabId, [LIVE_HIGHLIGHTS_SCRIPT]);
  await callInPage(
    tabId,
    (shown: LiveHighlight[]) => globalThis.rectoLiveHighlights?.paint(shown),
    highlights.map(withoutNote),
  );
  if (highlights.length === 0) await forgetPainted(tabId);
}

const withoutNote = ({ exact, prefix, suffix, start, end, colour }: Highlight): LiveHighlight => ({
  exact,
  prefix,
  suffix,
  start,
  end,
  colour,
});
