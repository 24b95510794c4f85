import type { WebPage } from '../../model/fetching.ts';

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
    const body = isText ? await readAtMost(response, type) : null;
    if (body === null) await response.body?.cancel().catch(() => undefined);
    return { asked, url: response.url || asked, status: response.status, type, body };
  } catch {
    return null;
  }
}

async function readAtMost(response: Response, type: string): Promise<Blob | null> {
  const reader = response.body?.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (let size = 0; reader !== undefined; ) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > LARGEST_PAGE) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  return new Blob(parts, { type: type || 'text/html' });
}
