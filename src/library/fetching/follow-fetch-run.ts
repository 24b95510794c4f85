import { asRectoError } from '../../model/errors/as-recto-error.ts';
import { latestOnly } from '../../model/latest-only.ts';
import { type FetchRun, keepFetchRun, readFetchRun } from '../../platform/fetch-run.ts';
import { hasAccess } from '../../platform/host-access.ts';
import { readUnfetched } from '../../storage/fetching/read-unfetched.ts';
import type { LibraryConnection } from '../../storage/library-connection.ts';
import type { FetchStanding } from './fetch-standing.ts';
import { workOffLinks } from './work-off-links.ts';

/** Makes this page do what the noted run says. */
interface FetchRunFollower {
  /** Does what storage says. Call it at the start and after every change of the run or of access. */
  settle(): Promise<void>;
  /** Tells how many links are left, and gives the number. */
  countLeft(): Promise<number>;
}

/** The access that fetching needs. */
export const ALL_SITES = ['*://*/*'];
/** One library tab works the queue; another takes over when that is closed. */
const LOCK = 'recto-fetching';

/** Works through the queue while a run is noted, and reports to `standing`, failures too. */
export function followFetchRun(connection: LibraryConnection, standing: FetchStanding): FetchRunFollower {
  const { tell } = standing;
  let end: AbortController | null = null;
  /** The run whose pages are counted, by the time of its start. */
  let counted: number | null = null;
  const beginCount = latestOnly();
  const countLeft = async (): Promise<number> => {
    const isLatest = beginCount();
    const { length } = await readUnfetched(await connection.database());
    if (isLatest()) tell({ left: length });
    return length;
  };

  /** Only the latest look at storage counts: an earlier answer may be out of date. */
  const begin = latestOnly();
  async function settle(): Promise<void> {
    const isLatest = begin();
    const run = await readFetchRun();
    if (!isLatest()) return;
    if (run === null || run.paused) end?.abort();
    if (run === null) return tell({ phase: 'off', error: null });
    // A run that was paused, or tried again, is still the same.
    if (run.startedAt !== counted) tell({ done: 0, kept: 0 });
    counted = run.startedAt;
    try {
      await follow(run, isLatest);
    } catch (thrown) {
      if (isLatest()) tell({ phase: 'failed', error: asRectoError(thrown) });
    }
  }

  async function follow(run: FetchRun, isLatest: () => boolean): Promise<void> {
    const left = await countLeft();
    const mayFetch = run.paused || (await hasAccess(ALL_SITES));
    if (!isLatest()) return;
    // What was left has been deleted, or read by the person: there is nothing to go on with.
    if (left === 0 && (run.paused || !mayFetch)) return keepFetchRun(null);
    if (run.paused) return tell({ phase: 'paused', error: null });
    if (!mayFetch) {
      // Otherwise it would still report missing access after access was given again.
      end?.abort();
      return tell({ phase: 'no-access', error: null });
    }
    if (end && !end.signal.aborted) return;
    end = new AbortController();
    await work(run.startedAt, end);
  }

  async function work(startedAt: number, own: AbortController): Promise<void> {
    const { signal } = own;
    tell({ phase: 'waiting', error: null });
    try {
      await navigator.locks.request(LOCK, { signal }, async () => {
        tell({ phase: 'running' });
        const { settled: onSettled } = standing;
        const { unanswered, refused } = await workOffLinks(connection, { startedAt, signal, onSettled });
        const left = await countLeft();
        // The pages under way are finished all the same. If they were the last, there is nothing to go on with.
        if (left > 0 && signal.aborted) return;
        if (left > 0 && refused) return tell({ phase: 'no-access' });
        if (unanswered.length > 0) return tell({ phase: 'unanswered' });
        await keepFetchRun(null);
      });
    } catch (thrown) {
      if (!signal.aborted) tell({ phase: 'failed', error: asRectoError(thrown) });
    } finally {
      if (end === own) end = null;
    }
  }

  return { settle, countLeft };
}
