import { leadsIntoOwnNetwork } from '../../model/leads-into-own-network.ts';
import { mayFetch, pictureOrigin } from '../../platform/picture-access.ts';
import type { BackgroundLibrary } from '../background-library.ts';

/**
 * Puts those of an article's refused pictures back into the queue that may be fetched, and gives the sites that have to be
 * allowed before the others may. `urls` names the wished ones; null is all.
 */
export async function requeueRefused(
  library: BackgroundLibrary,
  articleId: string,
  urls: string[] | null,
): Promise<string[]> {
  const [article] = await library.metadata([articleId]);
  const { refused } = await library.pictureReceipt(articleId);
  const wanted = refused
    .map(({ url }) => url)
    .filter((url) => (urls === null || urls.includes(url)) && !leadsIntoOwnNetwork(url, article?.url ?? ''));
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
