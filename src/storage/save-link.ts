import type { SaveReceipt } from '../model/library.ts';
import { normaliseUrl } from '../model/normalise-url.ts';
import { findByAnyAddress } from './find-item.ts';
import type { LibraryDatabase } from './library-schema.ts';
import { putUndo } from './put-undo.ts';
import { INDEX_STORES, indexItem } from './search/write-index-entry.ts';
import { inPlace, metadataOfLink, withSortFields } from './stored-metadata.ts';
import { writeStrictly } from './write-strictly.ts';

/** Keeps an address whose page has not been read. An item that was deleted comes back as it was. */
export async function saveLink(
  database: LibraryDatabase,
  link: { url: string; title: string },
  now = Date.now(),
): Promise<SaveReceipt> {
  return writeStrictly(database, ['metadata', 'undo', ...INDEX_STORES], async (transaction) => {
    const found = await findByAnyAddress(transaction, normaliseUrl(link.url));
    if (found && found.place !== 'deleted') return { id: found.id, savedAt: found.savedAt, existed: true };
    const saved = found
      ? withSortFields({ ...inPlace(found, 'list', now, 0), savedAt: now })
      : metadataOfLink(link, now);
    await putUndo(transaction, { id: saved.id, at: now, before: found, after: saved });
    await transaction.objectStore('metadata').put(found ? saved : await indexItem(transaction, saved, ''));
    return { id: saved.id, savedAt: now, existed: false };
  });
}
