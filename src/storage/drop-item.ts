import type { StoreName } from './library-schema.ts';
import type { WriteTransaction } from './write-strictly.ts';

/** Every store that holds something of an item. */
export const ITEM_STORES = [
  'metadata',
  'bodies',
  'copies',
  'highlights',
  'pictures',
  'pictureJobs',
  'undo',
] as const satisfies StoreName[];

/** Removes an item for good, and pictures that no other item shows. The search index forgets it at its next merge. */
export async function dropItem(transaction: WriteTransaction, id: string): Promise<void> {
  const ofItem = IDBKeyRange.bound([id], [id, []]);
  const jobs = transaction.objectStore('pictureJobs');
  const hashes = (await jobs.getAll(ofItem)).flatMap((job) => (job.hash === null ? [] : [job.hash]));
  await jobs.delete(ofItem);
  for (const hash of new Set(hashes)) {
    if ((await jobs.index('hash').count(hash)) === 0) await transaction.objectStore('pictures').delete(hash);
  }
  const highlights = transaction.objectStore('highlights');
  for (const key of await highlights.index('articleId').getAllKeys(id)) await highlights.delete(key);
  await transaction.objectStore('copies').delete(ofItem);
  await transaction.objectStore('bodies').delete(id);
  await transaction.objectStore('undo').delete(id);
  await transaction.objectStore('metadata').delete(id);
}
