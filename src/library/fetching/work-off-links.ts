import { siteOf } from '../../model/site.ts';
import { readUnfetched } from '../../storage/fetching/read-unfetched.ts';
import type { LibraryConnection } from '../../storage/library-connection.ts';
import { readMetadata } from '../../storage/read-items.ts';
import { fetchLink } from './fetch-link.ts';
import { type FetchJob, type FetchRunReport, runFetches } from './run-fetches.ts';

interface WorkOptions {
  /** Links saved later are not fetched by this run. */
  startedAt: number;
  signal: AbortSignal;
  /** Called for each link that has its outcome. */
  onSettled(): void;
}

/** Jobs whose addresses are looked up at once. */
const BATCH = 500;

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
