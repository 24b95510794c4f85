/** One link to be fetched. */
export interface FetchJob {
  id: string;
  /** Its host: one page of a site is asked for at a time. */
  site: string;
}

/**
 * The result of a job: its article is kept, it has another outcome, its server did not answer, or Recto may not ask it.
 */
export type JobResult = 'kept' | 'settled' | 'no-answer' | 'no-access';

export interface FetchRunReport {
  /** Ids whose servers did not answer in any round. */
  unanswered: string[];
  /** Recto may not ask one of the sites any more; the rest was left. */
  refused: boolean;
}

interface RunOptions {
  jobs: readonly FetchJob[];
  work(job: FetchJob): Promise<JobResult>;
  onSettled(isKept: boolean): void;
  signal: AbortSignal;
}

/** Sites asked at the same time. Each page costs the library tab some tenths of a second to read. */
const SITES_AT_ONCE = 4;
/** Rounds: a server that does not answer is asked again after the others. */
const ROUNDS = 3;

/**
 * Works through a queue: several sites at once, one page of each at a time. Stopped by the signal it ends after the
 * pages under way, and so it does when `work` fails: it then throws what the first failure was. When nothing answers at
 * all the connection is missing, not a server, so no further round is made.
 */
export async function runFetches({ jobs, work, onSettled, signal }: RunOptions): Promise<FetchRunReport> {
  let waiting = [...jobs];
  let refused = false;
  const failures: unknown[] = [];
  for (let round = 0; round < ROUNDS && waiting.length > 0; round += 1) {
    const unanswered: FetchJob[] = [];
    await roundOf(waiting, async (job) => {
      if (signal.aborted || refused || failures.length > 0) return void unanswered.push(job);
      const result = await work(job).catch((thrown: unknown) => void failures.push(thrown));
      if (result === 'no-access') refused = true;
      if (result === 'kept' || result === 'settled') onSettled(result === 'kept');
      else unanswered.push(job);
    });
    if (failures.length > 0) throw failures[0];
    const nothingAnswers = unanswered.length === waiting.length;
    waiting = unanswered;
    if (signal.aborted || refused || nothingAnswers) break;
  }
  return { unanswered: signal.aborted || refused ? [] : waiting.map(({ id }) => id), refused };
}

async function roundOf(jobs: readonly FetchJob[], run: (job: FetchJob) => Promise<void>): Promise<void> {
  const bySite = new Map<string, FetchJob[]>();
  for (const job of jobs) {
    const ofSite = bySite.get(job.site);
    if (ofSite) ofSite.push(job);
    else bySite.set(job.site, [job]);
  }
  const sites = [...bySite.values()];
  const worker = async (): Promise<void> => {
    for (let site = sites.shift(); site; site = sites.shift()) for (const job of site) await run(job);
  };
  await Promise.all(Array.from({ length: Math.min(SITES_AT_ONCE, sites.length) }, worker));
}
