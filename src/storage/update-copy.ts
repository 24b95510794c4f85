import { normaliseUrl } from '../model/address/normalise-url.ts';
import type { Article } from '../model/article.ts';
import { judgeNewCopy } from '../model/article-copy.ts';
import type { SaveReceipt } from '../model/library.ts';
import { withoutNoteMarks } from '../model/text/without-note-marks.ts';
import { putCopy } from './copies/stored-copies.ts';
import { findItem } from './find-item.ts';
import { joinKept } from './join-link.ts';
import type { LibraryDatabase } from './library-schema.ts';
import { queuePictures } from './pictures/picture-jobs.ts';
import { readText } from './read-record.ts';
import { type ArticleToSave, keepReplaced, readBack, saveArticle } from './save-article.ts';
import { INDEX_STORES, indexItem } from './search/write-index-entry.ts';
import { metadataOfArticle, withSortFields } from './stored-metadata.ts';
import { bodyOfArticle } from './stored-text.ts';
import { writeStrictly } from './write-strictly.ts';

/**
 * Puts the text that was just read in front and keeps the older one among the copies. Where the new text looks worse
 * (see `judgeNewCopy`), the old one stays in front, the new one goes among the copies, and the receipt says why in
 * `aside`. An address that is not kept yet is saved.
 */
export const updateCopy = async (database: LibraryDatabase, article: Article, now = Date.now()): Promise<SaveReceipt> =>
  (await replaceText(database, article, now)) ?? saveArticle(database, { article }, now);

/** The same for an address that is kept; null for any other. */
async function replaceText(database: LibraryDatabase, read: Article, now: number): Promise<SaveReceipt | null> {
  const article = withoutNoteMarks(read);
  const stores = ['metadata', 'bodies', 'copies', 'pictureJobs', ...INDEX_STORES] as const;
  const receipt = await writeStrictly(database, stores, async (transaction) => {
    const found = await findItem(transaction, normaliseUrl(article.url));
    if (found?.kind !== 'article' || found.place === 'deleted') return null;
    // A text that cannot be read is replaced by whatever the page shows now.
    const body = await readText(transaction, 'bodies', found.id);
    const kept: SaveReceipt = { id: found.id, savedAt: found.savedAt, existed: true };
    if (body?.contentHash === article.contentHash) {
      // The same text, now seen by a person.
      const { fetched, ...seen } = found;
      if (fetched || found.contentHash === '') {
        await transaction.objectStore('metadata').put(withSortFields({ ...seen, contentHash: body.contentHash }));
      }
      return kept;
    }
    const why = body ? judgeNewCopy(body.text, article) : null;
    if (why) {
      await putCopy(transaction, { articleId: found.id, keptAt: now, why, article });
      return { ...kept, aside: why };
    }
    await keepReplaced(transaction, found, now);
    await transaction.objectStore('bodies').put(bodyOfArticle(found.id, article));
    const updated = metadataOfArticle(article, now, found, []);
    await transaction.objectStore('metadata').put(await indexItem(transaction, updated, article.text));
    await queuePictures(transaction, found.id, article, { queuedAt: now });
    return { ...kept, savedAt: now };
  });
  if (receipt?.savedAt === now && !receipt.aside) await readBack(database, receipt.id, article);
  return receipt;
}

/**
 * Saves what was read in a tab. It replaces the text in front, as "Update copy" does, where that was fetched by Recto
 * (what a person saw is worth more than what a stranger was given) or is lost. The link that led to a page that was
 * already kept joins its article.
 */
export async function savePage(
  database: LibraryDatabase,
  input: ArticleToSave,
  now = Date.now(),
): Promise<SaveReceipt> {
  const found = await findItem(database.transaction('metadata'), normaliseUrl(input.article.url));
  const isLost = found?.kind === 'article' && found.contentHash === '';
  const isWorthLess = found?.place !== 'deleted' && (isLost || found?.fetched?.outcome === 'kept');
  const replaced = isWorthLess ? await replaceText(database, input.article, now) : null;
  const receipt = replaced ?? (await saveArticle(database, input, now));
  const joined = receipt.existed ? await joinKept(database, receipt.id, input.aliases ?? [], now) : [];
  for (const id of joined) if (id !== receipt.id) input.onJoined?.(id);
  return receipt;
}
