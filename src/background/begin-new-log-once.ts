import { recall, remember } from '../platform/session-memory.ts';
import { beginNewLog } from '../storage/begin-new-log.ts';

const DONE = 'log.is-new';

/**
 * Once in each run of the browser, as early as the background runs: from then on nothing is written behind what a kill may
 * have left. Never throws; what failed is tried again when the background starts the next time.
 */
export async function beginNewLogOnce(): Promise<void> {
  try {
    if (await recall(DONE)) return;
    await beginNewLog();
    await remember(DONE, true);
  } catch {
    // A storage that refuses says so where it is needed.
  }
}
