import { send } from '../../messaging/send.ts';
import { judgeWebPage } from '../../model/judge-web-page.ts';
import { RectoError } from '../../model/recto-error.ts';
import { siteOf } from '../../model/site.ts';
import { readUnfetched } from '../../storage/fetching/read-unfetched.ts';
import type { LibraryConnection } from '../../storage/library-connection.ts';
import { readMetadata } from '../../storage/read-items.ts';
import { readWebPage } from './read-web-page.ts';
import { type FetchJob, type FetchRunReport, type JobResult, runFetches } from './run-fetches.ts';

interface WorkOptions {
  /** Links saved later are not fetched by this run. */
  startedAt: number;
  signal: AbortSignal;
  /** Called for each link that has its outcome. */
  onSettled(): void;
}

/** Jobs whose addresses are looked up at once. */
const BATCH = 500;

/** Longer than the background waits for a server. */
const DEADLINE_MS = 30_000;

/**
 * Fetches the pages of all links that have no outcome yet, until the signal stops it or Recto may not ask a site any more.
 * Throws `RectoError` with a code of storage where the links cannot be read.
 */
export async function workOffLinks(connection: LibraryConnection, options: WorkOptions): Promise<FetchRunReport> {
  const { startedAt, signal, onSettled } = options;
  const ids = await readUnfetched(await connection.database());
  const total: FetchRunReport = { unanswered: [], refused: false };
  for (let at = 0; at < ids.length && !signal.aborted && !total.refused; at += BATCH) {
    const jobs = await jobsOf(connection, ids.slice(at, at + BATCH), startedAt);
    const { unanswered, refused } = await runFetches({ jobs, work: fetchLink, signal, onSettled });
    total.unanswered.push(...unanswered);
    total.refused ||= refused;
  }
  return total;
}

async function jobsOf(connection: LibraryConnection, ids: string[], startedAt: number): Promise<FetchJob[]> {
  const links = await readMetadata(await connection.database(), ids);
  return links.filter(({ savedAt }) => savedAt <= startedAt).map(({ id, url }) => ({ id, site: siteOf(url) ?? '' }));
}

/** Has one page fetched by the background, reads it here, and has what came of it kept. */
async function fetchLink({ id }: FetchJob): Promise<JobResult> {
  try {
    return await attempt(id);
  } catch (thrown) {
    // The background was stopped meanwhile, or the server kept it waiting: nothing was written, so it can be asked again.
    if (thrown instanceof RectoError && thrown.code === 'no-answer') return 'no-answer';
    throw thrown;
  }
}

async function attempt(id: string): Promise<JobResult> {
  const answer = await send('fetch.page', { id }, DEADLINE_MS);
  if (answer.kind === 'settled') return 'settled';
  if (answer.kind !== 'page') return answer.kind;
  const judged = judgeWebPage(answer.page);
  if (judged === 'later') return 'no-answer';
  if (judged !== 'read') {
    await send('fetch.end', { id, end: judged });
    return 'settled';
  }
  const read = await readWebPage(answer.page);
  if (typeof read === 'string') await send('fetch.end', { id, end: read });
  else await send('fetch.keep', { id, article: read });
  return 'settled';
}
