import type { UndoRecord } from './library-schema.ts';
import type { WriteTransaction } from './write-strictly.ts';

/** Notes what was there before a save of an item, and what it left, for its Undo. To be called in the save's own transaction. */
export async function putUndo(transaction: WriteTransaction, undo: Omit<UndoRecord, 'highlights'>): Promise<void> {
  const ofItem = transaction.objectStore('highlights').index('articleId');
  const highlights = undo.before ? await ofItem.getAllKeys(undo.id) : [];
  await transaction.objectStore('undo').put({ ...undo, highlights });
}
