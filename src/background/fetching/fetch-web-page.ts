import type { WebPage } from '../../model/fetching.ts';
import { readAtMost } from '../read-at-most.ts';

/** Less than the 30 s after which browsers end an idle worker. */
const DEADLINE_MS = 20_000;
/** A page of more is none that the reader can lay out; most are under 1 MB. */
const LARGEST_PAGE = 10_000_000;

/**
 * Asks a server for a page as a stranger: without cookies, and without saying from where. Gives null when there is no
 * answer in time. Reads only what may be text, and stops at `LARGEST_PAGE`, whatever length the server claims.
 */
export async function fetchWebPage(asked: string): Promise<WebPage | null> {
  const signal = AbortSignal.timeout(DEADLINE_MS);
  const headers = { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1' };
  try {
    const response = await fetch(asked, { credentials: 'omit', referrerPolicy: 'no-referrer', headers, signal });
    const type = response.headers.get('content-type') ?? '';
    const isText = response.ok && !/^(?:image|video|audio|font)\/|pdf|octet-stream|zip/i.test(type);
    const parts = isText ? await readAtMost(response, LARGEST_PAGE) : null;
    if (!isText) await response.body?.cancel().catch(() => undefined);
    const body = parts && new Blob(parts, { type: type || 'text/html' });
    return { asked, url: response.url || asked, status: response.status, type, body };
  } catch {
    return null;
  }
}
