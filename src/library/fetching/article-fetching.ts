import { send } from '../../messaging/send.ts';
import { keepFetchRun, readFetchRun, watchFetchRun } from '../../platform/fetch-run.ts';
import { watchAccess } from '../../platform/host-access.ts';
import { watchChanges } from '../../platform/library-changes.ts';
import type { LibraryConnection } from '../../storage/library-connection.ts';
import { oneAtATime } from '../../storage/write-strictly.ts';
import { type FetchStatus, fetchStanding } from './fetch-standing.ts';
import { ALL_SITES, followFetchRun } from './follow-fetch-run.ts';

export interface ArticleFetching {
  status(): FetchStatus;
  watch(onChange: () => void, signal: AbortSignal): void;
  /**
   * Counts the links that are left. Otherwise they are counted only during a run, so that the list does not wait for
   * it.
   */
  count(): Promise<void>;
  /** Begins, asking for access to all sites where that is not there yet. */
  begin(): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Ends the run; links without an outcome stay links. */
  stop(): Promise<void>;
}

/**
 * What stands still looks at each change: the person may delete what is left. Otherwise only a change of many items is
 * looked at, such as an import or a restore, which may have added links.
 */
const HALTED: readonly FetchStatus['phase'][] = ['paused', 'no-access', 'unanswered', 'failed'];

/**
 * Fetches the pages of saved links while this page is open and a run is noted in storage. The links themselves say what
 * is left, so a run goes on after any restart.
 */
export function articleFetching(connection: LibraryConnection): ArticleFetching {
  const standing = fetchStanding();
  const { settle, countLeft } = followFetchRun(connection, standing);

  // If storage cannot be read, it is unknown whether there is a run at all.
  const quietly = (): void => void settle().catch(() => undefined);
  const life = new AbortController().signal;
  watchFetchRun(quietly, life);
  watchAccess(quietly, life);
  const recount = async (ids: string[] | null): Promise<void> => {
    const isHalted = HALTED.includes(standing.status().phase);
    if ((ids === null || isHalted) && (await countLeft()) === 0 && isHalted) await settle();
  };
  watchChanges(({ ids }) => void recount(ids).catch(() => undefined), life);
  addEventListener('online', quietly);
  quietly();

  // One after the other, from any window: a value read before another press must not be written after it.
  const change = (work: () => Promise<void>) => oneAtATime('fetch-run', work);
  const setPaused = (paused: boolean): Promise<void> =>
    change(async () => {
      const run = await readFetchRun();
      if (run) await keepFetchRun({ ...run, paused });
    });
  return {
    status: standing.status,
    watch: standing.watch,
    count: async () => void (await countLeft()),
    begin: async () =>
      void (await send('tab.ask-permission', { wish: { kind: 'fetch-articles', origins: ALL_SITES } })),
    pause: () => setPaused(true),
    async resume() {
      await setPaused(false);
      await settle();
    },
    stop: () => change(() => keepFetchRun(null)),
  };
}
