import { leadsIntoOwnNetwork } from '../../model/leads-into-own-network.ts';
import { listPictures } from '../../model/list-pictures.ts';
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
  const saved = await library.open(articleId);
  const named = new Set(urls ?? (saved?.article ? listPictures(saved.article) : []));
  const wanted = (await library.openPictures(articleId))
    .filter(({ state, url }) => state === 'refused' && named.has(url))
    .map(({ url }) => url)
    .filter((url) => !leadsIntoOwnNetwork(url, saved?.metadata.url ?? ''));
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
