import { joinTags } from '../../model/search/tag-key.ts';
import { findByAnyAddress } from '../find-item.ts';
import type { LibraryDatabase, StoredMetadata } from '../library-schema.ts';
import { NOT_ASKED, queuePictures } from '../pictures/picture-jobs.ts';
import { type BatchIndex, batchIndex, REINDEX_STORES, reindexItem } from '../search/write-index-entry.ts';
import { laterThan, textFields, withSortFields } from '../stored-metadata.ts';
import { bodyOfArticle } from '../stored-text.ts';
import { type WriteTransaction, writeStrictly } from '../write-strictly.ts';
import type { ImportedRecord } from './imported-record.ts';

/**
 * Brings imported pages into the library in one transaction. Items that are here stay as they are, but get missing
 * tags, a favourite, and (a link) its text. No server is asked for pictures. Doing it twice changes nothing.
 */
export async function writeImported(
  database: LibraryDatabase,
  records: readonly ImportedRecord[],
  now = Date.now(),
): Promise<{ imported: number; present: number }> {
  return writeStrictly(database, ['pictureJobs', ...REINDEX_STORES], async (transaction) => {
    const index = batchIndex();
    const counts = { imported: 0, present: 0 };
    for (const record of records) {
      const local = await findByAnyAddress(transaction, record.metadata.urlKey);
      const id = local ? await addTo(transaction, local, record, now) : await addNew(transaction, record, index);
      const noted = id !== null && (await addNotes(transaction, id, record));
      // A new item's entry has the notes already; the entry of an item that was here is older than they are.
      if (local && noted) await reindexItem(transaction, local.id);
      counts[local ? 'present' : 'imported'] += 1;
    }
    await index.write(transaction);
    return counts;
  });
}

async function addNew(transaction: WriteTransaction, record: ImportedRecord, index: BatchIndex) {
  const { metadata, article, highlights } = record;
  const notes = highlights.map(({ note }) => note).join('\n');
  if (article) await transaction.objectStore('bodies').put(bodyOfArticle(metadata.id, article));
  await transaction.objectStore('metadata').put(index.add(metadata, article?.text ?? '', notes));
  if (article) await queuePictures(transaction, metadata.id, article, { queuedAt: metadata.savedAt, ...NOT_ASKED });
  return metadata.id;
}

/** Null when nothing may be added: what the person deleted stays deleted. */
async function addTo(transaction: WriteTransaction, local: StoredMetadata, record: ImportedRecord, now: number) {
  if (local.place === 'deleted') return null;
  const { article, metadata } = record;
  const tags = joinTags(local.tags, metadata.tags);
  const getsText = article !== null && local.kind === 'link';
  const getsStar = metadata.favourite && !local.favourite && local.favouriteAt === 0;
  if (tags.length === local.tags.length && !getsText && !getsStar) return local.id;
  const { fetched, ...kept } = local;
  const merged: StoredMetadata = {
    ...kept,
    // How fetching the page ended says nothing of a text that a person brings.
    ...(getsText ? textFields(metadata) : fetched && { fetched }),
    tags,
    // Tags changed by hand have a time, by which a backup merges. So have imported tags added to them.
    tagsAt: tags.length > local.tags.length && local.tagsAt > 0 ? laterThan(local.tagsAt, now) : local.tagsAt,
    favourite: local.favourite || getsStar,
  };
  const settled = withSortFields(merged);
  await transaction.objectStore('metadata').put(settled);
  if (!getsText) return local.id;
  await transaction.objectStore('bodies').put(bodyOfArticle(local.id, article));
  await queuePictures(transaction, local.id, article, { queuedAt: settled.updatedAt, ...NOT_ASKED });
  // Indexed with the notes that the link had.
  await reindexItem(transaction, local.id);
  return local.id;
}

/** Adds notes; gives whether one was new. */
async function addNotes(transaction: WriteTransaction, id: string, { highlights }: ImportedRecord): Promise<boolean> {
  const store = transaction.objectStore('highlights');
  let added = false;
  for (const highlight of highlights) {
    if ((await store.getKey(highlight.id)) !== undefined) continue;
    await store.put({ ...highlight, articleId: id });
    added = true;
  }
  return added;
}

/** Which of these normalised addresses are here already. */
export async function findPresent(database: LibraryDatabase, urlKeys: readonly string[]): Promise<Set<string>> {
  const index = database.transaction('metadata').store.index('addresses');
  const found = await Promise.all(urlKeys.map(async (key) => ((await index.getKey(key)) === undefined ? null : key)));
  return new Set(found.filter((key) => key !== null));
}
