import { normaliseUrl } from '../model/address/normalise-url.ts';
import type { Article } from '../model/article.ts';
import { RectoError } from '../model/errors/recto-error.ts';
import type { SaveReceipt } from '../model/library.ts';
import type { ReadingPosition } from '../model/reading-position.ts';
import { withoutNoteMarks } from '../model/text/without-note-marks.ts';
import { findCopy, putCopy } from './copies/stored-copies.ts';
import { ITEM_STORES } from './drop-item.ts';
import { findByAnyAddress, findItem, findLink } from './find-item.ts';
import { joinLink } from './join-link.ts';
import { keysOfArticle } from './key-ranges.ts';
import type { JoinedLink, LibraryDatabase, StoredMetadata, UndoRecord } from './library-schema.ts';
import { queuePictures } from './pictures/picture-jobs.ts';
import { readText } from './read-record.ts';
import { INDEX_STORES, indexItem } from './search/write-index-entry.ts';
import {
  atPosition,
  inPlace,
  inPlaceOf,
  metadataOfArticle,
  metadataOfLink,
  movedAfter,
  withSortFields,
} from './stored-metadata.ts';
import { articleOf, bodyOfArticle } from './stored-text.ts';
import { type WriteTransaction, writeStrictly } from './write-strictly.ts';

export interface ArticleToSave {
  article: Article;
  /**
   * Addresses where the navigation began or was redirected, when known. A link saved from one of them becomes this
   * article.
   */
  aliases?: string[];
  /**
   * Nobody pressed Save: a link gets its text where it is, in its place and with its day, and there is no Undo. Throws
   * `not-found` where there is no such link any more: what the person has deleted does not come back by itself.
   */
  unasked?: boolean;
  /** Where the person was in its page, kept with the article: a row opened at once begins there. */
  position?: ReadingPosition;
  /** Is told the id of a link that became part of the article and is no item of its own any more. */
  onJoined?(linkId: string): void;
}

/**
 * Keeps an article; resolves once it was read back.
 * - An address that is kept already is left as it is (`existed`).
 * - A link becomes the article.
 * - A deleted item comes back with the new text in front and its old text among the copies. The link that led to its
 *   page joins it.
 */
export async function saveArticle(
  database: LibraryDatabase,
  { article: read, aliases = [], unasked = false, position, onJoined }: ArticleToSave,
  now = Date.now(),
): Promise<SaveReceipt> {
  const article = withoutNoteMarks(read);
  const urlKey = normaliseUrl(article.url);
  const stores = [...ITEM_STORES, ...INDEX_STORES] as const;
  const receipt = await writeStrictly(database, stores, async (transaction) => {
    const found = await findItem(transaction, urlKey);
    if (found?.kind === 'article' && found.place !== 'deleted') {
      return { id: found.id, savedAt: found.savedAt, existed: true };
    }
    const link = await findLink(transaction, aliases.map(normaliseUrl));
    const before = found ?? link;
    const row = unasked ? linkToFill(found, link) : null;
    if (before?.kind === 'article') await keepReplaced(transaction, before, now);
    const { item, joined } = await joinFound(transaction, found, link, now);
    const placed = atPosition(metadataOfArticle(article, now, item, aliases), position, now);
    const saved = row ? inPlaceOf(row, placed, now) : asSaved(placed, before ? movedAfter(placed, now) : now, now);
    if (!unasked)
      await putUndo(transaction, { id: saved.id, at: now, before, after: saved, ...(joined && { joined }) });
    await transaction.objectStore('bodies').put(bodyOfArticle(saved.id, article));
    await transaction.objectStore('metadata').put(await indexItem(transaction, saved, article.text));
    await queuePictures(transaction, saved.id, article, { queuedAt: now });
    if (joined) onJoined?.(joined.link.id);
    return { id: saved.id, savedAt: saved.savedAt, existed: false };
  });
  if (!receipt.existed) await readBack(database, receipt.id, article);
  return receipt;
}

/** The link that gets its text unasked. Throws `not-found` where there is none: it was deleted while its page was read. */
function linkToFill(found: StoredMetadata | null, link: StoredMetadata | null): StoredMetadata {
  const row = found?.place === 'deleted' ? link : (found ?? link);
  if (!row) throw new RectoError('not-found', 'no link waits for this text');
  return row;
}

/** What was there before: the item of the address, with the link that led to it, or one of the two. */
async function joinFound(
  transaction: WriteTransaction,
  found: StoredMetadata | null,
  link: StoredMetadata | null,
  now: number,
): Promise<{ item: StoredMetadata | null; joined?: JoinedLink }> {
  const isOther = found && link && link.id !== found.id;
  return isOther ? joinLink(transaction, found, link, now) : { item: found ?? link };
}

/** The item at the top of the reading list, wherever it was before. */
function asSaved(item: StoredMetadata, movedAt: number, now: number): StoredMetadata {
  const moved = { placeBefore: null, movedBefore: null, deletedDay: null, movedAt };
  return withSortFields({ ...item, ...moved, savedAt: now, place: 'list' });
}

/** Puts the text in front among the copies, unless it is there already. */
export async function keepReplaced(transaction: WriteTransaction, before: StoredMetadata, now: number): Promise<void> {
  const article = articleOf(before, await readText(transaction, 'bodies', before.id));
  if (!article) return;
  await putCopy(transaction, { articleId: before.id, keptAt: now, why: 'replaced', article });
}

/**
 * Checks that both records are there and hold the given text; only then is "Saved" said. The text may be among the
 * copies, where another tab has put its own in front meanwhile.
 */
export async function readBack(database: LibraryDatabase, id: string, article: Article): Promise<void> {
  const transaction = database.transaction(['metadata', 'bodies', 'copies']);
  const [metadata, body] = await Promise.all([
    transaction.objectStore('metadata').get(id),
    transaction.objectStore('bodies').get(id),
  ]);
  const isIt = (text: { html: string; text: string } | undefined) =>
    text?.html === article.html && text.text === article.text;
  if (isIt(body) && metadata?.contentHash === body?.contentHash) return;
  if (metadata && isIt((await findCopy(transaction, id, article.contentHash))?.article)) return;
  throw new RectoError('storage-unavailable', 'What was saved could not be read back.');
}

/** Keeps an address whose page was not read. A deleted item comes back as it was. */
export async function saveLink(
  database: LibraryDatabase,
  link: { url: string; title: string },
  now = Date.now(),
): Promise<SaveReceipt> {
  return writeStrictly(database, ['metadata', 'copies', 'undo', ...INDEX_STORES], async (transaction) => {
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

/** Notes, for Undo, what was there before a save and what the save left. Call it in the save's own transaction. */
async function putUndo(transaction: WriteTransaction, undo: Omit<UndoRecord, 'highlights' | 'copies'>): Promise<void> {
  const ofItem = transaction.objectStore('highlights').index('articleId');
  const highlights = undo.before ? await ofItem.getAllKeys(undo.id) : [];
  const copies = (await transaction.objectStore('copies').getAllKeys(keysOfArticle(undo.id))).map(
    ([, keptAt]) => keptAt,
  );
  await transaction.objectStore('undo').put({ ...undo, highlights, copies });
}
