import type { Article } from '../model/article.ts';
import type { ExtractionOutcome } from '../model/extraction-outcome.ts';
import type { TabInfo } from '../platform/active-tab.ts';
import { type EarlyReading, readPage } from '../platform/read-page.ts';
import { sanitiseArticle } from '../sanitising/sanitise-article.ts';

/** How long the popup's first drawing waits for the article, so that it is drawn only once. Nobody sees so short a wait. */
const PATIENCE_MS = 50;
/** Longer markup, in characters, is not sanitised ahead: it may be wanted in turns (`sanitiseInTurns`). */
const LONGEST_AHEAD = 300_000;

interface FirstReading {
  tabId: number;
  outcome: Promise<ExtractionOutcome>;
  /** Null while the page is still being read, and when it is none. */
  article: Article | null;
}

/** The reading that began before the popup was drawn, until somebody takes it. */
let begun: FirstReading | null = null;
/** Its text, sanitised while settings were still being read. */
let ahead: { html: string; body: DocumentFragment } | null = null;

/**
 * Takes over the reading that began before anything was drawn: settings are read and components set up while the page's
 * script runs. Effects run only after the first paint, too late to start it. Gives the tab.
 */
export function followEarlyReading({ tab, frames }: EarlyReading): TabInfo | null {
  if (tab === null) return null;
  const first: FirstReading = { tabId: tab.id, outcome: readPage(tab.id, {}, frames), article: null };
  void first.outcome.then((outcome) => {
    if (!outcome.ok) return;
    first.article = outcome.article;
    const { html } = outcome.article;
    if (html.length < LONGEST_AHEAD) ahead = { html, body: sanitiseArticle(html) };
  });
  begun = first;
  return tab;
}

/** Resolves once that reading is done, or has taken longer than anybody should wait for it. */
export async function waitForReading(): Promise<void> {
  await Promise.race([begun?.outcome, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
}

/** The article that was read before the first drawing of this tab's page; null when there is none by then. */
export const firstArticle = (tabId: number): Article | null => (begun?.tabId === tabId ? begun.article : null);

/** The reading that was begun for a tab; null when there is none, and from the second time on. */
export function takeFirstReading(tabId: number): Promise<ExtractionOutcome> | null {
  const first = begun?.tabId === tabId ? begun.outcome : null;
  begun = null;
  return first;
}

/** Sanitised markup: that of the first reading, which is ready, or any other. Each is given once. */
export function sanitiseOnce(html: string): DocumentFragment {
  const ready = ahead?.html === html ? ahead.body : null;
  ahead = null;
  return ready ?? sanitiseArticle(html);
}
