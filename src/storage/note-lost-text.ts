import type { LibraryDatabase } from './library-schema.ts';
import { readText } from './read-text.ts';
import { withSortFields } from './stored-metadata.ts';
import { writeStrictly } from './write-strictly.ts';

/**
 * Notes in the list entry of an article that its text cannot be read: it has no hash then, so that its page, which may be
 * as it was, counts as another text and *Update copy* is offered there. What is left of the text stays: it may be read
 * tomorrow, and a check gives the hash back. Gives whether something was noted.
 */
export async function noteLostText(database: LibraryDatabase, id: string): Promise<boolean> {
  return writeStrictly(database, ['metadata', 'bodies'], async (transaction) => {
    const body = await readText(transaction, 'bodies', id);
    const metadata = await transaction.objectStore('metadata').get(id);
    if (body !== null || metadata?.kind !== 'article' || metadata.contentHash === '') return false;
    await transaction.objectStore('metadata').put(withSortFields({ ...metadata, contentHash: '' }));
    return true;
  });
}
