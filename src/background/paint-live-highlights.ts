import type { Highlight } from '../model/highlight.ts';
import type { LiveHighlight } from '../model/live-highlights.ts';
import { LIVE_HIGHLIGHTS_SCRIPT } from '../platform/injected-scripts.ts';
import { callInPage, injectFiles } from '../platform/run-in-page.ts';
import { forget, recall, remember } from '../platform/session-memory.ts';

/** Remembers the tabs whose page shows highlights, so that they can be taken away there. */
const PREFIX = 'painted.';

/** What is under way for each tab: of two changes in quick succession the later has the last word. */
const painting = new Map<number, Promise<void>>();

/**
 * Shows highlights over the page of a tab where Recto was called, in place of what was shown before. The page is told no
 * notes. Where it cannot be reached any more there is nothing to show. Never throws.
 */
export function paintLiveHighlights(tabId: number, highlights: readonly Highlight[]): Promise<void> {
  const before = painting.get(tabId) ?? Promise.resolve();
  const next = before.then(() => paint(tabId, highlights)).catch(() => forgetPainted(tabId));
  painting.set(tabId, next);
  return next.finally(() => painting.get(tabId) === next && painting.delete(tabId));
}

/** For a tab that was closed, or whose page is another now. */
export const forgetPainted = (tabId: number): Promise<void> => forget(PREFIX + tabId);

async function paint(tabId: number, highlights: readonly Highlight[]): Promise<void> {
  if (highlights.length === 0 && (await recall(PREFIX + tabId)) === undefined) return;
  // Remembered first: should the worker end in between, the next painting still knows that there is something to clear.
  if (highlights.length > 0) await remember(PREFIX + tabId, true);
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
