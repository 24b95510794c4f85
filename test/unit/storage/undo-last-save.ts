import type { LibraryDatabase } from '../../../src/storage/library-schema.ts';
import { undoSave } from '../../../src/storage/undo-save.ts';

/** Takes back the last save of an item, whenever that was. */
export async function undoLastSave(
  database: LibraryDatabase,
  id: string,
  now?: number,
  today?: number,
): Promise<string[]> {
  const undo = await database.get('undo', id);
  return undoSave(database, { id, savedAt: undo?.at ?? 0 }, now, today);
}
