import type { Highlight } from '../model/highlight.ts';
import type { LiveHighlight, RectoLiveHighlights } from '../model/live-highlights.ts';
import { LIVE_HIGHLIGHTS_SCRIPT } from '../platform/injected-scripts.ts';
import { callInPage, injectFiles } from '../platform/run-in-page.ts';
import { forget, recall, remember } from '../platform/session-memory.ts';

/** Remembers the tabs whose page shows highlights, so that they can be taken away there. */
const PREFIX = 'painted.';

/**
 * Shows highlights over the page of a tab where Recto was called, in place of what was shown before. The page is told no
 * notes. Where it cannot be reached any more there is nothing to show. Never throws.
 */
export async function paintLiveHighlights(tabId: number, highlights: readonly Highlight[]): Promise<void> {
  const key = PREFIX + tabId;
  if (highlights.length === 0 && (await recall(key)) === undefined) return;
  try {
    await injectFiles(tabId, [LIVE_HIGHLIGHTS_SCRIPT]);
    await callInPage(
      tabId,
      (shown: LiveHighlight[]) =>
        (globalThis as typeof globalThis & { rectoLiveHighlights?: RectoLiveHighlights }).rectoLiveHighlights?.paint(
          shown,
        ),
      highlights.map(withoutNote),
    );
    await (highlights.length > 0 ? remember(key, true) : forget(key));
  } catch {
    await forget(key);
  }
}

const withoutNote = ({ exact, prefix, suffix, start, end, colour }: Highlight): LiveHighlight => ({
  exact,
  prefix,
  suffix,
  start,
  end,
  colour,
});
