import { leadsElsewhere } from '../../model/address/leads-elsewhere.ts';
import { normaliseUrl } from '../../model/address/normalise-url.ts';
import type { Article } from '../../model/article.ts';
import type { FetchEnd } from '../../model/fetching.ts';
import { withoutNoteMarks } from '../../model/text/without-note-marks.ts';
import { changeItems } from '../change-items.ts';
import { ITEM_STORES } from '../drop-item.ts';
import { findItem } from '../find-item.ts';
import { joinLink } from '../join-link.ts';
import type { LibraryDatabase, StoredMetadata } from '../library-schema.ts';
import { queuePictures } from '../pictures/picture-jobs.ts';
import { INDEX_STORES, indexItem, reindexItem } from '../search/write-index-entry.ts';
import { standsFor } from '../stands-for.ts';
import { inPlaceOf, metadataOfArticle, withSortFields } from '../stored-metadata.ts';
import { bodyOfArticle } from '../stored-text.ts';
import { type WriteTransaction, writeStrictly } from '../write-strictly.ts';
import { leaveAsLink } from './leave-as-link.ts';

/**
 * Gives a link the text that was fetched for it, marked as fetched, and gives the ids of changed items.
 * - A link that has its text by now, or was deleted, is left alone.
 * - Where redirects led to a kept article, the link joins it: there is never a second copy. A deleted article comes
 *   back for it, in the link's place, as it does when its page is saved again.
 * - Where another link's redirect has led to that address before, both stay links (`leaveAsLink`).
 * - Another link of that address joins this one.
 */
export async function keepFetched(
  database: LibraryDatabase,
  id: string,
  read: Article,
  now = Date.now(),
): Promise<string[]> {
  const article = withoutNoteMarks(read);
  return writeStrictly(database, [...ITEM_STORES, ...INDEX_STORES], async (transaction) => {
    const link = await transaction.objectStore('metadata').get(id);
    if (link?.kind !== 'link' || link.place === 'deleted') return [];
    const urlKey = normaliseUrl(article.url);
    const found = (await findKept(transaction, urlKey)) ?? (await findItem(transaction, urlKey));
    const left = await leaveAsLink(transaction, link, { urlKey, found, now });
    if (left) return left;
    if (found?.kind === 'article') {
      const kept = found.place === 'deleted' ? inPlaceOf(link, found, now) : found;
      const { item } = await joinLink(transaction, kept, link, now);
      await transaction.objectStore('metadata').put(item);
      await reindexItem(transaction, kept.id);
      return [id, kept.id];
    }
    const other = found !== null && found.id !== id ? found : null;
    const own = other ? (await joinLink(transaction, link, other, now)).item : link;
    const filled = {
      ...metadataOfArticle({ ...article, byline: article.byline ?? link.byline }, now, own, [link.url]),
      fetched: { outcome: 'kept' as const, at: now, ...(!other && linkBefore(link, article.url)) },
    };
    await transaction.objectStore('bodies').put(bodyOfArticle(id, article));
    await transaction.objectStore('metadata').put(await indexItem(transaction, withSortFields(filled), article.text));
    // At the front of the picture queue: no page reads these pictures, so the background may begin at once.
    await queuePictures(transaction, id, article, { queuedAt: 0 });
    return other ? [id, other.id] : [id];
  });
}

/** Notes why the page of a link was not kept; a link that has its text by now stays as it is. */
export function endFetch(database: LibraryDatabase, id: string, end: FetchEnd, now = Date.now()): Promise<string[]> {
  return changeItems(database, [id], (item) =>
    item.kind === 'link' && item.place !== 'deleted' ? { ...item, fetched: { outcome: end, at: now } } : item,
  );
}

/** The link as it was, where a redirect has led elsewhere. */
function linkBefore({ url, title, byline, publishedTime, lang, excerpt }: StoredMetadata, to: string) {
  return leadsElsewhere(url, to) ? { link: { url, title, byline, publishedTime, lang, excerpt } } : {};
}

async function findKept(transaction: WriteTransaction, urlKey: string): Promise<StoredMetadata | null> {
  const found = await transaction.objectStore('metadata').index('addresses').getAll(urlKey);
  const isIt = (item: StoredMetadata): boolean => item.urlKey === urlKey || standsFor(item, urlKey);
  return found.find((item) => item.kind === 'article' && item.place !== 'deleted' && isIt(item)) ?? null;
}
