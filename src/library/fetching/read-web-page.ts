import { baseOf } from '../../extraction/base-of.ts';
import type { Article } from '../../model/article.ts';
import type { RectoExtraction } from '../../model/extraction-outcome.ts';
import type { FetchEnd, WebPage } from '../../model/fetching.ts';
import { looksLikeSignIn } from '../../model/judge-new-copy.ts';
import { readAsPicked } from '../../model/read-as-picked.ts';
import { EXTRACT_SCRIPT } from '../../platform/injected-scripts.ts';
import { readPickedBlock } from '../../platform/site-settings.ts';

/** Less text than this is a teaser, an error page, or one that scripts would fill. Characters. */
const SHORTEST = 200;

/** Reads the article in a page that was fetched; nothing of the page runs or loads. Says how it ended when there is none. */
export async function readWebPage({ url, body }: WebPage): Promise<Article | FetchEnd> {
  if (body === null) return 'not-article';
  const page = await parsePage(body);
  if (page === null) return 'not-article';
  const asksToSignIn = page.querySelector('input[type="password"]') !== null;
  const extraction = await loadExtraction();
  const loose = { document: page, url, base: baseOf(page, url) };
  const block = await readPickedBlock(url);
  const outcome = await readAsPicked((picked) => extraction.read({ page: loose, ...picked }), block);
  if (outcome.ok && looksLikeSignIn(outcome.article)) return 'sign-in';
  if (outcome.ok && outcome.article.text.length >= SHORTEST) return outcome.article;
  return asksToSignIn ? 'sign-in' : 'not-article';
}

/** The very script that is put into pages, so that it is not shipped twice and reads the same in both. */
async function loadExtraction(): Promise<RectoExtraction> {
  await import(/* @vite-ignore */ EXTRACT_SCRIPT);
  const { rectoExtraction } = globalThis;
  if (!rectoExtraction) throw new Error('the extraction script did not define itself');
  return rectoExtraction;
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
