import type { SaveReceipt } from '../model/library.ts';
import { findCopy } from './copies/stored-copies.ts';
import { ITEM_STORES } from './drop-item.ts';
import { splitLink } from './join-link.ts';
import { isChangedSince, isRenewedSince, keepDoneSince } from './keep-done-since.ts';
import { keysOfArticle } from './key-ranges.ts';
import type { LibraryDatabase, StoredMetadata, UndoRecord } from './library-schema.ts';
import { NOT_ASKED, queuePictures, recountPictures } from './pictures/picture-jobs.ts';
import { dropUnshownPictures } from './pictures/settle-picture.ts';
import { readText } from './read-record.ts';
import { INDEX_STORES, indexItem } from './search/write-index-entry.ts';
import { inPlace, textFields, withSortFields } from './stored-metadata.ts';
import { bodyOfArticle } from './stored-text.ts';
import { type WriteTransaction, writeStrictly } from './write-strictly.ts';

/**
 * Takes back the last save of an item, and gives the ids of what was changed.
 * - What was there before (a link, a deleted item, or both) is there again, with the tags, star, hidden blocks and
 *   place that it got since.
 * - A new item that was changed since, and any item that was highlighted or got another text since, moves to Recently
 *   deleted instead, with all it has.
 * - Nothing happens where there is no save to take back, or another window has saved the page since: `savedAt` names
 *   the save.
 */
export async function undoSave(
  database: LibraryDatabase,
  { id, savedAt }: Pick<SaveReceipt, 'id' | 'savedAt'>,
  now = Date.now(),
  today = 0,
): Promise<string[]> {
  const stores = [...ITEM_STORES, ...INDEX_STORES] as const;
  return writeStrictly(database, stores, async (transaction) => {
    const current = await transaction.objectStore('metadata').get(id);
    // Another window has removed it for good.
    if (!current) return [id];
    const undo = await transaction.objectStore('undo').get(id);
    if (!undo || undo.at !== savedAt) return [];
    await transaction.objectStore('undo').delete(id);
    await takeBack(transaction, undo, current, { now, today });
    return undo.joined ? [id, undo.joined.link.id] : [id];
  });
}

async function takeBack(
  transaction: WriteTransaction,
  { id, before, after, joined, highlights, copies }: UndoRecord,
  current: StoredMetadata,
  { now, today }: { now: number; today: number },
): Promise<void> {
  const metadata = transaction.objectStore('metadata');
  const earlier = new Set(highlights);
  const marks = await transaction.objectStore('highlights').index('articleId').getAllKeys(id);
  const asNow = (item: StoredMetadata): StoredMetadata => (after ? keepDoneSince(item, after, current) : item);
  if (joined) await splitLink(transaction, { ...joined, link: asNow(joined.link) }, id);
  const isChanged = after && (before === null ? isChangedSince(after, current) : isRenewedSince(after, current));
  const isMarked = marks.some((mark) => !earlier.has(mark));
  // An article that was there before keeps its texts; the one from before the save is among them.
  const isReadAgain = before?.kind !== 'article' && (await hasOtherTexts(transaction, id, copies));
  if (isChanged || isMarked || isReadAgain) {
    await metadata.put(inPlace(current, 'deleted', now, today));
  } else if (before?.kind === 'article') {
    await putArticleBack(transaction, asNow(before), current, now);
  } else {
    // A link that lost its text may have older texts from before the save; these are not taken back.
    await transaction.objectStore('bodies').delete(id);
    await dropUnshownPictures(transaction, id);
    if (!before) return metadata.delete(id);
    await metadata.put(await indexItem(transaction, asNow(before), ''));
    // Pictures of its older texts may have been queued again, or kept.
    await recountPictures(transaction, id);
  }
}

/**
 * Whether there are texts behind the one in front that are not of the times `before`: seen on the page since, or
 * restored.
 */
async function hasOtherTexts(transaction: WriteTransaction, id: string, before: number[] = []): Promise<boolean> {
  const keys = await transaction.objectStore('copies').getAllKeys(keysOfArticle(id));
  return keys.some(([, keptAt]) => !before.includes(keptAt));
}

/**
 * Puts the article back. Its text is among the copies, or still in front when the save was that of a link. Where the person
 * has removed that text since, or it could not be read, the text that was saved stays, as the only one.
 */
async function putArticleBack(
  transaction: WriteTransaction,
  before: StoredMetadata,
  saved: StoredMetadata,
  now: number,
): Promise<void> {
  const { id, contentHash } = before;
  const copy = await findCopy(transaction, id, contentHash);
  if (copy) {
    await transaction.objectStore('bodies').put(bodyOfArticle(id, copy.article));
    await transaction.objectStore('copies').delete([id, copy.keptAt]);
  }
  const left = copy ? null : await readText(transaction, 'bodies', id);
  const back = left && left.contentHash !== contentHash ? { ...before, ...textFields(saved) } : before;
  const text = copy?.article.text ?? left?.text ?? '';
  await transaction.objectStore('metadata').put(await indexItem(transaction, withSortFields(back), text));
  if (copy) await queuePictures(transaction, id, copy.article, { queuedAt: now, ...NOT_ASKED });
  await dropUnshownPictures(transaction, id);
  // Some may have been kept meanwhile.
  await recountPictures(transaction, id);
}
