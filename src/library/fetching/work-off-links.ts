import { baseOf } from '../../extraction/resolve-address.ts';
import { send } from '../../messaging/send.ts';
import { siteOf } from '../../model/address/site.ts';
import { type Article, SHORTEST_TEXT } from '../../model/article.ts';
import { looksLikeSignIn } from '../../model/article-copy.ts';
import { RectoError } from '../../model/errors/recto-error.ts';
import { type RectoExtraction, readAsPicked } from '../../model/extraction-outcome.ts';
import { type FetchEnd, judgeWebPage, type WebPage } from '../../model/fetching.ts';
import { EXTRACT_SCRIPT } from '../../platform/injected-scripts.ts';
import { readPickedBlock } from '../../platform/site-settings.ts';
import { readUnfetched } from '../../storage/fetching/read-unfetched.ts';
import type { LibraryConnection } from '../../storage/library-connection.ts';
import { readMetadata } from '../../storage/read-items.ts';
import { type FetchJob, type FetchRunReport, type JobResult, runFetches } from './run-fetches.ts';

interface WorkOptions {
  /** Links saved later are not fetched by this run. */
  startedAt: number;
  signal: AbortSignal;
  /** Called for each link that has its outcome. */
  onSettled(isKept: boolean): void;
}

/** Jobs whose addresses are looked up at once. */
const BATCH = 500;

/** Longer than the background waits for a server. */
const DEADLINE_MS = 30_000;

/**
 * Fetches the pages of all links without an outcome, until the signal stops it or Recto may not ask a site any more.
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

/** Has the background fetch one page, reads it here, and has the outcome stored. */
async function fetchLink({ id }: FetchJob): Promise<JobResult> {
  try {
    return await attempt(id);
  } catch (thrown) {
    // The background was stopped meanwhile, or waits for the server: nothing was written, so it can be asked again.
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
  if (typeof read !== 'string') {
    return (await send('fetch.keep', { id, article: read })) ? 'kept' : 'settled';
  }
  await send('fetch.end', { id, end: read });
  return 'settled';
}

/** Reads the article in a fetched page; nothing of the page runs or loads. Says why when there is none. */
async function readWebPage({ url, body }: WebPage): Promise<Article | FetchEnd> {
  if (body === null) return 'not-article';
  const page = await parsePage(body);
  if (page === null) return 'not-article';
  const asksToSignIn = page.querySelector('input[type="password"]') !== null;
  const extraction = await loadExtraction();
  const loose = { document: page, url, base: baseOf(page, url) };
  const block = await readPickedBlock(url);
  const outcome = await readAsPicked((picked) => extraction.read({ page: loose, ...picked }), block);
  if (outcome.ok && looksLikeSignIn(outcome.article)) return 'sign-in';
  if (outcome.ok && outcome.article.text.length >= SHORTEST_TEXT) return outcome.article;
  return asksToSignIn ? 'sign-in' : 'not-article';
}

/** The same script that is injected into pages, so that it is not shipped twice and reads the same in both. */
async function loadExtraction(): Promise<RectoExtraction> {
  await import(/* @vite-ignore */ EXTRACT_SCRIPT);
  const { rectoExtract } = globalThis;
  if (!rectoExtract) throw new Error('the extraction script did not define itself');
  return rectoExtract;
}

/**
 * Trusted Types forbid parsing a string. A request that answers with a document parses it without running anything, and
 * finds the encoding as the browser does, in the type or in the page itself.
 */
function parsePage(body: Blob): Promise<Document | null> {
  const address = URL.createObjectURL(body);
  return new Promise<Document | null>((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'document';
    request.onload = () => resolve(request.responseXML);
    request.onerror = () => resolve(null);
    request.send();
  }).finally(() => URL.revokeObjectURL(address));
}
