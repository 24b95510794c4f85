import { send } from '../../messaging/send.ts';
import { asRectoError } from '../../model/as-recto-error.ts';
import type { RectoError } from '../../model/recto-error.ts';
import { siteOf } from '../../model/site.ts';
import { type FetchRun, keepFetchRun, readFetchRun, watchFetchRun } from '../../platform/fetch-run.ts';
import { hasAccess, watchAccess } from '../../platform/host-access.ts';
import { watchChanges } from '../../platform/library-changes.ts';
import { readUnfetched } from '../../storage/fetching/read-unfetched.ts';
import type { LibraryConnection } from '../../storage/library-connection.ts';
import { readMetadata } from '../../storage/read-items.ts';
import { fetchLink } from './fetch-link.ts';
import { type FetchJob, type FetchRunReport, runFetches } from './run-fetches.ts';

/** Where the fetching of articles stands. */
export interface FetchStatus {
  /** `waiting`: another tab of the library is at it. `unanswered`: what is left did not answer. `failed`: see `error`. */
  phase: 'off' | 'running' | 'waiting' | 'paused' | 'no-access' | 'unanswered' | 'failed';
  error: RectoError | null;
  /** Links whose pages have not been asked for; links saved since it was begun are among them. */
  left: number;
  /** Settled since this page is open. */
  done: number;
}

export interface ArticleFetching {
  status(): FetchStatus;
  watch(onChange: () => void, signal: AbortSignal): void;
  /** Counts the links that are left; without it they are counted only while there is a run, so that the list need not wait. */
  count(): Promise<void>;
  /** Begins, asking for access to all sites where that is not there yet. */
  begin(): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Ends it; what is not fetched stays a link. */
  stop(): Promise<void>;
}

const ALL_SITES = ['*://*/*'];
/** One library tab works the queue; another takes over when that is closed. */
const LOCK = 'recto-fetching';
/** Jobs whose addresses are looked up at once. */
const BATCH = 500;
/** Fast enough for the eye, and no work for each of thousands of pages. */
const TELL_EVERY_MS = 400;

/**
 * Fetches the pages of saved links while this page is open, as long as a run is noted in storage: what is left is known
 * from the links themselves, so it goes on where it stopped after any restart.
 */
export function articleFetching(connection: LibraryConnection): ArticleFetching {
  let status: FetchStatus = { phase: 'off', left: 0, done: 0, error: null };
  const listeners = new Set<() => void>();
  let end: AbortController | null = null;
  const tell = (change: Partial<FetchStatus>): void => {
    status = { ...status, ...change };
    for (const listener of listeners) listener();
  };
  const countLeft = async (): Promise<void> =>
    tell({ left: (await readUnfetched(await connection.database())).length });

  /** Makes this page do what storage says: called at the start and after every change of the run or of access. */
  async function settle(): Promise<void> {
    const run = await readFetchRun();
    if (run === null || run.paused) end?.abort();
    if (run === null) return tell({ phase: 'off', error: null });
    try {
      await follow(run);
    } catch (thrown) {
      tell({ phase: 'failed', error: asRectoError(thrown) });
    }
  }

  async function follow(run: FetchRun): Promise<void> {
    await countLeft();
    if (run.paused) return tell({ phase: 'paused', error: null });
    if (!(await hasAccess(ALL_SITES))) return tell({ phase: 'no-access', error: null });
    if (end && !end.signal.aborted) return;
    end = new AbortController();
    await work(run.startedAt, end);
  }

  async function work(startedAt: number, own: AbortController): Promise<void> {
    tell({ phase: 'waiting', error: null });
    try {
      await navigator.locks.request(LOCK, { signal: own.signal }, async () => {
        tell({ phase: 'running', done: 0 });
        const { unanswered, refused } = await workOff(startedAt, own.signal);
        if (own.signal.aborted) return;
        if (refused) return tell({ phase: 'no-access' });
        if (unanswered.length > 0) return tell({ phase: 'unanswered' });
        await keepFetchRun(null);
      });
    } catch (thrown) {
      if (!own.signal.aborted) tell({ phase: 'failed', error: asRectoError(thrown) });
    } finally {
      if (end === own) end = null;
    }
  }

  async function workOff(startedAt: number, signal: AbortSignal): Promise<FetchRunReport> {
    const ids = await readUnfetched(await connection.database());
    const total: FetchRunReport = { unanswered: [], refused: false };
    let told = 0;
    for (let at = 0; at < ids.length && !signal.aborted && !total.refused; at += BATCH) {
      const { unanswered, refused } = await runFetches({
        jobs: await jobsOf(ids.slice(at, at + BATCH), startedAt),
        work: fetchLink,
        signal,
        onSettled: () => {
          status = { ...status, done: status.done + 1, left: status.left - 1 };
          if (performance.now() - told < TELL_EVERY_MS) return;
          told = performance.now();
          tell({});
        },
      });
      total.unanswered.push(...unanswered);
      total.refused ||= refused;
    }
    await countLeft();
    return total;
  }

  async function jobsOf(ids: string[], startedAt: number): Promise<FetchJob[]> {
    const links = await readMetadata(await connection.database(), ids);
    return links.filter(({ savedAt }) => savedAt <= startedAt).map(({ id, url }) => ({ id, site: siteOf(url) ?? '' }));
  }

  // Whether there is a run at all is not known where it cannot be read.
  const quietly = (): void => void settle().catch(() => undefined);
  const life = new AbortController().signal;
  watchFetchRun(quietly, life);
  watchAccess(quietly, life);
  // What changes many things at once may have brought links: an import, a restore.
  watchChanges(({ ids }) => void (ids === null && countLeft().catch(() => undefined)), life);
  addEventListener('online', quietly);
  quietly();

  const setPaused = async (paused: boolean): Promise<void> => {
    const run = await readFetchRun();
    if (run) await keepFetchRun({ ...run, paused });
  };
  return {
    status: () => status,
    watch(onChange, signal) {
      listeners.add(onChange);
      signal.addEventListener('abort', () => listeners.delete(onChange), { once: true });
    },
    count: countLeft,
    begin: async () =>
      void (await send('tab.ask-permission', { wish: { kind: 'fetch-articles', origins: ALL_SITES } })),
    pause: () => setPaused(true),
    async resume() {
      await setPaused(false);
      await settle();
    },
    stop: () => keepFetchRun(null),
  };
}
