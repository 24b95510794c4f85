import { ITEM_STORES } from '../drop-item.ts';
import type { LibraryDatabase } from '../library-schema.ts';
import { NOT_ASKED, queuePictures, recountPictures } from '../pictures/picture-jobs.ts';
import { dropUnshownPictures } from '../pictures/settle-picture.ts';
import { keepReplaced } from '../save-article.ts';
import { INDEX_STORES, indexItem } from '../search/write-index-entry.ts';
import { metadataOfArticle } from '../stored-metadata.ts';
import { bodyOfArticle } from '../stored-text.ts';
import { writeStrictly } from '../write-strictly.ts';

/** Exchanges the text in front with a kept one. Gives whether that was there. */
export async function useCopy(
  database: LibraryDatabase,
  articleId: string,
  keptAt: number,
  now = Date.now(),
): Promise<boolean> {
  return writeStrictly(database, [...ITEM_STORES, ...INDEX_STORES], async (transaction) => {
    const copies = transaction.objectStore('copies');
    const copy = await copies.get([articleId, keptAt]);
    const metadata = await transaction.objectStore('metadata').get(articleId);
    if (!copy || !metadata) return false;
    await copies.delete([articleId, keptAt]);
    await keepReplaced(transaction, metadata, now);
    await transaction.objectStore('bodies').put(bodyOfArticle(articleId, copy.article));
    // The address stays: on the day of the copy a redirect may have led elsewhere.
    const article = { ...copy.article, url: metadata.url };
    const updated = metadataOfArticle(article, now, metadata, []);
    await transaction.objectStore('metadata').put(await indexItem(transaction, updated, article.text));
    await queuePictures(transaction, articleId, article, { queuedAt: now, ...NOT_ASKED });
    return true;
  });
}

/** Removes a kept text for good, with the pictures that only it shows. */
export async function dropCopy(database: LibraryDatabase, articleId: string, keptAt: number): Promise<void> {
  await writeStrictly(database, ITEM_STORES, async (transaction) => {
    await transaction.objectStore('copies').delete([articleId, keptAt]);
    await dropUnshownPictures(transaction, articleId);
    // If the text in front is lost, its counted pictures may have been those.
    await recountPictures(transaction, articleId);
  });
}
