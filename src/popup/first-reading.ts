import type { ExtractionOutcome } from '../model/extraction-outcome.ts';
import type { TabInfo } from '../platform/active-tab.ts';
import { readPage } from '../platform/read-page.ts';
import type { BegunReading } from '../platform/take-early-reading.ts';

let begun: { tabId: number; outcome: Promise<ExtractionOutcome> } | null = null;

/**
 * Takes on the reading that was begun before anything was drawn: settings are read and components set up while the
 * page's script runs. Effects run only after the first paint, too late to start it there. Gives the tab.
 */
export function beginReading({ tab, frames }: BegunReading): TabInfo | null {
  if (tab !== null) begun = { tabId: tab.id, outcome: readPage(tab.id, {}, frames) };
  return tab;
}

/** The reading that was begun for a tab; null when there is none, and from the second time on. */
export function takeFirstReading(tabId: number): Promise<ExtractionOutcome> | null {
  const first = begun?.tabId === tabId ? begun.outcome : null;
  begun = null;
  return first;
}
