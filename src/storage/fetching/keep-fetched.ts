import type { Article } from '../../model/article.ts';
import type { FetchEnd } from '../../model/fetching.ts';
import { normaliseUrl } from '../../model/normalise-url.ts';
import { joinTags } from '../../model/search/join-tags.ts';
import { changeItems } from '../change-items.ts';
import { dropItem, ITEM_STORES } from '../drop-item.ts';
import type { LibraryDatabase, StoredMetadata } from '../library-schema.ts';
import { queuePictures } from '../pictures/queue-pictures.ts';
import { INDEX_STORES, indexItem, reindexItem } from '../search/write-index-entry.ts';
import { metadataOfArticle, withSortFields } from '../stored-metadata.ts';
import { bodyOfArticle } from '../stored-text.ts';
import { type WriteTransaction, writeStrictly } from '../write-strictly.ts';

/**
 * Gives a link the text that was fetched for it, marked as such. A link that has its text by now, or was deleted, is left
 * alone. When redirects led to an article that is kept already, the link joins it: there is never a second copy.
 * Gives the ids that were changed.
 */
export async function keepFetched(
  database: LibraryDatabase,
  id: string,
  article: Article,
  now = Date.now(),
): Promise<string[]> {
  return writeStrictly(database, [...ITEM_STORES, ...INDEX_STORES], async (transaction) => {
    const link = await transaction.objectStore('metadata').get(id);
    if (link?.kind !== 'link' || link.place === 'deleted') return [];
    const kept = await findKept(transaction, normaliseUrl(article.url));
    if (kept) {
      await join(transaction, kept, link, now);
      return [id, kept.id];
    }
    const filled = {
      ...metadataOfArticle({ ...article, byline: article.byline ?? link.byline }, now, link, [link.url]),
      fetched: { outcome: 'kept' as const, at: now },
    };
    await transaction.objectStore('bodies').put(bodyOfArticle(id, article));
    await transaction.objectStore('metadata').put(await indexItem(transaction, withSortFields(filled), article.text));
    // At the front of the picture queue: no page reads them, so the background may at once.
    await queuePictures(transaction, id, article, 0);
    return [id];
  });
}

/** Notes why the page of a link was not kept; a link that has its text by now stays as it is. */
export function endFetch(database: LibraryDatabase, id: string, end: FetchEnd, now = Date.now()): Promise<string[]> {
  return changeItems(database, [id], (item) =>
    item.kind === 'link' && item.place !== 'deleted' ? { ...item, fetched: { outcome: end, at: now } } : item,
  );
}

async function findKept(transaction: WriteTransaction, urlKey: string): Promise<StoredMetadata | null> {
  const found = await transaction.objectStore('metadata').index('addresses').getAll(urlKey);
  return found.find(({ kind, place }) => kind === 'article' && place !== 'deleted') ?? null;
}

/** What the person put on the link goes to the article; then the link goes. */
async function join(transaction: WriteTransaction, kept: StoredMetadata, link: StoredMetadata, now: number) {
  const highlights = transaction.objectStore('highlights');
  for (const note of await highlights.index('articleId').getAll(link.id)) {
    await highlights.put({ ...note, articleId: kept.id });
  }
  const tags = joinTags(kept.tags, link.tags);
  const joined = withSortFields({
    ...kept,
    tags,
    tagsAt: tags.length > kept.tags.length ? now : kept.tagsAt,
    favourite: kept.favourite || link.favourite,
    // A backup merges by it: a star that came later than the article's last change of it would be lost.
    favouriteAt: link.favourite ? Math.max(kept.favouriteAt, link.favouriteAt) : kept.favouriteAt,
    aliases: [...new Set([...kept.aliases, link.urlKey, ...link.aliases])],
  });
  await transaction.objectStore('metadata').put(joined);
  await reindexItem(transaction, kept.id);
  await dropItem(transaction, link.id);
}
