import { ITEM_STORES } from './drop-item.ts';
import type { LibraryDatabase } from './library-schema.ts';
import { dropPictures, dropUnshownPictures } from './pictures/drop-pictures.ts';
import { queuePictures } from './pictures/queue-pictures.ts';
import { INDEX_STORES, indexItem } from './search/write-index-entry.ts';
import { inPlace } from './stored-metadata.ts';
import { writeStrictly } from './write-strictly.ts';

/**
 * Takes back the last save of an item: what it wrote is removed, and what was there before (a link, a deleted item)
 * is there again. An item that has been highlighted since is moved to Recently deleted instead, with its highlights.
 * Without a save to take back nothing happens.
 */
export async function undoSave(database: LibraryDatabase, id: string, now = Date.now(), today = 0): Promise<void> {
  const stores = [...ITEM_STORES, ...INDEX_STORES] as const;
  await writeStrictly(database, stores, async (transaction) => {
    const undo = await transaction.objectStore('undo').get(id);
    if (!undo) return;
    await transaction.objectStore('undo').delete(id);
    const metadata = transaction.objectStore('metadata');
    const current = await metadata.get(id);
    if (!current) return;
    if ((await transaction.objectStore('highlights').index('articleId').count(id)) > 0) {
      await metadata.put(inPlace(current, 'deleted', now, today));
    } else if (undo.before?.kind === 'article') {
      const copy = await transaction.objectStore('copies').get([id, undo.at]);
      if (copy) {
        const { html, text, leadImage, attribution, contentHash } = copy.article;
        await transaction.objectStore('bodies').put({ id, html, text, leadImage, attribution, contentHash });
        await transaction.objectStore('copies').delete([id, undo.at]);
      }
      await metadata.put(await indexItem(transaction, undo.before, copy?.article.text ?? ''));
      if (copy) await queuePictures(transaction, id, copy.article, now);
      await dropUnshownPictures(transaction, id);
    } else {
      await dropPictures(transaction, id);
      await transaction.objectStore('bodies').delete(id);
      if (undo.before) await metadata.put(await indexItem(transaction, undo.before, ''));
      else await metadata.delete(id);
    }
  });
}
