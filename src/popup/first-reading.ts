import type { ExtractionOutcome } from '../model/extraction-outcome.ts';
import type { TabInfo } from '../platform/active-tab.ts';
import { readPage } from '../platform/read-page.ts';

let begun: { tabId: number; outcome: Promise<ExtractionOutcome> } | null = null;

/**
 * Starts reading the page before anything is drawn: settings are read and components set up while the page's script runs.
 * Effects run only after the first paint, too late to start it there.
 */
export function beginReading(tab: TabInfo | null): TabInfo | null {
  if (tab !== null) begun = { tabId: tab.id, outcome: readPage(tab.id) };
  return tab;
}

/** The reading that was begun for a tab; null when there is none, and from the second time on. */
export function takeFirstReading(tabId: number): Promise<ExtractionOutcome> | null {
  const first = begun?.tabId === tabId ? begun.outcome : null;
  begun = null;
  return first;
}
