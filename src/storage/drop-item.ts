import { keysOfArticle } from './key-ranges.ts';
import type { StoreName } from './library-schema.ts';
import { dropPictures } from './pictures/settle-picture.ts';
import type { WriteTransaction } from './write-strictly.ts';

/** All stores with records of an item. */
export const ITEM_STORES = [
  'metadata',
  'bodies',
  'copies',
  'highlights',
  'pictures',
  'pictureJobs',
  'undo',
] as const satisfies StoreName[];

/** Removes an item for good, with pictures that no other item shows. The search index forgets it when next tidied. */
export async function dropItem(transaction: WriteTransaction, id: string): Promise<void> {
  await dropPictures(transaction, id);
  const highlights = transaction.objectStore('highlights');
  for (const key of await highlights.index('articleId').getAllKeys(id)) await highlights.delete(key);
  await transaction.objectStore('copies').delete(keysOfArticle(id));
  await transaction.objectStore('bodies').delete(id);
  await transaction.objectStore('undo').delete(id);
  await transaction.objectStore('metadata').delete(id);
}
