import { asRecord } from '../model/parsing/as-record.ts';
import { browser } from './browser.ts';
import { watchItem } from './watch-storage.ts';

/** The fetching of saved links' pages, which goes on across restarts until it is done or ended. */
export interface FetchRun {
  /** Links saved after this time are not fetched, because nobody asked for them. Milliseconds since 1970. */
  startedAt: number;
  paused: boolean;
}

const KEY = 'fetch.run';

/** Null while nothing is to be fetched. */
export async function readFetchRun(): Promise<FetchRun | null> {
  const { [KEY]: value } = await browser.storage.local.get(KEY);
  const { startedAt, paused } = asRecord(value);
  return typeof startedAt === 'number' && typeof paused === 'boolean' ? { startedAt, paused } : null;
}

/** Null ends it. */
export async function keepFetchRun(run: FetchRun | null): Promise<void> {
  if (run === null) await browser.storage.local.remove(KEY);
  else await browser.storage.local.set({ [KEY]: run });
}

/** Calls back whenever it is begun, paused or ended, in any window, until the signal aborts. */
export const watchFetchRun = (onChange: () => void, signal: AbortSignal): void => watchItem(KEY, onChange, signal);
