import type { SaveReceipt } from '../model/library.ts';
import { normaliseUrl } from '../model/normalise-url.ts';
import { findItem } from './find-item.ts';
import { joinKept } from './join-kept.ts';
import type { LibraryDatabase } from './library-schema.ts';
import { type ArticleToSave, saveArticle } from './save-article.ts';
import { updateCopy } from './update-copy.ts';

/**
 * Saves what was read in a tab. Where the text in front was fetched by Recto itself, the tab's takes its place, as
 * "Update copy" does: what a person saw is worth more than what a stranger was given. So it does where that text is
 * known to be lost. The link that led to the page of an article that was kept before joins it.
 */
export async function savePage(
  database: LibraryDatabase,
  input: ArticleToSave,
  now = Date.now(),
): Promise<SaveReceipt> {
  const found = await findItem(database.transaction('metadata'), normaliseUrl(input.article.url));
  const isLost = found?.kind === 'article' && found.contentHash === '';
  const isWorthLess = found?.place !== 'deleted' && (isLost || found?.fetched?.outcome === 'kept');
  const receipt = await (isWorthLess ? updateCopy(database, input.article, now) : saveArticle(database, input, now));
  const joined = receipt.existed ? await joinKept(database, receipt.id, input.aliases ?? [], now) : [];
  for (const id of joined) if (id !== receipt.id) input.onJoined?.(id);
  return receipt;
}
