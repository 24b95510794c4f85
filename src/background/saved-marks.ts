import { pageAddress } from '../model/address/page-address.ts';
import type { Highlight, LiveHighlight } from '../model/highlights/highlight.ts';
import { latestOnly } from '../model/latest-only.ts';
import type { SavedMetadata } from '../model/saved-article.ts';
import { markSaved } from '../platform/action-icon.ts';
import { findTab, type TabInfo } from '../platform/active-tab.ts';
import { LIVE_HIGHLIGHTS_SCRIPT, WATCH_ADDRESS_SCRIPT } from '../platform/injected-scripts.ts';
import { callInPage, injectFiles } from '../platform/run-in-page.ts';
import { forget, recall, recallAll, remember } from '../platform/session-memory.ts';
import type { BackgroundLibrary } from './background-library.ts';
import { forgetConsent } from './private-consent.ts';
import { forgetAsked } from './save-link.ts';

/** Remembers the tabs where Recto was called, each with the address it was called on; private ones without. */
const CALLED = 'called.';

/** Remembers that Recto was called on a tab's page; of a private tab not the address. */
export async function rememberCall(tabId: number, url: string, isPrivate: boolean): Promise<void> {
  await remember(CALLED + tabId, isPrivate ? '' : pageAddress(url));
}

const looks = new Map<number, () => () => boolean>();

/**
 * Call it before looking up what is kept of a tab's page. It gives a test of whether this is still the latest look-up:
 * storage may answer two in reverse order, and the older answer would stay on the screen.
 */
export function beginLook(tabId: number): () => boolean {
  const begin = looks.get(tabId) ?? latestOnly();
  looks.set(tabId, begin);
  return begin();
}

/**
 * Fills or empties the icon's corner on a tab. A page that changes its address without loading keeps the tab's icon, so
 * a small script that reports it is injected with the mark.
 */
export async function markTab(tabId: number, saved: boolean): Promise<void> {
  await Promise.all([
    markSaved(tabId, saved).catch(() => undefined),
    saved ? injectFiles(tabId, [WATCH_ADDRESS_SCRIPT]).catch(() => undefined) : undefined,
  ]);
}

/**
 * Whether a tab still shows the page `url`. Looking that page up takes time; the browser removes a mark together with
 * its page, but not one that is set later.
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

/** Updates the mark of one tab. A tab that was closed, or went to another site, is forgotten. */
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
 * Shows on a tab what is kept of its page: the mark on the icon and, a little later, the highlights over the text, for
 * which nobody waits.
 *
 * A page's scripts can read what is shown in it. So highlights appear only where Recto was called, at that address, and
 * never in a private window: no site may learn what an unknown person keeps. Nothing is shown once the tab is at
 * another page, or if the look-up is no longer the latest.
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

/** Remembers the tabs whose page shows highlights, so that they can be removed there. */
const PAINTED = 'painted.';

/** The work under way for each tab: the later of two quick changes wins. */
const painting = new Map<number, Promise<void>>();

/**
 * Shows highlights over the page of a tab where Recto was called, in place of earlier ones, and without notes. A page
 * that cannot be reached any more shows none. Never throws.
 */
function paintLiveHighlights(tabId: number, highlights: readonly Highlight[]): Promise<void> {
  const before = painting.get(tabId) ?? Promise.resolve();
  const next = before.then(() => paint(tabId, highlights)).catch(() => forgetPainted(tabId));
  painting.set(tabId, next);
  return next.finally(() => painting.get(tabId) === next && painting.delete(tabId));
}

/** For a tab that was closed, or has another page now. */
const forgetPainted = (tabId: number): Promise<void> => forget(PAINTED + tabId);

async function paint(tabId: number, highlights: readonly Highlight[]): Promise<void> {
  if (highlights.length === 0 && (await recall(PAINTED + tabId)) === undefined) return;
  // Stored first: if the worker ends in between, the next painting still knows that there is something to clear.
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
