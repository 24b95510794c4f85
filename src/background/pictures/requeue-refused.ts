import { leadsIntoOwnNetwork } from '../../model/leads-into-own-network.ts';
import { mayFetch, pictureOrigin } from '../../platform/picture-access.ts';
import type { BackgroundLibrary } from '../background-library.ts';

/**
 * Puts those of an article's refused pictures back into the queue that may be fetched, and gives the sites that have to be
 * allowed before the others may. `urls` names the wished ones, which an older text may show alone; null is all that the text in
 * front shows. Those count as refused that were kept and whose bytes are not there any more.
 */
export async function requeueRefused(
  library: BackgroundLibrary,
  articleId: string,
  urls: string[] | null,
): Promise<string[]> {
  const [article] = await library.metadata([articleId]);
  const refused = (await library.openPictures(articleId)).filter(({ state }) => state === 'refused');
  const inFront = new Set((await library.pictureReceipt(articleId)).refused.map(({ url }) => url));
  const wanted = refused
    .filter(({ url, problem }) => (urls ? urls.includes(url) : inFront.has(url) || problem === 'missing'))
    .map(({ url }) => url)
    .filter((url) => !leadsIntoOwnNetwork(url, article?.url ?? ''));
  const open: string[] = [];
  const closed = new Set<string>();
  for (const url of wanted) {
    if (await mayFetch(url)) open.push(url);
    else closed.add(pictureOrigin(url) ?? '');
  }
  if (open.length > 0) await library.pictureQueue.requeue(articleId, open);
  closed.delete('');
  return [...closed];
}
