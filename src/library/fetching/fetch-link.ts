import { send } from '../../messaging/send.ts';
import { judgeWebPage } from '../../model/judge-web-page.ts';
import { RectoError } from '../../model/recto-error.ts';
import { readWebPage } from './read-web-page.ts';
import type { FetchJob, JobResult } from './run-fetches.ts';

/** Longer than the background waits for a server. */
const DEADLINE_MS = 30_000;

/** Has one page fetched by the background, reads it here, and has what came of it kept. */
export async function fetchLink({ id }: FetchJob): Promise<JobResult> {
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
