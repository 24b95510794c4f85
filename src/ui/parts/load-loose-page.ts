import { baseOf } from '../../extraction/base-of.ts';
import type { LoosePage } from '../../model/extraction-outcome.ts';

/** A server that does not answer for so long is given up, in milliseconds. */
const PATIENCE = 30_000;

/**
 * Asks the page's own site for another page, as the page itself would: with its cookies, from where it is. The browser
 * parses what comes, in the encoding that the type or the page names; nothing of it runs or loads.
 *
 * Throws where there is no page, where another site answers, and where more than `mostBytes` come.
 */
export function loadLoosePage(
  address: string,
  mostBytes: number,
  signal: AbortSignal,
): Promise<{ page: LoosePage; bytes: number }> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    let bytes = 0;
    request.open('GET', address);
    request.responseType = 'document';
    request.timeout = PATIENCE;
    request.onprogress = ({ loaded }) => {
      bytes = loaded;
      if (loaded > mostBytes) request.abort();
    };
    request.onload = () => {
      const { responseXML: page, responseURL: url, status } = request;
      if (page === null || status >= 400 || new URL(url).origin !== new URL(address).origin)
        reject(new Error(`${address} gave no page`));
      else resolve({ page: { document: page, url, base: baseOf(page, url) }, bytes });
    };
    request.onerror = request.onabort = request.ontimeout = () => reject(new Error(`${address} did not come`));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) reject(new Error('stopped'));
    else request.send();
  });
}
