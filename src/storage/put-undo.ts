import type { StoredMetadata } from './library-schema.ts';
import type { WriteTransaction } from './write-strictly.ts';

/** Notes what was there before a save of an item, for its Undo. To be called in the save's own transaction. */
export async function putUndo(
  transaction: WriteTransaction,
  id: string,
  before: StoredMetadata | null,
  now: number,
): Promise<void> {
  const highlights = before ? await transaction.objectStore('highlights').index('articleId').getAllKeys(id) : [];
  await transaction.objectStore('undo').put({ id, at: now, before, highlights });
}
